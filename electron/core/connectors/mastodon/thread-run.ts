import { z } from 'zod';
import { firstReachMs, youngPostMs, youngPostsPerRun } from './figures';

const own = z.object({
  /** Number of answers. */
  n: z.number(),
  /** When written and when edited last (0: never), ms since 1970 UTC. */
  t: z.number(),
  e: z.number(),
});

const state = z.object({
  v: z.literal(1),
  /** Start of the last finished run, ms since 1970 UTC. */
  lastRunAt: z.number().nullable(),
  own: z.record(z.string(), own),
  run: z.object({ startedAt: z.number(), since: z.number(), left: z.array(z.string()) }).nullable(),
});

/** Where the reading of own recent threads stands. */
export type ThreadsState = z.output<typeof state>;

export const startThreads: ThreadsState = { v: 1, lastRunAt: null, own: {}, run: null };

export function readThreadsState(cursor: string | null): ThreadsState {
  if (cursor === null) return startThreads;
  try {
    const parsed = state.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : startThreads;
  } catch {
    return startThreads;
  }
}

/** From when on own statuses are looked at: the first run goes far back, later ones three days behind the last. */
export const sinceOf = ({ lastRunAt }: ThreadsState, now: number): number =>
  lastRunAt === null ? now - firstReachMs : Math.min(lastRunAt, now) - 3 * youngPostMs;

/** An own status as the list shows it. */
export interface OwnListed {
  readonly id: string;
  readonly isReply: boolean;
  readonly replies: number;
  readonly writtenAt: number;
  readonly editedAt: number | null;
}

/**
 * Whose threads to read: own answers not seen before (they may have been given outside the app), own statuses whose
 * number of answers or text changed, and a few young first posts, whose answers may have changed.
 */
export function ownToRead(before: ThreadsState, listed: readonly OwnListed[], now: number): readonly string[] {
  const isFirst = before.lastRunAt === null;
  let young = 0;
  return listed
    .filter(({ id, isReply, replies, writtenAt, editedAt }) => {
      const known = before.own[id];
      if (known === undefined) return isReply || replies > 0;
      if (known.n !== replies || known.e !== (editedAt ?? 0)) return true;
      if (isFirst || isReply || replies === 0 || now - writtenAt > youngPostMs) return false;
      young += 1;
      return young <= youngPostsPerRun;
    })
    .map(({ id }) => id);
}

export const ownState = (listed: readonly OwnListed[]): ThreadsState['own'] =>
  Object.fromEntries(
    listed.map(({ id, replies, writtenAt, editedAt }) => [id, { n: replies, t: writtenAt, e: editedAt ?? 0 }]),
  );
