import { z } from 'zod';
import type { InboundEvent, PullPage } from '../../core/types';
import { conversationById, type ConversationRow } from './conversations';
import { messageColumns, messageEvents, type MessageRow } from './messages';
import type { PostRow } from './posts';
import type { Store } from './store';

const dayMs = 86_400_000;
/** How far back a first pull reaches. */
export const firstReachMs = 30 * dayMs;
/** How far back the network still reads when it has forgotten a cursor. */
export const forgottenReachMs = 3_600_000;
const feedPageSize = 100;
const threadsPerPage = 20;
const backfillPageSize = 100;

export interface StreamOf {
  readonly accountId: string;
  readonly isDirect: boolean;
}

const cursorSchema = z.object({
  /** Everything up to this revision is held. */
  after: z.number().int(),
  /** Revision at which the present run of a thread list began. */
  base: z.number().int(),
  /** Time up to which everything is held. */
  since: z.number().int(),
  /** Older messages are left to the backfill. */
  from: z.number().int(),
});
type Cursor = z.infer<typeof cursorSchema>;

const readCursor = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const firstCursor = (now: number): Cursor => ({
  after: 0,
  base: 0,
  since: now - firstReachMs,
  from: now - firstReachMs,
});

/** First change that cannot be read yet; a stream never passes it, so that no later change hides it. */
const ceilingOf = (store: Store, stream: StreamOf, now: number): { rev: number; at: number } | undefined =>
  store.get<{ rev: number; at: number }>(
    `SELECT rev, created_at AS at FROM messages INDEXED BY messages_unseen
     WHERE account_id = ? AND is_direct = ? AND visible_at > ? AND visible_at > 0 ORDER BY rev LIMIT 1`,
    stream.accountId,
    stream.isDirect ? 1 : 0,
    now,
  );

const eventsOf = (store: Store, rows: readonly MessageRow[]): InboundEvent[] => {
  const known = new Map<string, ConversationRow>();
  return rows.flatMap((row) => {
    const conversation = known.get(row.conversation_id) ?? conversationById(store, row.conversation_id);
    if (!conversation) return [];
    known.set(conversation.id, conversation);
    return messageEvents(store, row, conversation);
  });
};

interface Found {
  readonly events: readonly InboundEvent[];
  readonly after: number;
  readonly hasMore: boolean;
}

