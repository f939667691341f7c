import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that a test may fill to the last byte. */
export interface SmallDisk {
  readonly path: string;
  fill(): void;
  /** Takes away what filled it. */
  makeRoom(): void;
  remove(): void;
}

const mib = 1024 * 1024;

/** Mounts a disk of `sizeMib` in memory. Fails by name where that is not allowed. */
export function smallDisk(sizeMib = 48): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'chorale-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    rmSync(path, { recursive: true });
    throw new Error('a full disk cannot be tried here: mounting a small disk (tmpfs) needs Linux and root');
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill() {
      const handle = openSync(filler, 'a');
      // The small pieces take what is left of the last large one.
      for (const size of [mib, 4096, 1]) {
        try {
          for (const bytes = Buffer.alloc(size, 1); ;) if (writeSync(handle, bytes) < size) break;
        } catch {
          // Full to this piece.
        }
      }
      closeSync(handle);
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
