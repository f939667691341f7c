import { and, eq, inArray, sql } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { conversations, posts } from '../schema';
import { allPlaceholders, logChange, once, type WorkspaceDb } from '../workspace-db';

export type ConversationRecord = typeof conversations.$inferSelect;
export type PostRecord = typeof posts.$inferSelect;

export const findConversation = (db: WorkspaceDb, id: string): ConversationRecord | undefined =>
  db.orm.select().from(conversations).where(eq(conversations.id, id)).get();

export const findConversations = (db: WorkspaceDb, ids: readonly string[]): readonly ConversationRecord[] =>
  db.orm
    .select()
    .from(conversations)
    .where(inArray(conversations.id, [...ids]))
    .all();

export const findConversationByRemote = (
  db: WorkspaceDb,
  accountId: string,
  remoteId: string,
): ConversationRecord | undefined =>
  once(db, 'findConversationByRemote', () =>
    db.orm
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.accountId, sql.placeholder('accountId')),
          eq(conversations.remoteId, sql.placeholder('remoteId')),
        ),
      )
      .prepare(),
  ).get({ accountId, remoteId });

export function insertConversation(db: WorkspaceDb, context: WriteContext, record: ConversationRecord): void {
  once(db, 'insertConversation', () =>
    db.orm.insert(conversations).values(allPlaceholders(conversations)).prepare(),
  ).run(record);
  logChange(db, context, 'conversations', record.id, '*');
}

export function updateConversation(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<Omit<ConversationRecord, 'id' | 'accountId' | 'remoteId'>>,
): void {
  db.orm
    .update(conversations)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(conversations.id, id))
    .run();
  logChange(db, context, 'conversations', id, Object.keys(edit).join(','));
}

export const findPost = (db: WorkspaceDb, id: string): PostRecord | undefined =>
  db.orm.select().from(posts).where(eq(posts.id, id)).get();

export const findPostByRemote = (db: WorkspaceDb, accountId: string, remoteId: string): PostRecord | undefined =>
  once(db, 'findPostByRemote', () =>
    db.orm
      .select()
      .from(posts)
      .where(and(eq(posts.accountId, sql.placeholder('accountId')), eq(posts.remoteId, sql.placeholder('remoteId'))))
      .prepare(),
  ).get({ accountId, remoteId });

/** Inserts a post or brings it up to date; returns its id. */
export function upsertPost(db: WorkspaceDb, context: WriteContext, record: PostRecord): string {
  const known = findPostByRemote(db, record.accountId, record.remoteId);
  if (!known) {
    db.orm.insert(posts).values(record).run();
    return record.id;
  }
  if (known.text !== record.text || (known.deletedAt === null) !== (record.deletedAt === null)) {
    db.orm
      .update(posts)
      .set({ text: record.text, deletedAt: record.deletedAt, updatedAt: context.at })
      .where(eq(posts.id, known.id))
      .run();
  }
  return known.id;
}

/** Marks a post and the conversations about it as gone; returns those conversations' ids. */
export function markPostDeleted(
  db: WorkspaceDb,
  context: WriteContext,
  accountId: string,
  remoteId: string,
): readonly string[] {
  const post = findPostByRemote(db, accountId, remoteId);
  if (!post || post.deletedAt !== null) return [];
  db.orm.update(posts).set({ deletedAt: context.at, updatedAt: context.at }).where(eq(posts.id, post.id)).run();
  const touched = db.orm
    .update(conversations)
    .set({ isTargetDeleted: true, updatedAt: context.at })
    .where(eq(conversations.postId, post.id))
    .returning({ id: conversations.id })
    .all();
  return touched.map((row) => row.id);
}

/** What a new message changes on the row of the desk; built once, because every message does it. */
export function touchConversation(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  row: Pick<
    ConversationRecord,
    'preview' | 'isPreviewOutbound' | 'lastMessageAt' | 'lastInboundAt' | 'unreadCount' | 'status' | 'snoozedUntil'
  >,
): void {
  db.raw
    .prepare(
      `UPDATE conversations SET preview = ?, is_preview_outbound = ?, last_message_at = ?, last_inbound_at = ?, unread_count = ?,
         status = ?, snoozed_until = ?, updated_at = ? WHERE id = ?`,
    )
    .run(
      row.preview,
      row.isPreviewOutbound ? 1 : 0,
      row.lastMessageAt,
      row.lastInboundAt,
      row.unreadCount,
      row.status,
      row.snoozedUntil,
      context.at,
      id,
    );
  logChange(db, context, 'conversations', id, 'preview,last_message_at,unread_count,status');
}

/** Snoozed conversations whose time has come, oldest first, at most 500. */
export const listDueSnoozes = (db: WorkspaceDb, now: number): readonly ConversationRecord[] =>
  db.orm
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.status, 'snoozed'),
        sql`${conversations.deletedAt} is null`,
        sql`${conversations.snoozedUntil} <= ${now}`,
      ),
    )
    .limit(500)
    .all();
