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

/** Appends ids and columns, never content. */
export function logChange(db: WorkspaceDb, context: WriteContext, table: string, rowId: string, columns: string): void {
  db.orm
    .insert(schema.changeLog)
    .values({ opId: context.opId, tableName: table, rowId, columns, staffId: context.staffId, at: context.at })
    .run();
}
