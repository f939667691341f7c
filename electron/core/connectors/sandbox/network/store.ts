import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { schema, schemaVersion } from './schema';

type Value = string | number | bigint | Uint8Array | null;

/** The network's file. Synchronous; statements are prepared once. Throws what SQLite throws; the link turns it into an error value. */
export interface Store {
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  run(sql: string, ...values: readonly Value[]): number;
  /** One transaction; a call inside another one joins it. */
  write<T>(work: () => T): T;
  /** Level of durability as the file reports it: 2 is FULL. */
  synchronous(): number;
  close(): void;
}

/** Where the network of a profile lies. */
export const networkFile = (networkDir: string): string => join(networkDir, 'network.db');

const migrate = (db: Database.Database): void => {
  const prepareFile = db.transaction(() => {
    const version = db.pragma('user_version', { simple: true });
    if (version === schemaVersion) return;
    if (version !== 0)
      throw new Error(`The network's file has version ${String(version)}, this app knows ${schemaVersion}`);
    db.exec(schema);
    db.pragma(`user_version = ${schemaVersion}`);
  });
  prepareFile.immediate();
};

const wrap = (db: Database.Database): Store => {
  const statements = new Map<string, Database.Statement<Value[]>>();
  const prepared = (sql: string): Database.Statement<Value[]> => {
    const known = statements.get(sql);
    if (known) return known;
    const made = db.prepare<Value[]>(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    get: <Row>(sql: string, ...values: readonly Value[]) => prepared(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly Value[]) => prepared(sql).all(...values) as Row[],
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    write: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    synchronous: () => Number(db.pragma('synchronous', { simple: true })),
    close: () => {
      statements.clear();
      db.close();
    },
  };
};

/** Opens the network of a folder for reading and writing, and makes it where it is missing. */
export const openStore = (networkDir: string): Store => {
  mkdirSync(networkDir, { recursive: true });
  const db = new Database(networkFile(networkDir));
  try {
    db.pragma('busy_timeout = 5000');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db);
    return wrap(db);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens a second, read-only connection: it sees what is committed to the file and nothing else. */
export const openReader = (networkDir: string): Store => {
  const db = new Database(networkFile(networkDir), { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  return wrap(db);
};

/** A number that grows by one at each call, kept in the file. */
export const nextNumber = (store: Store, name: string): number => {
  const row = store.get<{ value: number }>(
    'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    name,
  );
  if (!row) throw new Error(`counter ${name} gave nothing`);
  return row.value;
};

/** The revision that a change gives to its row. */
export const nextRev = (store: Store): number => nextNumber(store, 'rev');

/** Highest revision so far. */
export const lastRev = (store: Store): number =>
  store.get<{ value: number }>("SELECT value FROM counters WHERE name = 'rev'")?.value ?? 0;
