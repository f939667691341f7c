import { z } from 'zod';
import { firstReachMs } from './figures';

const state = z.object({
  v: z.literal(1),
  /** The network's own place in its log; null where it has said nothing yet. */
  log: z.string().nullable(),
  /** Up to when everything is held, ms since 1970 UTC; null before the first run has ended. */
  coveredTo: z.number().nullable(),
  /** The list of conversations being gone through, before the log alone is enough. */
  listing: z
    .object({
      startedAt: z.number(),
      floor: z.number(),
      /** Page of the list; null where the first is still to be read. */
      page: z.string().nullable(),
      isListed: z.boolean(),
      /** Conversations whose messages are still to be read, each with the place reached in it. */
      left: z.array(z.object({ id: z.string(), page: z.string().nullable() })),
    })
    .nullable(),
});

/** Where the reading of direct messages stands: first the conversations, then the log. */
export type ChatState = z.output<typeof state>;

/** Goes through all conversations down to `floor`. */
export const startListing = (now: number, floor = now - firstReachMs): ChatState => ({
  v: 1,
  log: null,
  coveredTo: null,
  listing: { startedAt: now, floor, page: null, isListed: false, left: [] },
});

export function readChatState(cursor: string | null, now: number): ChatState {
  if (cursor === null) return startListing(now);
  try {
    const parsed = state.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : startListing(now);
  } catch {
    return startListing(now);
  }
}
