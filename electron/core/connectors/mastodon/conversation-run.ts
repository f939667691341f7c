import { z } from 'zod';
import { firstReachMs, rememberedConversations } from './figures';

const run = z.object({
  startedAt: z.number(),
  floor: z.number(),
  /** `max_id` of the next page, by the server's Link header; null for the first. */
  page: z.string().nullable(),
  isListed: z.boolean(),
  /** Last messages of conversations that changed, whose threads are still to be read. */
  left: z.array(z.string()),
});

const state = z.object({
  v: z.literal(1),
  coveredTo: z.number().nullable(),
  /** Per conversation of the server what its last message was when it was last read, newest first. */
  seen: z.array(z.tuple([z.string(), z.string()])),
  run: run.nullable(),
});

/** Where the reading of the list of private conversations stands. Times are ms since 1970 UTC. */
export type ConversationState = z.output<typeof state>;
export type ConversationRun = z.output<typeof run>;

const start: ConversationState = { v: 1, coveredTo: null, seen: [], run: null };

export function readConversationState(cursor: string | null): ConversationState {
  if (cursor === null) return start;
  try {
    const parsed = state.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : start;
  } catch {
    return start;
  }
}

/** The run under way, or a new one from the top: the first reaches back a month, later ones to what is unchanged. */
export const beginListing = (
  { run: current, coveredTo }: ConversationState,
  now: number,
  floor?: number,
): ConversationRun =>
  current ?? {
    startedAt: now,
    floor: floor ?? (coveredTo === null ? now - firstReachMs : 0),
    page: null,
    isListed: false,
    left: [],
  };

/** A conversation on a page of the list. */
export interface ListedConversation {
  readonly id: string;
  readonly lastId: string;
  readonly lastAt: number;
  readonly editedAt: number | null;
}

/** Takes a page of the list into account: what changed is read, and the list goes on while anything did. */
export function takePage(
  at: ConversationState,
  current: ConversationRun,
  page: readonly ListedConversation[],
  older: string | null,
): { readonly state: ConversationState; readonly run: ConversationRun } {
  const seen = new Map(at.seen);
  const markOf = ({ lastId, editedAt }: ListedConversation): string => `${lastId}/${editedAt ?? 0}`;
  const inReach = page.filter(({ lastAt }) => lastAt >= current.floor);
  const changed = inReach.filter((one) => seen.get(one.id) !== markOf(one));
  const fresh = new Map(changed.map((one) => [one.id, markOf(one)]));
  const rest = at.seen.filter(([id]) => !fresh.has(id));
  const isLast = older === null || older === current.page || changed.length === 0;
  return {
    state: { ...at, seen: [...fresh, ...rest].slice(0, rememberedConversations) },
    run: {
      ...current,
      page: older,
      isListed: isLast,
      left: [...new Set([...current.left, ...changed.map(({ lastId }) => lastId)])],
    },
  };
}
