// Where the program snac is: CHORALE_SNAC, one on the PATH, or Debian's package in the cache; and what makes it quick.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { programFromDebian } from '../host/debian-package.mjs';
import { say } from '../host/lifecycle.mjs';

const run = promisify(execFile);

/** Its path; throws with the command that mends it when a library is missing. */
export const findSnac = async () => {
  if (process.env.CHORALE_SNAC) return process.env.CHORALE_SNAC;
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'snac'));
  const snac = onPath.find((path) => existsSync(path)) ?? (await programFromDebian('snac2', 'usr/bin/snac'));
  const { stdout } = await run('ldd', [snac]);
  const missing = stdout.split('\n').filter((line) => line.includes('not found'));
  if (missing.length > 0)
    throw new Error(
      `snac lacks ${missing.map((line) => line.trim()).join(', ')}; this mends it: apt-get install -y libcurl4`,
    );
  return snac;
};

/**
 * Compiles what shortens snac's pauses into a folder and answers the environment that loads it. Without a C compiler snac
 * delivers as slowly as anywhere, and its log says so.
 */
export const shortPauses = async (folder) => {
  const library = join(folder, 'short-pauses.so');
  const source = join(import.meta.dirname, 'short-pauses.c');
  try {
    await run('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  } catch (error) {
    say(`snac delivers some seconds later (${error.message}); this mends it: apt-get install -y gcc`);
    return {};
  }
  return { LD_PRELOAD: library };
};
