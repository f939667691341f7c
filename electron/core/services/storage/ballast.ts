import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freeBytes, isFull } from '../../db/disk-trouble';

/** Room that is kept for the day when the disk is full: SQLite needs some even to delete. Bytes. */
const ballastBytes = 16 * 1024 * 1024;
/** Free beside the ballast before it is made (again), so that it does not fill the disk itself. Bytes. */
const reserveBytes = 8 * 1024 * 1024;
const chunkBytes = 1024 * 1024;

const fileOf = (folder: string): string => join(folder, 'ballast');

/** Gives the kept room back to the disk; nothing happens where none is kept. */
export const freeBallast = (folder: string): void => rmSync(fileOf(folder), { force: true });

/** Gives the room back where nothing else is left, so that a profile on a full disk can be opened at all. */
export function freeBallastOfFullDisk(folder: string): void {
  if (isFull(folder)) freeBallast(folder);
}

/**
 * Makes sure that room is kept in a folder. False where the disk has none to spare. The bytes are random, because a file
 * system that compresses would keep no room for zeros.
 */
export async function keepBallast(folder: string): Promise<boolean> {
  if (existsSync(fileOf(folder))) return true;
  if (freeBytes(folder) < ballastBytes + reserveBytes) return false;
  const partial = `${fileOf(folder)}.partial`;
  try {
    const handle = await open(partial, 'w', 0o600);
    try {
      for (let at = 0; at < ballastBytes; at += chunkBytes) await handle.write(randomBytes(chunkBytes));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, fileOf(folder));
    return true;
  } catch {
    await rm(partial, { force: true });
    return false;
  }
}
