import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { projectDir } from './paths.mjs';
import { run } from './processes.mjs';
import { CannotHave, say } from './say.mjs';

/** npm's own program: the one that runs this script, else the one on the PATH. */
export function npmCommand(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
}

/** Installs the locked npm packages where they are missing or not those of the lockfile. */
export async function ensureNpmPackages() {
  if (packagesMatchLockfile()) return;
  await withLock(join(projectDir, '.cache', 'npm.lock'), async () => {
    if (packagesMatchLockfile()) return;
    say('Installing the npm packages (npm ci) …');
    const [command, args] = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    const result = await run(command, args, { cwd: projectDir });
    if (result.code !== 0) {
      throw new CannotHave(`The npm packages could not be installed: ${lastLines(result.stderr)}`, 'npm ci');
    }
  });
}

/** Compares the lockfile with npm's own record of what is in `node_modules`: times of files say nothing after a clone. */
function packagesMatchLockfile() {
  // The lockfile first: npm writes the record of what it installed before it.
  const locked = readPackages(join(projectDir, 'package-lock.json'));
  const installed = readPackages(join(projectDir, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' | ');
}
