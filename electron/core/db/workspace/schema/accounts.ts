import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AccountCapabilities } from '@shared/domain/manifest';

export const channelAccounts = sqliteTable(
  'channel_accounts',
  {
    id: text('id').primaryKey(),
    network: text('network').notNull(),
    remoteId: text('remote_id').notNull(),
    handle: text('handle').notNull(),
    displayName: text('display_name').notNull(),
    url: text('url'),
    serviceUrl: text('service_url').notNull(),
    /** False where the network needs no secret. The secret itself is in the OS keychain only. */
    hasCredential: integer('has_credential', { mode: 'boolean' }).notNull(),
    state: text('state', { enum: ['connected', 'reconnect_needed', 'blocked', 'disconnected'] }).notNull(),
    stateReason: text('state_reason'),
    capabilities: text('capabilities', { mode: 'json' }).$type<AccountCapabilities>().notNull(),
    capabilitiesAt: integer('capabilities_at').notNull(),
    /** State of the rate budget, so that a restart does not forget it. */
    budget: text('budget', { mode: 'json' }).$type<Record<string, unknown>>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [uniqueIndex('channel_accounts_remote').on(t.network, t.serviceUrl, t.remoteId)],
);

export const streams = sqliteTable(
  'streams',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    stream: text('stream').notNull(),
    cursor: text('cursor'),
    backfillCursor: text('backfill_cursor'),
    backfillUntil: integer('backfill_until'),
    lastPullAt: integer('last_pull_at'),
    lastEventAt: integer('last_event_at'),
    failures: integer('failures').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.stream] })],
);

/** Spans of time for which everything is held, and gaps with their reasons. */
export const coverageSpans = sqliteTable(
  'coverage_spans',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => channelAccounts.id, { onDelete: 'cascade' }),
    stream: text('stream').notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    /** Null for a complete span; else the reason of the gap, a key of the translations. */
    gapReason: text('gap_reason'),
    isRefillable: integer('is_refillable', { mode: 'boolean' }).notNull(),
  },
  (t) => [index('coverage_spans_stream').on(t.accountId, t.stream, t.fromAt)],
);
