import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { ProfilePaths } from '../db/profile-paths';

/** The hold of one core on its profile. The system takes it back when the process ends, however it ends. */
export interface ProfileLock {
  release(): void;
}

/**
 * Takes the profile for this process, or returns null where another core has it. The lock is the operating system's,
 * on a file of SQLite's making, so that a killed core leaves nothing stale behind.
 */
export function lockProfile(paths: ProfilePaths): ProfileLock | null {
  mkdirSync(paths.root, { recursive: true, mode: 0o700 });
  const db = new Database(paths.lockDb);
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER)');
    db.exec('COMMIT');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
