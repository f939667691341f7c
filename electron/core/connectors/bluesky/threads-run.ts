import { z } from 'zod';
import { firstReachMs, threadWindowMs } from './figures';

const state = z.object({
  v: z.literal(1),
  /** Start of the last finished run, ms since 1970 UTC. */
  lastRunAt: z.number().nullable(),
  /** Own posts within reach: number of direct answers when last read, and when written. */
  own: z.record(z.string(), z.object({ n: z.number(), t: z.number() })),
  run: z.object({ startedAt: z.number(), since: z.number(), left: z.array(z.string()) }).nullable(),
});

/** Where the re-reading of own threads stands. */
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

/** An own post that the author feed listed. */
export interface OwnPost {
  readonly uri: string;
  /** First post of its thread. */
  readonly rootUri: string;
  readonly isRootOwn: boolean;
  readonly replies: number;
  readonly writtenAt: number;
}

/** From when on own posts are looked at: the first run goes far back, later ones a window behind the last. */
export const sinceOf = ({ lastRunAt }: ThreadsState, now: number): number =>
  lastRunAt === null ? now - firstReachMs : Math.min(lastRunAt, now) - threadWindowMs;

/**
 * Which threads to read: all that are within the window, and older ones whose number of answers changed. An answer in
 * an own thread is read with that thread; one in a thread of somebody else is read around itself.
 */
export function threadsToRead(
  before: ThreadsState,
  posts: readonly OwnPost[],
  now: number,
): { readonly left: readonly string[]; readonly own: ThreadsState['own'] } {
  const left = new Set<string>();
  const own: Record<string, { n: number; t: number }> = {};
  const isFirst = before.lastRunAt === null;
  for (const post of posts) {
    const known = before.own[post.uri];
    if (post.isRootOwn && post.rootUri === post.uri) own[post.uri] = { n: post.replies, t: post.writtenAt };
    const isYoung = post.writtenAt >= sinceOf(before, now);
    const hasChanged = known === undefined ? post.replies > 0 : known.n !== post.replies;
    // An own first post that nobody answered has nothing to read; an own answer always has the words it answers.
    const hasMessages = post.replies > 0 || post.rootUri !== post.uri;
    if (hasMessages ? isFirst || isYoung || hasChanged : hasChanged) left.add(post.isRootOwn ? post.rootUri : post.uri);
  }
  return { left: [...left], own };
}
