import { connectorOk, type ConnectorResult } from '../core/errors';
import type { InboundEvent } from '../core/types';
import { largestNotificationPage, lookEveryMs, rememberedMessages, threadsPerPull, vanishedPerRun } from './figures';
import { listTold, type Told } from './told';
import { eventsOf } from './inbound';
import type { Heard, MentionState } from './mention-run';
import { goneAmong, readAround } from './reading';
import { foundInThread } from './thread';
import type { LinkTools } from './tools';

const entryOf = ({ at, status }: Told): readonly Heard[] =>
  status === null ? [] : [{ s: status.id, t: at, e: status.edited_at ?? 0 }];

/** Remembers what was taken in, so that it can be looked at again. */
export function remember(at: MentionState, taken: readonly Told[]): MentionState {
  const fresh = taken.flatMap(entryOf);
  const names = new Set(fresh.map(({ s }) => s));
  const all = [...fresh, ...at.heard.filter(({ s }) => !names.has(s))].toSorted((left, right) => right.t - left.t);
  return { ...at, heard: all.slice(0, rememberedMessages) };
}

/** A clock that was set back must not keep the look away for as long. */
export const isLookDue = ({ lookedAt, walk }: MentionState, now: number): boolean =>
  walk === null && (now - lookedAt >= lookEveryMs || now < lookedAt);

export interface Compared {
  /** Known messages whose text changed since. */
  readonly edited: readonly string[];
  /** Known messages that should be listed still and are not. */
  readonly vanished: readonly Heard[];
}

/** What the newest page says against what is known. `oldest`: oldest time on the page; null where it holds the whole list. */
export function compare(known: readonly Heard[], page: readonly Heard[], oldest: number | null): Compared {
  const before = new Map(known.map(({ s, e }) => [s, e]));
  const listed = new Set(page.map(({ s }) => s));
  return {
    edited: page.filter(({ s, e }) => e > (before.get(s) ?? Number.POSITIVE_INFINITY)).map(({ s }) => s),
    vanished: known.filter(({ s, t }) => !listed.has(s) && (oldest === null || t > oldest)),
  };
}

interface Looked {
  readonly state: MentionState;
  readonly events: readonly InboundEvent[];
}

/**
 * Reads the newest page once more: no server tells the mentioned of an edit or a deletion, but an edited message stands
 * there with its new text, and a deleted one no longer.
 */
export async function lookAgain(
  tools: LinkTools,
  at: MentionState,
  now: number,
  signal: AbortSignal,
): Promise<ConnectorResult<Looked>> {
  if (at.heard.length === 0) return connectorOk({ state: { ...at, lookedAt: now }, events: [] });
  const newest = await listTold(tools, { limit: largestNotificationPage }, signal);
  if (!newest.ok) return newest;
  const { items } = newest.value;
  const oldest = items.length === 0 ? null : Math.min(...items.map((item) => item.at));
  const { edited, vanished } = compare(at.heard, items.flatMap(entryOf), oldest);
  const asked = vanished.slice(0, vanishedPerRun);
  const gone = await goneAmong(
    tools,
    asked.map(({ s }) => s),
    signal,
  );
  if (!gone.ok) return gone;
  const events: InboundEvent[] = gone.value.map((id) => ({ type: 'delete', remoteMessageId: id, at: now }));
  const read = new Map<string, number>();
  const told = new Set(at.heard.map(({ s }) => s));
  for (const { status } of items) {
    if (status === null || !edited.includes(status.id) || read.has(status.id)) continue;
    if (read.size === threadsPerPull) break;
    const thread = await readAround(tools, status, signal);
    if (!thread.ok) return thread;
    read.set(status.id, status.edited_at ?? 0);
    if (thread.value === null) continue;
    for (const found of foundInThread(thread.value, tools.reader, told))
      if (found.status.id === status.id) events.push(...eventsOf(found, tools.reader));
  }
  const settled = new Set(asked.map(({ s }) => s));
  const heard = at.heard
    .filter(({ s }) => !settled.has(s))
    .map((entry): Heard => ({ ...entry, e: read.get(entry.s) ?? entry.e }));
  return connectorOk({ state: { ...at, heard, lookedAt: now }, events });
}
