import { z } from 'zod';
import { deepEveryMs, deepOverlapMs, firstReachMs, overlapMs, rememberedNotifications } from './figures';

/** A notification that was taken in before, and when the network says it came. */
const known = z.object({ u: z.string(), t: z.number() });
export type Known = z.output<typeof known>;

const run = z.object({
  /** The network's own cursor to older pages; null for the first page. */
  page: z.string().nullable(),
  startedAt: z.number(),
  /** Everything down to here is read in this run. */
  floor: z.number(),
  newest: z.number(),
  isDeep: z.boolean(),
  /** Known ones in reach that this run has not met yet. */
  unmet: z.array(z.string()),
});

const state = z.object({
  v: z.literal(1),
  /** Newest time of a finished run. */
  watermark: z.number().nullable(),
  deepAt: z.number(),
  known: z.array(known),
  run: run.nullable(),
});

/** Where the reading of a newest-first list stands. Times are ms since 1970 UTC by the network's clock. */
export type NotificationState = z.output<typeof state>;
export type NotificationRun = NonNullable<NotificationState['run']>;

export const startState: NotificationState = { v: 1, watermark: null, deepAt: 0, known: [], run: null };

/** A cursor that cannot be read starts over: the core takes in the same messages again, which changes nothing. */
export function readNotificationState(cursor: string | null): NotificationState {
  if (cursor === null) return startState;
  try {
    const parsed = state.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : startState;
  } catch {
    return startState;
  }
}

/** The run under way, or a new one from the top. `reachMs`: how far the very first run goes back. */
export function beginRun(at: NotificationState, now: number, reachMs = firstReachMs): NotificationRun {
  if (at.run !== null) return at.run;
  // A clock that was set back must not keep the deep run away for as long.
  const isDeep = now - at.deepAt >= deepEveryMs || now < at.deepAt;
  const floor = at.watermark === null ? now - reachMs : at.watermark - (isDeep ? deepOverlapMs : overlapMs);
  const unmet = at.known.filter((entry) => entry.t >= floor).map((entry) => entry.u);
  return { page: null, startedAt: now, floor, newest: at.watermark ?? floor, isDeep, unmet };
}

export interface PageSeen {
  /** What the page held that we want, with its times. */
  readonly entries: readonly Known[];
  /** Oldest time on the page, of entries of any kind; null for an empty page. */
  readonly oldest: number | null;
  readonly next: string | null;
}

export interface Advanced {
  readonly state: NotificationState;
  readonly isDone: boolean;
  /** Only when done: known ones in reach that are no longer listed. */
  readonly vanished: readonly string[];
}

/** Takes one page into account. A run ends below its floor or where the list ends; only then the watermark moves. */
export function advance(at: NotificationState, current: NotificationRun, page: PageSeen): Advanced {
  const met = new Set(page.entries.map((entry) => entry.u));
  const newest = page.entries.reduce((most, entry) => Math.max(most, entry.t), current.newest);
  const fresh = page.entries.filter((entry) => !at.known.some((old) => old.u === entry.u));
  const remembered = [...at.known, ...fresh].toSorted((left, right) => right.t - left.t);
  const unmet = current.unmet.filter((uri) => !met.has(uri));
  // A server that repeats its cursor would otherwise be read for ever.
  const isDone =
    page.next === null ||
    page.oldest === null ||
    page.oldest < current.floor ||
    (current.page !== null && page.next === current.page);
  if (!isDone)
    return {
      state: { ...at, known: remembered, run: { ...current, page: page.next, newest, unmet } },
      isDone,
      vanished: [],
    };
  return {
    state: {
      v: 1,
      watermark: newest,
      deepAt: current.isDeep ? current.startedAt : at.deepAt,
      known: remembered.slice(0, rememberedNotifications),
      run: null,
    },
    isDone,
    vanished: unmet,
  };
}

/** Forgets what turned out to be deleted. */
export const forget = (at: NotificationState, uris: readonly string[]): NotificationState => ({
  ...at,
  known: at.known.filter((entry) => !uris.includes(entry.u)),
});
