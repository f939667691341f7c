// Where the program snac is: CHORALE_SNAC, one on the PATH, or Debian's package in the cache.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { programFromDebian } from '../host/debian-package.mjs';

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
