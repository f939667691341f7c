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
  keepStatements(db);
  return db;
}

const keptStatements = 400;

/** Lets `prepare` give the same statement for the same text: compiling costs more than running. */
function keepStatements(db: Sqlite): void {
  const compile = db.prepare.bind(db);
  const kept = new Map<string, ReturnType<typeof compile>>();
  const prepare = (source: string): ReturnType<typeof compile> => {
    const known = kept.get(source);
    if (known) return known;
    const made = compile(source);
    kept.set(source, made);
    const [oldest] = kept.keys();
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return made;
  };
  db.prepare = prepare as typeof db.prepare;
}
