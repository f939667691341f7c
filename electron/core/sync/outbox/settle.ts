import type { ConnectorManifest } from '@shared/domain/manifest';
import type { ChannelLink, OutgoingItem, SentMessage } from '../../connectors/core/types';
import { findMessageByRemote } from '../../db/workspace/repositories/message-repository';
import { findOutboxItemByRemote, type OutboxRecord } from '../../db/workspace/repositories/outbox-repository';
import type { WorkspaceDb } from '../../db/workspace/workspace-db';
import { keyMarginMs, maxSettleChecks } from '../limits';
import { comparable } from '../../services/outbox/target';

/** What reading the network said about an item of unknown outcome. */
export type Verdict =
  | { readonly kind: 'arrived'; readonly message: SentMessage }
  /** The network would refuse a second post with the same key, or the key was asked for and is not there. */
  | { readonly kind: 'safe_to_resend' }
  | { readonly kind: 'read_again' }
  | { readonly kind: 'ask_a_person' };

/**
 * Settles an item whose answer was lost: by its key where the network has one, else by reading the thread after the
 * network's settle time and matching the text against what was there before the call and what is not already another
 * item's. An error of a reading says nothing and is never taken for "not there".
 */
export async function settle(
  db: WorkspaceDb,
  link: ChannelLink,
  manifest: ConnectorManifest,
  item: OutboxRecord,
  outgoing: OutgoingItem,
  now: number,
  signal: AbortSignal,
): Promise<Verdict> {
  const byKey = await askByKey(link, manifest, item, outgoing, now, signal);
  if (byKey && byKey.kind !== 'key_alive') return byKey;
  const own = await link.listOwn(outgoing.target, signal);
  if (!own.ok) return { kind: 'read_again' };
  const before = new Set(item.baseline);
  const match = own.value
    .filter((message) => comparable(message.text) === comparable(item.text))
    .filter((message) => !before.has(message.remoteId) && !isClaimed(db, item, message.remoteId))
    .toSorted((a, b) => a.createdAt - b.createdAt)[0];
  if (match) return { kind: 'arrived', message: match };
  if (byKey) return { kind: 'safe_to_resend' };
  return item.checks + 1 >= maxSettleChecks ? { kind: 'ask_a_person' } : { kind: 'read_again' };
}

async function askByKey(
  link: ChannelLink,
  manifest: ConnectorManifest,
  item: OutboxRecord,
  outgoing: OutgoingItem,
  now: number,
  signal: AbortSignal,
): Promise<Verdict | { readonly kind: 'key_alive' } | null> {
  if (manifest.resend.kind !== 'key') return null;
  if (link.findByKey) {
    const found = await link.findByKey(outgoing, signal);
    if (found.ok) return found.value ? { kind: 'arrived', message: found.value } : { kind: 'safe_to_resend' };
    return found.error.kind === 'unsupported' ? null : { kind: 'read_again' };
  }
  // A key without an end is a record key: where it cannot be asked for, only reading back can tell.
  const { keyLifetimeMs } = manifest.resend;
  if (keyLifetimeMs === null) return null;
  const ageMs = now - (item.sendingAt ?? item.queuedAt);
  // A clock that was set back would make an old key look young.
  const isAlive = ageMs >= 0 && ageMs < keyLifetimeMs - keyMarginMs;
  return isAlive ? { kind: 'key_alive' } : null;
}

/** Whether a message on the network already belongs to another item, or stood in the thread as somebody else's. */
function isClaimed(db: WorkspaceDb, item: OutboxRecord, remoteId: string): boolean {
  const other = findOutboxItemByRemote(db, item.accountId, remoteId);
  if (other && other.id !== item.id) return true;
  const known = findMessageByRemote(db, item.accountId, remoteId);
  return known !== undefined && known.outboxItemId !== null && known.outboxItemId !== item.id;
}
