import { getTableColumns, sql, type Placeholder, type Table } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Sqlite } from '../open';
import type { WriteContext } from '../write-context';
import * as schema from './schema';

/** One client's open file: the raw connection and drizzle over it. */
export interface WorkspaceDb {
  readonly workspaceId: string;
  readonly raw: Sqlite;
  readonly orm: BetterSQLite3Database<typeof schema>;
}

export const workspaceDb = (workspaceId: string, raw: Sqlite): WorkspaceDb => ({
  workspaceId,
  raw,
  orm: drizzle(raw, { schema }),
});

/** Runs fn in one transaction; no await inside. */
export const inTransaction = <T>(db: WorkspaceDb, fn: () => T): T => db.raw.transaction(fn).immediate();

/**
 * Empties the write-ahead log, which still holds the words of rows that were deleted since. Does nothing while somebody
 * reads; the next deletion or the end of the process does it then.
 */
export const scrubLog = (db: WorkspaceDb): void => void db.raw.pragma('wal_checkpoint(TRUNCATE)');

/** Appends ids and columns, never content. */
export function logChange(db: WorkspaceDb, context: WriteContext, table: string, rowId: string, columns: string): void {
  db.raw
    .prepare('INSERT INTO change_log(op_id, table_name, row_id, columns, staff_id, at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(context.opId, table, rowId, columns, context.staffId, context.at);
}

const built = new WeakMap<WorkspaceDb, Map<string, unknown>>();

/** A query of the hot path, built once per file: building costs drizzle more than SQLite needs to run it. */
export function once<T>(db: WorkspaceDb, name: string, build: () => T): T {
  let queries = built.get(db);
  if (!queries) {
    queries = new Map();
    built.set(db, queries);
  }
  const known = queries.get(name);
  if (known !== undefined) return known as T;
  const made = build();
  queries.set(name, made);
  return made;
}

/** A placeholder for every column of a table, for an insert that is built once. */
export const allPlaceholders = <T extends Table>(table: T): { [K in keyof T['$inferInsert']]: Placeholder } =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((column) => [column, sql.placeholder(column)])) as {
    [K in keyof T['$inferInsert']]: Placeholder;
  };
