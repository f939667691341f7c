import { connectorOk, type ConnectorResult } from '../core/errors';
import type { InboundEvent } from '../core/types';
import { largestNotificationPage, lookEveryMs, rememberedMessages, suspectPage, vanishedPerRun } from './figures';
import { isNewer } from './ids';
import type { Heard, MentionState } from './mention-run';
import { goneAmong } from './reading';
import { takeIn } from './take-in';
import { listTold, type Told } from './told';
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
  readonly edited: readonly Told[];
  /**
   * Messages below the place reached that were not there when it was passed: a server gives out ids before it shows what
   * they stand for, so that a later one can be seen first.
   */
  readonly missed: readonly Told[];
  /** Known messages that should be listed still and are not. */
  readonly vanished: readonly Heard[];
}

/** What the newest page says against what is known. A page that is not full holds the whole list. */
export function compare({ heard, high }: Pick<MentionState, 'heard' | 'high'>, page: readonly Told[]): Compared {
  const known = new Map(heard.map(({ s, e }) => [s, e]));
  const listed = new Set(page.flatMap(({ status }) => (status === null ? [] : [status.id])));
  const oldestListed = page.length < suspectPage ? Number.NEGATIVE_INFINITY : Math.min(...page.map(({ at }) => at));
  const oldestKnown = Math.min(...heard.map(({ t }) => t));
  return {
    edited: page.filter(({ status }) => {
      const before = status === null ? undefined : known.get(status.id);
      return before !== undefined && (status?.edited_at ?? 0) > before;
    }),
    missed: page.filter(
      ({ id, at, status }) =>
        status !== null && !known.has(status.id) && at > oldestKnown && high !== null && !isNewer(id, high),
    ),
    vanished: heard.filter(({ s, t }) => !listed.has(s) && t > oldestListed),
  };
}

interface Looked {
  readonly state: MentionState;
  readonly events: readonly InboundEvent[];
}

/**
 * Reads the newest page once more: no server tells the mentioned of an edit or a deletion, but an edited message stands
 * there with its new text, and a deleted one no longer. What was passed before it could be seen is taken in as well.
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
  const { edited, missed, vanished } = compare(at, newest.value.items);
  const asked = vanished.slice(0, vanishedPerRun);
  const gone = await goneAmong(
    tools,
    asked.map(({ s }) => s),
    signal,
  );
  if (!gone.ok) return gone;
  const wanted = [...missed, ...edited];
  const taken = await takeIn(tools, wanted, signal);
  if (!taken.ok) return taken;
  const settled = new Set(asked.map(({ s }) => s));
  const rest = { ...at, heard: at.heard.filter(({ s }) => !settled.has(s)), lookedAt: now };
  return connectorOk({
    // What did not fit into this look still differs at the next.
    state: remember(rest, wanted.slice(0, taken.value.count)),
    events: [
      ...gone.value.map((id): InboundEvent => ({ type: 'delete', remoteMessageId: id, at: now })),
      ...taken.value.events,
    ],
  });
}
