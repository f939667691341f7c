import Database from 'better-sqlite3';

export type Sqlite = Database.Database;

/**
 * Opens a database file the one way it may be opened: WAL, FULL (a reopened WAL file would silently fall back to
 * NORMAL), foreign keys, secure delete. A read-only connection never creates or migrates.
 */
export function openSqlite(path: string, mode: 'write' | 'read'): Sqlite {
  const db = new Database(path, mode === 'read' ? { readonly: true, fileMustExist: true } : {});
  db.pragma('busy_timeout = 5000');
  if (mode === 'write') {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma('wal_autocheckpoint = 4000');
  }
  db.pragma('cache_size = -8000');
  return db;
}
