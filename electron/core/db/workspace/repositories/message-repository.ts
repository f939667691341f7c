import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { attachments, messageRevisions, messages } from '../schema';
import { allPlaceholders, logChange, once, type WorkspaceDb } from '../workspace-db';

export type MessageRecord = typeof messages.$inferSelect;

const slotsPerSecond = 1024;

/** Row id that orders by time: seconds × 1024 + the first free slot. Late history sorts where it belongs. */
export function nextSeq(db: WorkspaceDb, createdAt: number): number {
  let base = Math.floor(createdAt / 1000) * slotsPerSecond;
  for (;;) {
    const row = db.raw
      .prepare<[number, number], { top: number | null }>(
        'SELECT max(seq) AS top FROM messages WHERE seq >= ? AND seq < ?',
      )
      .get(base, base + slotsPerSecond);
    const free = (row?.top ?? base - 1) + 1;
    if (free < base + slotsPerSecond) return free;
    base += slotsPerSecond;
  }
}

/** The text as the search index knows it; the index's delete command must be given the same. */
const indexed = (text: string): string => text.replaceAll('ı', 'i');

// better-sqlite3 binds a JavaScript number as REAL, and FTS5 then ignores it as a row id: hence BigInt.
function indexText(db: WorkspaceDb, seq: number, text: string): void {
  db.raw.prepare('INSERT INTO messages_fts(rowid, body) VALUES (?, ?)').run(BigInt(seq), indexed(text));
}
function unindexText(db: WorkspaceDb, seq: number, text: string): void {
  db.raw
    .prepare("INSERT INTO messages_fts(messages_fts, rowid, body) VALUES ('delete', ?, ?)")
    .run(BigInt(seq), indexed(text));
}

/** Writes a message and its place in the index. The only way a message gets into the file. */
export function insertMessage(db: WorkspaceDb, context: WriteContext, record: MessageRecord): void {
  once(db, 'insertMessage', () => db.orm.insert(messages).values(allPlaceholders(messages)).prepare()).run(record);
  indexText(db, record.seq, record.text);
  logChange(db, context, 'messages', record.id, '*');
}

/** Replaces the text of an edited message and keeps the old one as a revision. */
export function reviseMessage(
  db: WorkspaceDb,
  context: WriteContext,
  known: MessageRecord,
  text: string,
  editedAt: number,
  revisionId: string,
): void {
  db.orm
    .insert(messageRevisions)
    .values({ id: revisionId, messageId: known.id, text: known.text, seenAt: context.at })
    .run();
  unindexText(db, known.seq, known.text);
  db.orm
    .update(messages)
    .set({ text, editedAt, revisionCount: known.revisionCount + 1, updatedAt: context.at })
    .where(eq(messages.seq, known.seq))
    .run();
  indexText(db, known.seq, text);
  logChange(db, context, 'messages', known.id, 'text,edited_at');
}

/** Changes the text of a message that has not left yet; no revision, nobody has seen it. */
export function rewriteUnsent(db: WorkspaceDb, context: WriteContext, known: MessageRecord, text: string): void {
  unindexText(db, known.seq, known.text);
  db.orm.update(messages).set({ text, updatedAt: context.at }).where(eq(messages.seq, known.seq)).run();
  indexText(db, known.seq, text);
  logChange(db, context, 'messages', known.id, 'text');
}

/**
 * Marks a message as deleted; its row stays, so that the thread shows that something stood there, and it leaves the
 * search. What a customer took back is not ours to keep: the text, its earlier versions and its files go. Our own words
 * stay. Returns the content hashes of files that nothing refers to any more.
 */
export function markMessageDeleted(db: WorkspaceDb, context: WriteContext, known: MessageRecord): readonly string[] {
  unindexText(db, known.seq, known.text);
  const isTheirs = known.direction === 'inbound';
  db.orm
    .update(messages)
    .set({
      deletedAt: context.at,
      updatedAt: context.at,
      ...(isTheirs ? { text: '', revisionCount: 0, connectorData: null } : {}),
    })
    .where(eq(messages.seq, known.seq))
    .run();
  logChange(db, context, 'messages', known.id, isTheirs ? 'deleted_at,text' : 'deleted_at');
  if (!isTheirs) return [];
  db.orm.delete(messageRevisions).where(eq(messageRevisions.messageId, known.id)).run();
  return forgetAttachments(db, context, known.id);
}

