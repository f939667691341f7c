import { join } from 'node:path';
import Database from 'better-sqlite3';

const readFile = <T>(profileDir: string, workspaceId: string, read: (db: Database.Database) => T): T => {
  const db = new Database(join(profileDir, 'workspaces', workspaceId, 'data.db'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

/** State of the item that a line of the worker names, read past the core that may be at work; `gone` where there is none. */
export const outboxStateOf = (profileDir: string, workspaceId: string, line: string): string =>
  readFile(profileDir, workspaceId, (db) => {
    const { itemId } = JSON.parse(line) as { itemId: string };
    const row = db.prepare<[string], { state: string }>('SELECT state FROM outbox_items WHERE id = ?').get(itemId);
    return row?.state ?? 'gone';
  });

/** Number of items that fit a condition of SQL. */
export const countOutbox = (profileDir: string, workspaceId: string, where: string): number =>
  readFile(
    profileDir,
    workspaceId,
    (db) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM outbox_items WHERE ${where}`).get()?.n ?? 0,
  );
