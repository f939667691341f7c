import { existsSync } from 'node:fs';
import { openSqlite, type Sqlite } from '../db/open';
import type { ProfilePaths } from '../db/profile-paths';

/** Read-only connections of one reader: opened when first asked for, closed when their workspace goes. */
export interface ReadDatabases {
  /** The profile's folder. */
  readonly root: string;
  agency(): Sqlite;
  /** Undefined where the file is not there (not made yet, or erased). */
  workspace(id: string): Sqlite | undefined;
  /** Ids of workspaces on the rail, in order. */
  workspaceIds(): readonly string[];
  close(): void;
}

export function openReadDatabases(paths: ProfilePaths): ReadDatabases {
  let agency: Sqlite | undefined;
  const open = new Map<string, Sqlite>();
  const agencyDb = (): Sqlite => (agency ??= openSqlite(paths.agencyDb, 'read'));
  return {
    root: paths.root,
    agency: agencyDb,
    workspace(id) {
      const known = open.get(id);
      if (known) return known;
      const file = paths.workspaceDb(id);
      if (!existsSync(file)) return undefined;
      const db = openSqlite(file, 'read');
      open.set(id, db);
      return db;
    },
    workspaceIds: () =>
      agencyDb()
        .prepare<[], { id: string }>(
          'SELECT id FROM workspaces WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY position, id',
        )
        .all()
        .map((row) => row.id),
    close() {
      for (const db of open.values()) db.close();
      open.clear();
      agency?.close();
      agency = undefined;
    },
  };
}
