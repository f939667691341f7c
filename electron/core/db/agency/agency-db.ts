import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Sqlite } from '../open';
import * as schema from './schema';
import type { WriteContext } from '../write-context';

/** The open agency.db: the raw connection and drizzle over it. */
export interface AgencyDb {
  readonly raw: Sqlite;
  readonly orm: BetterSQLite3Database<typeof schema>;
}

export const agencyDb = (raw: Sqlite): AgencyDb => ({ raw, orm: drizzle(raw, { schema }) });

/** Runs fn in one transaction; no await inside. */
export const inAgencyTransaction = <T>(db: AgencyDb, fn: () => T): T => db.raw.transaction(fn).immediate();

/** Appends ids and columns, never content. */
export function logAgencyChange(
  db: AgencyDb,
  context: WriteContext,
  table: string,
  rowId: string,
  columns: string,
): void {
  db.orm
    .insert(schema.changeLog)
    .values({ opId: context.opId, tableName: table, rowId, columns, staffId: context.staffId, at: context.at })
    .run();
}
