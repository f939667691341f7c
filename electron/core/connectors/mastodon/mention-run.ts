import { z } from 'zod';
import { firstReachMs } from './figures';
import { compareIds, isNewer, newestId } from './ids';
import type { Paging } from './paging';

const walk = z.object({
  startedAt: z.number(),
  /** Older ones than this are not read, ms since 1970 UTC; 0 where `aboveId` is the end. */
  floor: z.number(),
  /** Everything down to this id is known. */
  aboveId: z.string().nullable(),
  /** Entries below this id come next; null for the first page. */
  below: z.string().nullable(),
  /** Newest id that the walk met; the place to go forward from when it ends. */
  top: z.string().nullable(),
});

/** A message that was taken in: its status, when the server told of it, and when it was edited last (0: never). */
const heard = z.object({ s: z.string(), t: z.number(), e: z.number() });
export type Heard = z.output<typeof heard>;

const state = z.object({
  v: z.literal(1),
  /** Newest id that is taken in, with everything below it; null before the first entry. */
  high: z.string().nullable(),
  /** Up to when everything is held, ms since 1970 UTC; null before the first run has ended. */
  coveredTo: z.number().nullable(),
  walk: walk.nullable(),
  /** What was taken in of late, newest first, and when it was looked at again. */
  heard: z.array(heard),
  lookedAt: z.number(),
});

/**
 * Where the reading of a list of notifications stands. Usually it goes forward from `high`, oldest first. At the very first
 * pull, and where a server skipped something, it walks down from the top instead.
 */
export type MentionState = z.output<typeof state>;

export const startMentions = (now: number, floor = now - firstReachMs): MentionState => ({
  v: 1,
  high: null,
  coveredTo: null,
  walk: { startedAt: now, floor, aboveId: null, below: null, top: null },
  heard: [],
  lookedAt: now,
});

/** A cursor that cannot be read starts over: the same messages come again, which changes nothing. */
export function readMentionState(cursor: string | null, now: number): MentionState {
  if (cursor === null) return startMentions(now);
  try {
    const parsed = state.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : startMentions(now);
  } catch {
    return startMentions(now);
  }
}

/** A list that was empty so far has no place to go forward from: it is walked down whole. */
export const withPlace = (at: MentionState, now: number): MentionState =>
  at.walk === null && at.high === null
    ? { ...at, walk: { startedAt: now, floor: 0, aboveId: null, below: null, top: null } }
    : at;

/** What the next page is asked with. */
export interface PageQuery {
  readonly min_id?: string;
  readonly max_id?: string;
}

export const queryFor = ({ high, walk: down }: MentionState): PageQuery => {
  if (down !== null) return down.below === null ? {} : { max_id: down.below };
  return high === null ? {} : { min_id: high };
};

/** An entry of the list, whatever its content. */
export interface Listed {
  readonly id: string;
  readonly at: number;
}

/** Entries of a page in the order in which they are taken in: forward oldest first, down newest first, without known ones. */
export function inOrder<T extends Listed>({ high, walk: down }: MentionState, page: readonly T[]): readonly T[] {
  if (down === null)
    return page
      .filter(({ id }) => high === null || isNewer(id, high))
      .toSorted((left, right) => compareIds(left.id, right.id));
  return page
    .filter(({ id, at }) => at >= down.floor && (down.aboveId === null || isNewer(id, down.aboveId)))
    .filter(({ id }) => down.below === null || isNewer(down.below, id))
    .toSorted((left, right) => compareIds(right.id, left.id));
}

export interface Step {
  readonly state: MentionState;
  readonly isDone: boolean;
  readonly covered: { readonly fromAt: number; readonly toAt: number } | null;
}

const spanOf = (fromAt: number, toAt: number): Step['covered'] => (fromAt <= toAt ? { fromAt, toAt } : null);

/**
 * Takes a page into account. `taken` are the first of its entries in order; those that did not fit follow with the next
 * pull. `paging`: where the list goes on by the server's word.
 */
export function advance(
  at: MentionState,
  page: readonly Listed[],
  wanted: readonly Listed[],
  taken: number,
  { older, newer }: Paging,
  now: number,
): Step {
  const isWhole = taken === wanted.length;
  const last = wanted[taken - 1];
  if (at.walk === null) {
    const high = last === undefined ? at.high : last.id;
    if (wanted.length > 0) return { state: { ...at, high }, isDone: false, covered: null };
    // A page of which nothing could be read would otherwise be asked for again for ever.
    if (newer !== null && (high === null || isNewer(newer, high)))
      return { state: { ...at, high: newer }, isDone: false, covered: null };
    const covered = spanOf(at.coveredTo ?? now, now);
    return { state: { ...at, coveredTo: now }, isDone: true, covered };
  }
  const { walk: down } = at;
  const top = down.top ?? newestId(page.map(({ id }) => id)) ?? at.high;
  if (!isWhole)
    return { state: { ...at, walk: { ...down, top, below: last?.id ?? down.below } }, isDone: false, covered: null };
  const oldest = page.toSorted((left, right) => compareIds(left.id, right.id))[0];
  const below = older ?? oldest?.id ?? null;
  const isProgress = below !== null && (down.below === null || isNewer(down.below, below));
  const isBottom =
    oldest === undefined ||
    !isProgress ||
    oldest.at < down.floor ||
    (down.aboveId !== null && !isNewer(oldest.id, down.aboveId));
  if (!isBottom) return { state: { ...at, walk: { ...down, top, below } }, isDone: false, covered: null };
  const fromAt = at.coveredTo ?? down.floor;
  return {
    state: { ...at, high: top, coveredTo: down.startedAt, walk: null },
    isDone: true,
    covered: spanOf(fromAt, down.startedAt),
  };
}

/**
 * A walk down to what is known: for a server that gives the newest entries above an id where the oldest were asked for,
 * which would skip what lies between.
 */
export const walkDown = (at: MentionState, now: number): MentionState => ({
  ...at,
  walk: { startedAt: now, floor: 0, aboveId: at.high, below: null, top: null },
});
