import { statfsSync } from 'node:fs';
import { appError, type AppError } from '@shared/domain/errors';

/** What an error says about the disk: it is full, or it does not take or give what is asked of it. */
export type DiskTrouble = 'full' | 'failed';

const full: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const failed = /^(SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|PERM|BUSY|LOCKED)|EIO$|EROFS$|EACCES$)/;

/** Below this a disk counts as full: SQLite could not open a file with its log. Bytes. */
const leastBytes = 1024 * 1024;

/** Room on the disk of a folder, bytes. Throws where the folder is not there. */
export const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Whether the disk of a folder has no room left; false where nobody can tell. */
export function isFull(folder: string): boolean {
  try {
    return freeBytes(folder) < leastBytes;
  } catch {
    return false;
  }
}

/**
 * The trouble that an error of SQLite or of the file system in `folder` stands for; null for every other error, a bug of
 * ours. A full disk has many names: a file that cannot be opened or mapped there is one of them.
 */
export function diskTroubleOf(error: unknown, folder: string): DiskTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.has(code)) return 'full';
  if (!failed.test(code)) return null;
  return isFull(folder) ? 'full' : 'failed';
}

/** `storage_failed` with the reason that the screens have a text for. */
export const diskError = (trouble: DiskTrouble, more: Pick<AppError, 'incidentId' | 'details'> = {}): AppError =>
  trouble === 'full'
    ? appError('storage_failed', 'The disk is full.', { reason: 'disk_full', ...more })
    : appError('storage_failed', 'The data could not be written or read.', { reason: 'disk', ...more });
