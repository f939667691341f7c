import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { channelAccounts } from './accounts';
import { conversations } from './conversations';

/** A draft is bound when it is made; its account and conversation never change. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    replyToMessageId: text('reply_to_message_id'),
    staffId: text('staff_id').notNull(),
    text: text('text').notNull(),
    /** Newest message (seq) that was here when the draft was last saved: what came later is shown before sending. */
    seenSeq: integer('seen_seq').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    uniqueIndex('drafts_open')
      .on(t.conversationId)
      .where(sql`deleted_at is null`),
  ],
);

export const outboxItems = sqliteTable(
  'outbox_items',
  {
    id: text('id').primaryKey(),
    /** Workspace it is bound to, as an echo of the file it stands in; compared before sending. */
    workspaceId: text('workspace_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    /** Identity the account had when the reply was written; the network must report the same. */
    accountRemoteId: text('account_remote_id').notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    draftId: text('draft_id').notNull(),
    messageId: text('message_id').notNull(),
    replyToMessageId: text('reply_to_message_id'),
    staffId: text('staff_id').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: ['queued', 'sending', 'sent', 'held', 'failed', 'unknown', 'cancelled'] }).notNull(),
    holdReason: text('hold_reason'),
    holdDetails: text('hold_details', { mode: 'json' }).$type<Record<string, unknown>>(),
    /** Hold reasons that a person has seen and let pass. */
    releasedReasons: text('released_reasons', { mode: 'json' }).$type<readonly string[]>().notNull(),
    errorReason: text('error_reason'),
    /** Newest message (seq) that the person had before them. */
    seenSeq: integer('seen_seq').notNull(),
    /** SHA-256 of the answered text as the person saw it; an edit since then holds the item. */
    targetDigest: text('target_digest'),
    /** Remote ids of equal texts found before the call, so that they are not taken for ours. */
    baseline: text('baseline', { mode: 'json' }).$type<readonly string[]>(),
    attempts: integer('attempts').notNull(),
    checks: integer('checks').notNull(),
    remoteId: text('remote_id'),
    queuedAt: integer('queued_at').notNull(),
    leavesAt: integer('leaves_at').notNull(),
    nextAttemptAt: integer('next_attempt_at'),
    sendingAt: integer('sending_at'),
    sentAt: integer('sent_at'),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    uniqueIndex('outbox_items_remote').on(t.accountId, t.remoteId),
    uniqueIndex('outbox_items_draft')
      .on(t.draftId)
      .where(sql`state not in ('cancelled')`),
    index('outbox_items_waiting')
      .on(t.queuedAt)
      .where(sql`state in ('queued','sending','held','failed','unknown')`),
    index('outbox_items_conversation').on(t.conversationId, t.queuedAt),
  ],
);

/** Append-only; ids and changed columns, never content. */
export const changeLog = sqliteTable('change_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  opId: text('op_id').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  columns: text('columns').notNull(),
  staffId: text('staff_id'),
  at: integer('at').notNull(),
});
