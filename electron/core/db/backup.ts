import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { openSqlite } from './open';

/**
 * Copies one database with everything committed so far, checks the copy and only then gives it its name, so that an
 * interrupted copy never stands where a good one is looked for. Throws SqliteError where the disk refuses.
 */
export function backupFile(from: string, to: string): void {
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  const source = openSqlite(from, 'read');
  try {
    source.prepare('VACUUM INTO ?').run(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    source.close();
  }
  const copy = openSqlite(partial, 'read');
  const verdict = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') {
    rmSync(partial, { force: true });
    throw new Error('the copy of a database is damaged');
  }
  const handle = openSync(partial, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(partial, to);
}
