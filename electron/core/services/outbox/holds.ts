import type { HoldReason } from '@shared/domain/conversation';
import { findOtherBrands, type BrandIdentities } from '@shared/domain/brand-check';
import { isTooLong } from '@shared/domain/text-counter';
import type { AccountRecord } from '../../db/workspace/repositories/account-repository';
import { listArrivedAfter } from '../../db/workspace/repositories/message-repository';
import type { OutboxRecord } from '../../db/workspace/repositories/outbox-repository';
import type { WorkspaceDb } from '../../db/workspace/workspace-db';
import { digestOf, type BoundItem } from './target';

/** Why an item must wait for a person, with what to show beside the reason. */
export interface Hold {
  readonly reason: HoldReason;
  readonly details: Record<string, unknown> | null;
}

/** Reasons that nobody may wave through: the reply would leave through the wrong account, or cannot leave at all. */
export const unreleasable: ReadonlySet<HoldReason> = new Set<HoldReason>([
  'identity_mismatch',
  'account_disconnected',
  'account_removed',
  'account_blocked',
  'keychain_unavailable',
  'too_long',
]);

/** Reasons that end by themselves: once the account or the keychain is back, the item is queued again. */
export const endsByItself: ReadonlySet<HoldReason> = new Set<HoldReason>([
  'account_disconnected',
  'account_blocked',
  'keychain_unavailable',
]);

/** What the file alone can tell: binding, account, text. */
export function checkStored(
  item: OutboxRecord,
  workspaceId: string,
  account: AccountRecord | undefined,
  bound: BoundItem | undefined,
  brands: readonly BrandIdentities[],
): Hold | null {
  if (item.workspaceId !== workspaceId) return { reason: 'identity_mismatch', details: null };
  if (!account || !bound || bound.conversation.accountId !== item.accountId)
    return { reason: 'account_removed', details: null };
  if (account.remoteId !== item.accountRemoteId) {
    return { reason: 'identity_mismatch', details: { identity: account.handle } };
  }
  if (account.state === 'blocked') return { reason: 'account_blocked', details: null };
  if (account.state !== 'connected') return { reason: 'account_disconnected', details: null };
  const limits =
    bound.conversation.kind === 'direct' ? account.capabilities.directText : account.capabilities.publicText;
  if (isTooLong(item.text, limits)) return { reason: 'too_long', details: null };
  if (!item.releasedReasons.includes('other_brand_text')) {
    const marks = findOtherBrands(item.text, workspaceId, brands);
    if (marks.length > 0) return { reason: 'other_brand_text', details: { marks } };
  }
  return null;
}

/** What changed in the thread since the person wrote, as the file knows it after the thread was read again. */
export function checkThread(db: WorkspaceDb, item: OutboxRecord, bound: BoundItem, isTargetGone: boolean): Hold | null {
  const isReleased = (reason: HoldReason): boolean => item.releasedReasons.includes(reason);
  const { conversation, answered } = bound;
  const isGone = isTargetGone || conversation.isTargetDeleted || (answered?.deletedAt ?? null) !== null;
  if (isGone && !isReleased('target_deleted')) return { reason: 'target_deleted', details: null };
  if (
    answered &&
    answered.deletedAt === null &&
    item.targetDigest !== null &&
    digestOf(answered.text) !== item.targetDigest &&
    !isReleased('target_edited')
  ) {
    return { reason: 'target_edited', details: { foundText: answered.text.slice(0, 2000) } };
  }
  const later = listArrivedAfter(db, item.conversationId, item.seenSeq).filter(
    (message) => message.outboxItemId === null,
  );
  const ours = later.filter((message) => message.direction === 'outbound');
  const theirs = later.filter((message) => message.direction === 'inbound');
  if (ours.length > 0 && !isReleased('already_answered')) {
    return {
      reason: 'already_answered',
      details: { foundText: ours.at(-1)?.text.slice(0, 2000) ?? '', count: ours.length },
    };
  }
  if (theirs.length > 0 && !isReleased('new_messages')) {
    return {
      reason: 'new_messages',
      details: { foundText: theirs.at(-1)?.text.slice(0, 2000) ?? '', count: theirs.length },
    };
  }
  return null;
}
