import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { backupFile } from './backup';
import { diskError, diskTroubleOf } from './disk-trouble';
import { openSqlite, type Sqlite } from './open';

const journal = z.object({ entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })) });

/** Number of migrations in a folder: the `user_version` of a file that has them all. */
export function versionOf(migrationsDir: string): number {
  const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8');
  return journal.parse(JSON.parse(text)).entries.length;
}

/**
 * Opens a file for writing at the newest schema. Refuses a file of a newer app (`storage_failed`, reason `newer_file`)
 * before anything is written to it; takes a copy before it migrates, and puts it back where a step fails.
 */
export function openMigrated(path: string, migrationsDir: string, backupsDir: string, now: number): Result<Sqlite> {
  try {
    return open(path, migrationsDir, backupsDir, now);
  } catch (error) {
    const trouble = diskTroubleOf(error, dirname(path));
    if (trouble === null) throw error;
    return err(diskError(trouble, { details: { file: basename(path) } }));
  }
}

function open(path: string, migrationsDir: string, backupsDir: string, now: number): Result<Sqlite> {
  const wanted = versionOf(migrationsDir);
  const isNew = !existsSync(path);
  if (!isNew) {
    const found = peekVersion(path);
    if (found > wanted) {
      return err(
        appError('storage_failed', 'This data was written by a newer version of Chorale.', {
          reason: 'newer_file',
          details: { file: basename(path), found, known: wanted },
        }),
      );
    }
    if (found < wanted && found > 0) {
      mkdirSync(backupsDir, { recursive: true });
      backupFile(path, join(backupsDir, `${basename(dirname(path))}-${basename(path)}.v${found}.${now}.db`));
    }
  }
  mkdirSync(dirname(path), { recursive: true });
  const db = openSqlite(path, 'write');
  try {
    if (currentVersion(db) < wanted) {
      db.pragma('foreign_keys = OFF');
      runMigrations(drizzle(db), { migrationsFolder: migrationsDir });
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error('foreign keys broken by a migration');
      db.pragma(`user_version = ${wanted}`);
      db.pragma('foreign_keys = ON');
    }
    return ok(db);
  } catch (error) {
    db.close();
    if (diskTroubleOf(error, dirname(path)) === 'full') throw error;
    return err(
      appError('storage_failed', 'The data could not be brought to the form that this version needs.', {
        reason: 'migration_failed',
        details: { file: basename(path), cause: error instanceof Error ? error.name : 'unknown' },
      }),
    );
  }
}

function peekVersion(path: string): number {
  const db = openSqlite(path, 'read');
  try {
    return currentVersion(db);
  } finally {
    db.close();
  }
}

function currentVersion(db: Sqlite): number {
  const value = db.pragma('user_version', { simple: true });
  return typeof value === 'number' ? value : 0;
}
