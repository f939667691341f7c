// npm packages that only the test servers need live outside the tree, in the user's cache, one folder per lockfile.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive, say } from './lifecycle.mjs';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** The cache of the test servers, following the XDG base directory specification. */
export const cacheRoot = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chorale', 'servers');

/** Lets one process at a time prepare a folder; a lock left by a process that is gone is taken over. */
export const withFolderLock = async (folder, work) => {
  const lock = `${folder}.lock`;
  await mkdir(cacheRoot(), { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'));
    const age =
      Date.now() -
      (await stat(lock).then(
        (found) => found.mtimeMs,
        () => Date.now(),
      ));
    if (holder > 0 ? !isAlive(holder) : age > 10_000) await rm(lock, { recursive: true, force: true });
    else await pause(250);
  }
  await writeFile(join(lock, 'pid'), String(process.pid));
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
};

/**
 * Installs the packages of `source` (its package.json and lockfile) and returns the folder that holds node_modules.
 * `afterwards` runs once after the installation, for what must be compiled.
 */
export const installed = async (name, source, afterwards = async () => {}) => {
  const lockfile = await readFile(join(source, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).update(process.arch).digest('hex').slice(0, 16);
  const folder = join(cacheRoot(), `${name}-${hash}`);
  const ready = join(folder, '.ready');
  if (existsSync(ready)) return folder;
  return withFolderLock(folder, async () => {
    if (existsSync(ready)) return folder;
    await mkdir(folder, { recursive: true });
    say(`installing the packages of ${name} into the cache (once, some minutes)`);
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      await copyFile(join(source, file), join(folder, file));
    const options = { cwd: folder, maxBuffer: MAX_OUTPUT_BYTES, env: { ...process.env, NODE_ENV: '' } };
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'], options);
    await afterwards(folder);
    await writeFile(ready, '');
    return folder;
  });
};
