import { hasProgram, run } from './processes.mjs';
import { CannotHave, say } from './say.mjs';

/** Debian packages by what they are for. A newer Debian or Ubuntu calls some of them `<name>t64`. */
export const debianGroups = {
  /** Libraries that Electron's window and keytar are linked with. */
  window: [
    ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0', 'libsecret-1-0'],
    'fonts-noto-color-emoji',
  ],
  /** A display for machines that have none. */
  display: ['xvfb', 'xauth'],
  /** A session bus and a Secret Service for machines without a desktop. */
  keyring: ['dbus', 'gnome-keyring', 'libglib2.0-bin', 'libsecret-tools'],
  /** What compiles better-sqlite3 where its shipped binary cannot be loaded. */
  compiler: ['g++', 'make', 'python3'],
  /** What the tests inject faults with, and the servers behind the AT Protocol network of the connector tests. */
  tests: ['strace', 'faketime', 'postgresql', 'redis-server'],
};

/**
 * Makes sure that the Debian packages of these groups are there: installs them as root, else says how.
 * On a system without dpkg it does nothing: the probes that follow name what is missing.
 */
export async function ensureDebianPackages(groups) {
  if (process.platform !== 'linux' || !(await hasProgram('dpkg-query'))) return;
  const missing = await missingOf(groups.flatMap((group) => debianGroups[group]));
  if (missing.length === 0) return;

  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !(await hasProgram('apt-get'))) {
    throw new CannotHave(
      `These Debian packages are missing and only root may install them: ${missing.join(' ')}.`,
      `sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`,
    );
  }
  say(`Installing Debian packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const names = [];
  for (const name of missing) names.push(await nameInThisRelease(name));
  const result = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
  const left = await missingOf(missing);
  if (left.length > 0) {
    const why = result.stderr.trim().split('\n').slice(-2).join(' | ');
    throw new CannotHave(
      `These Debian packages could not be installed: ${left.join(' ')} (${why}).`,
      `apt-get update && apt-get install -y ${left.join(' ')}`,
    );
  }
}

async function missingOf(names) {
  const both = names.flatMap((name) => [name, `${name}t64`]);
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...both]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => /\sii/.test(line))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

async function nameInThisRelease(name) {
  const { code, stdout } = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 && stdout.includes('Package:') ? `${name}t64` : name;
}
