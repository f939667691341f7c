import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One row per fact about this installation (profile id, whether a canary was written, acting staff). */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role', { enum: ['observer', 'agent', 'lead', 'owner'] }).notNull(),
  /** Null: every workspace. */
  workspaceIds: text('workspace_ids', { mode: 'json' }).$type<readonly string[] | null>(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
});

export const workspaces = sqliteTable(
  'workspaces',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    colour: text('colour').notNull(),
    monogram: text('monogram').notNull(),
    logo: text('logo'),
    position: integer('position').notNull(),
    timezone: text('timezone').notNull(),
    language: text('language').notNull(),
    recallMs: integer('recall_ms').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    archivedAt: integer('archived_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [index('workspaces_order').on(t.position)],
);

/** Public names of each client; the wrong-brand check reads them, and they leave with the client. */
export const workspaceIdentities = sqliteTable(
  'workspace_identities',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['name', 'handle', 'domain', 'hashtag'] }).notNull(),
    value: text('value').notNull(),
    folded: text('folded').notNull(),
    /** True where a sign-in brought it, false where a person typed it. */
    isFromNetwork: integer('is_from_network', { mode: 'boolean' }).notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [uniqueIndex('workspace_identities_one').on(t.workspaceId, t.kind, t.folded)],
);

export const savedViews = sqliteTable('saved_views', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  workspaceId: text('workspace_id'),
  filter: text('filter', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  position: integer('position').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
});

/** Append-only; ids and changed columns, never content. A later version syncs teams from it. */
export const changeLog = sqliteTable('change_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  opId: text('op_id').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  columns: text('columns').notNull(),
  staffId: text('staff_id'),
  at: integer('at').notNull(),
});
