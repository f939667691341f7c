import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectDir = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** What set-up found out for this checkout; tests and scripts read it. Ignored by git. */
export const runtimeFile = join(projectDir, '.cache', 'runtime.json');

/** What is dear to fetch or compile, kept outside `node_modules` so that a clean install does not throw it away. */
export const userCacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chorale');

/** A path inside `node_modules`. */
export const modulePath = (...parts) => join(projectDir, 'node_modules', ...parts);