const readFeed = (store: Store, stream: StreamOf, cursor: Cursor, ceiling: number): Found => {
  const messages = store.all<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE account_id = ? AND is_direct = 0 AND rev > ? AND rev < ?
     AND created_at >= ? ORDER BY rev LIMIT ?`,
    stream.accountId,
    cursor.after,
    ceiling,
    cursor.from,
    feedPageSize + 1,
  );
  const posts = store.all<PostRow>(
    `SELECT id, account_id, text, created_at, deleted_at, rev FROM posts
     WHERE account_id = ? AND rev > ? AND rev < ? AND deleted_at IS NOT NULL ORDER BY rev LIMIT ?`,
    stream.accountId,
    cursor.after,
    ceiling,
    feedPageSize + 1,
  );
  const merged = [
    ...messages.map((row) => ({ rev: row.rev, events: () => eventsOf(store, [row]) })),
    ...posts.map((row) => ({
      rev: row.rev,
      events: (): InboundEvent[] =>
        row.deleted_at === null ? [] : [{ type: 'post_delete', remotePostId: row.id, at: row.deleted_at }],
    })),
  ].sort((a, b) => a.rev - b.rev);
  const kept = merged.slice(0, feedPageSize);
  return {
    events: kept.flatMap((entry) => entry.events()),
    after: kept.at(-1)?.rev ?? cursor.after,
    hasMore: merged.length > kept.length,
  };
};

const readThreads = (store: Store, stream: StreamOf, cursor: Cursor, ceiling: number): Found => {
  const threads = store.all<{ id: string; rev: number }>(
    `SELECT id, rev FROM conversations WHERE account_id = ? AND kind = 'direct' AND rev > ? AND rev < ?
     ORDER BY rev LIMIT ?`,
    stream.accountId,
    cursor.after,
    ceiling,
    threadsPerPage + 1,
  );
  const kept = threads.slice(0, threadsPerPage);
  const events = kept.flatMap((thread) =>
    eventsOf(
      store,
      store.all<MessageRow>(
        `SELECT ${messageColumns} FROM messages WHERE conversation_id = ? AND rev > ? AND rev < ? AND created_at >= ?
         ORDER BY created_at, rev`,
        thread.id,
        cursor.base,
        ceiling,
        cursor.from,
      ),
    ),
  );
  return { events, after: kept.at(-1)?.rev ?? cursor.after, hasMore: threads.length > kept.length };
};

/**
 * One page of a stream. A feed goes forward by revision; direct messages go by changed thread, and a thread that changes while a
 * run is under way comes again. A cursor that is not ours starts anew, like a first pull.
 */
export const pullPage = (
  store: Store,
  stream: StreamOf,
  cursorText: string | null,
  now: number,
  isForgotten: boolean,
): PullPage => {
  const given = cursorText === null ? undefined : readCursor(cursorSchema, cursorText);
  const restart = now - forgottenReachMs;
  const cursor =
    given && isForgotten
      ? { after: 0, base: 0, since: Math.max(restart, Math.min(given.since, now)), from: restart }
      : (given ?? firstCursor(now));
  const ceiling = ceilingOf(store, stream, now);
  const read = stream.isDirect ? readThreads : readFeed;
  const found = read(store, stream, cursor, ceiling?.rev ?? Number.MAX_SAFE_INTEGER);
  const since = Math.min(cursor.since, now);
  const toAt = ceiling ? Math.min(now, ceiling.at - 1) : now;
  // A thread waits whole for its invisible message, so that older words of it may still be missing.
  const isWhole = !found.hasMore && !(stream.isDirect && ceiling !== undefined);
  const isCovered = isWhole && toAt >= since;
  const next: Cursor = {
    after: found.after,
    base: isWhole ? found.after : cursor.base,
    since: isCovered ? toAt : since,
    from: isWhole ? 0 : cursor.from,
  };
  const isGap = given !== undefined && isForgotten && given.since < restart;
  return {
    events: found.events,
    cursor: JSON.stringify(next),
    hasMore: found.hasMore,
    covered: isCovered ? { fromAt: since, toAt } : null,
    gaps: isGap ? [{ fromAt: given.since, toAt: restart, reason: 'cursor_lost', isRefillable: true }] : [],
  };
};

const backfillCursor = z.object({ at: z.number().int(), id: z.string(), start: z.number().int() });

/** Older history, newest first, down to `untilAt`. */
export const backfillPage = (
  store: Store,
  stream: StreamOf,
  cursorText: string | null,
  untilAt: number,
  now: number,
): PullPage => {
  const cursor = (cursorText === null ? undefined : readCursor(backfillCursor, cursorText)) ?? {
    at: now + 1,
    id: '',
    start: now,
  };
  const rows = store.all<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE account_id = ? AND is_direct = ? AND (created_at, id) < (?, ?)
     AND created_at >= ? AND visible_at <= ? ORDER BY created_at DESC, id DESC LIMIT ?`,
    stream.accountId,
    stream.isDirect ? 1 : 0,
    cursor.at,
    cursor.id,
    untilAt,
    now,
    backfillPageSize + 1,
  );
  const kept = rows.slice(0, backfillPageSize);
  const last = kept.at(-1);
  const hasMore = rows.length > kept.length;
  return {
    events: eventsOf(store, kept),
    cursor: JSON.stringify({ at: last?.created_at ?? cursor.at, id: last?.id ?? cursor.id, start: cursor.start }),
    hasMore,
    covered: hasMore || untilAt > cursor.start ? null : { fromAt: untilAt, toAt: cursor.start },
    gaps: [],
  };
};
