import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { channelAccounts } from './accounts';
import { contacts } from './contacts';

/** Posts that comments and mentions are about. */
export const posts = sqliteTable(
  'posts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    remoteId: text('remote_id').notNull(),
    authorName: text('author_name').notNull(),
    authorHandle: text('author_handle').notNull(),
    isOwn: integer('is_own', { mode: 'boolean' }).notNull(),
    text: text('text').notNull(),
    url: text('url'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [uniqueIndex('posts_remote').on(t.accountId, t.remoteId)],
);

/** Conversations, with what a row of the desk shows kept on the row, so that a page is one index walk. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    remoteId: text('remote_id').notNull(),
    kind: text('kind', { enum: ['direct', 'comment', 'mention', 'review'] }).notNull(),
    visibility: text('visibility', { enum: ['public', 'unlisted', 'followers', 'direct'] }).notNull(),
    status: text('status', { enum: ['open', 'pending', 'snoozed', 'resolved'] }).notNull(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id),
    contactRemoteId: text('contact_remote_id').notNull(),
    contactName: text('contact_name').notNull(),
    contactHandle: text('contact_handle').notNull(),
    contactUrl: text('contact_url'),
    postId: text('post_id').references(() => posts.id),
    url: text('url'),
    preview: text('preview').notNull(),
    isPreviewOutbound: integer('is_preview_outbound', { mode: 'boolean' }).notNull(),
    lastMessageAt: integer('last_message_at').notNull(),
    lastInboundAt: integer('last_inbound_at'),
    unreadCount: integer('unread_count').notNull(),
    assigneeId: text('assignee_id'),
    snoozedUntil: integer('snoozed_until'),
    hasDraft: integer('has_draft', { mode: 'boolean' }).notNull(),
    /** State of the newest outbox item that has not left; null where none waits. */
    outboxState: text('outbox_state'),
    isMuted: integer('is_muted', { mode: 'boolean' }).notNull(),
    isContactBlocked: integer('is_contact_blocked', { mode: 'boolean' }).notNull(),
    isTargetDeleted: integer('is_target_deleted', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    uniqueIndex('conversations_remote').on(t.accountId, t.remoteId),
    index('conversations_status')
      .on(t.status, t.lastMessageAt, t.id)
      .where(sql`deleted_at is null`),
    index('conversations_recent')
      .on(t.lastMessageAt, t.id)
      .where(sql`deleted_at is null`),
    index('conversations_kind')
      .on(t.kind, t.status, t.lastMessageAt, t.id)
      .where(sql`deleted_at is null`),
    index('conversations_unread')
      .on(t.lastMessageAt, t.id)
      .where(sql`deleted_at is null and unread_count > 0`),
    index('conversations_drafts')
      .on(t.lastMessageAt, t.id)
      .where(sql`deleted_at is null and has_draft = 1`),
    index('conversations_snoozed')
      .on(t.snoozedUntil)
      .where(sql`deleted_at is null and status = 'snoozed'`),
    index('conversations_assignee')
      .on(t.assigneeId, t.lastMessageAt, t.id)
      .where(sql`deleted_at is null and assignee_id is not null`),
    index('conversations_contact').on(t.contactId, t.lastMessageAt),
  ],
);

export const labels = sqliteTable(
  'labels',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    colour: text('colour').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [uniqueIndex('labels_name').on(t.folded)],
);

export const conversationLabels = sqliteTable(
  'conversation_labels',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    labelId: text('label_id')
      .notNull()
      .references(() => labels.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.labelId] }), index('conversation_labels_label').on(t.labelId)],
);

/** What a change can be taken back to; rows older than a day are purged. */
export const undoEntries = sqliteTable('undo_entries', {
  id: text('id').primaryKey(),
  action: text('action').notNull(),
  payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  staffId: text('staff_id'),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
});
