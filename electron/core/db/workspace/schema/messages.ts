import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { channelAccounts } from './accounts';
import { conversations } from './conversations';

/**
 * Messages in and out. `seq` is the row id and orders by time (seconds × 1024 + n), so that newest-first search
 * stays true when history is fetched late; FTS5 uses it as its rowid.
 */
export const messages = sqliteTable(
  'messages',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    /** Null until the network has named it. */
    remoteId: text('remote_id'),
    direction: text('direction', { enum: ['inbound', 'outbound'] }).notNull(),
    authorRemoteId: text('author_remote_id').notNull(),
    authorName: text('author_name').notNull(),
    authorHandle: text('author_handle').notNull(),
    text: text('text').notNull(),
    inReplyToRemoteId: text('in_reply_to_remote_id'),
    url: text('url'),
    createdAt: integer('created_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    editedAt: integer('edited_at'),
    isHidden: integer('is_hidden', { mode: 'boolean' }).notNull(),
    isLiked: integer('is_liked', { mode: 'boolean' }).notNull(),
    /** Our outbox item, for what we sent. */
    outboxItemId: text('outbox_item_id'),
    revisionCount: integer('revision_count').notNull(),
    connectorData: text('connector_data', { mode: 'json' }).$type<Record<string, unknown>>(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    uniqueIndex('messages_id').on(t.id),
    uniqueIndex('messages_remote').on(t.accountId, t.remoteId),
    index('messages_thread').on(t.conversationId, t.seq),
  ],
);

export const messageRevisions = sqliteTable(
  'message_revisions',
  {
    id: text('id').primaryKey(),
    messageId: text('message_id').notNull(),
    text: text('text').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (t) => [index('message_revisions_message').on(t.messageId, t.seenAt)],
);

export const attachments = sqliteTable(
  'attachments',
  {
    id: text('id').primaryKey(),
    /** A message, or a draft that carries it. */
    messageId: text('message_id'),
    draftId: text('draft_id'),
    remoteId: text('remote_id'),
    remoteUrl: text('remote_url'),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    alt: text('alt').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** SHA-256 of the bytes in the media folder; null while they are not here. */
    contentHash: text('content_hash'),
    position: integer('position').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    index('attachments_message').on(t.messageId, t.position),
    index('attachments_draft').on(t.draftId, t.position),
    uniqueIndex('attachments_remote').on(t.messageId, t.remoteId),
  ],
);

/** Internal notes. In a table of their own, so that nothing that sends can meet them. */
export const notes = sqliteTable(
  'notes',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    text: text('text').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [index('notes_thread').on(t.conversationId, t.createdAt)],
);