function forgetAttachments(db: WorkspaceDb, context: WriteContext, messageId: string): readonly string[] {
  const mine = db.orm.select().from(attachments).where(eq(attachments.messageId, messageId)).all();
  for (const { id } of mine) {
    db.orm
      .update(attachments)
      .set({ name: '', alt: '', remoteUrl: null, contentHash: null, deletedAt: context.at, updatedAt: context.at })
      .where(eq(attachments.id, id))
      .run();
    logChange(db, context, 'attachments', id, 'deleted_at');
  }
  const isStillUsed = (hash: string): boolean =>
    db.orm.select({ id: attachments.id }).from(attachments).where(eq(attachments.contentHash, hash)).get() !==
    undefined;
  const hashes = mine.flatMap(({ contentHash }) => contentHash ?? []);
  return [...new Set(hashes)].filter((hash) => !isStillUsed(hash));
}

/** Removes a row for good: an echo that turned out to be a message we already hold, or a reply that never left. */
export function removeMessage(db: WorkspaceDb, context: WriteContext, known: MessageRecord): void {
  if (known.deletedAt === null) unindexText(db, known.seq, known.text);
  db.orm.delete(messages).where(eq(messages.seq, known.seq)).run();
  logChange(db, context, 'messages', known.id, 'removed');
}

export function updateMessage(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<Pick<MessageRecord, 'remoteId' | 'url' | 'isHidden' | 'isLiked' | 'connectorData' | 'createdAt'>>,
): void {
  db.orm
    .update(messages)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(messages.id, id))
    .run();
  logChange(db, context, 'messages', id, Object.keys(edit).join(','));
}

export const findMessage = (db: WorkspaceDb, id: string): MessageRecord | undefined =>
  db.orm.select().from(messages).where(eq(messages.id, id)).get();

export const findMessageByRemote = (db: WorkspaceDb, accountId: string, remoteId: string): MessageRecord | undefined =>
  once(db, 'findMessageByRemote', () =>
    db.orm
      .select()
      .from(messages)
      .where(
        and(eq(messages.accountId, sql.placeholder('accountId')), eq(messages.remoteId, sql.placeholder('remoteId'))),
      )
      .prepare(),
  ).get({ accountId, remoteId });

export const findMessageOfOutboxItem = (db: WorkspaceDb, itemId: string): MessageRecord | undefined =>
  db.orm.select().from(messages).where(eq(messages.outboxItemId, itemId)).get();

/** Newest message of a conversation that a person can see. */
export const newestMessage = (db: WorkspaceDb, conversationId: string): MessageRecord | undefined =>
  db.orm
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), isNull(messages.deletedAt)))
    .orderBy(desc(messages.seq))
    .limit(1)
    .get();

/** Newest inbound message of a conversation. */
export const newestInbound = (db: WorkspaceDb, conversationId: string): MessageRecord | undefined =>
  db.orm
    .select()
    .from(messages)
    .where(
      and(eq(messages.conversationId, conversationId), eq(messages.direction, 'inbound'), isNull(messages.deletedAt)),
    )
    .orderBy(desc(messages.seq))
    .limit(1)
    .get();

/** Messages of a conversation that arrived after `seq`, in order of time, at most 100. */
export const listArrivedAfter = (db: WorkspaceDb, conversationId: string, seq: number): readonly MessageRecord[] =>
  db.orm
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), gt(messages.seq, seq), isNull(messages.deletedAt)))
    .orderBy(messages.seq)
    .limit(100)
    .all();

/** Inbound messages after the newest outbound one: what nobody has answered. */
export function countUnanswered(db: WorkspaceDb, conversationId: string): number {
  const row = db.orm
    .select({ count: sql<number>`count(*)` })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, 'inbound'),
        isNull(messages.deletedAt),
        sql`${messages.seq} > coalesce((select max(o.seq) from messages o where o.conversation_id = ${conversationId} and o.direction = 'outbound' and o.deleted_at is null), 0)`,
      ),
    )
    .get();
  return row?.count ?? 0;
}

/** Newest message (seq) that came from the network, inbound or written elsewhere; our own queued ones do not count. */
export const newestSeenSeq = (db: WorkspaceDb, conversationId: string): number =>
  db.orm
    .select({ seq: messages.seq })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), isNull(messages.outboxItemId)))
    .orderBy(desc(messages.seq))
    .limit(1)
    .get()?.seq ?? 0;
