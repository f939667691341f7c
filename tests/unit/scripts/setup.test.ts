import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryTree } from './temporary-tree';

// A loaded machine needs its time to start a program.
vi.setConfig({ testTimeout: 60_000 });

const said: string[] = [];

beforeEach(() => {
  vi.resetModules();
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    said.push(String(line));
    return true;
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Puts programs of our own in front of the machine's; each is a shell script. */
const withPrograms = (programs: Readonly<Record<string, string>>) => {
  const dir = temporaryTree(
    Object.fromEntries(Object.entries(programs).map(([name, body]) => [name, `#!/bin/sh\n${body}\n`])),
  );
  for (const name of Object.keys(programs)) chmodSync(join(dir, name), 0o755);
  vi.stubEnv('PATH', `${dir}:${process.env.PATH ?? ''}`);
  return dir;
};

describe('Debian packages', () => {
  const load = () => import('../../../scripts/setup/debian-packages.mjs');

  beforeEach(() => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  });

  it('are left alone when they are there, also under the names of newer releases', async () => {
    withPrograms({
      'dpkg-query':
        'for each in "$@"; do case "$each" in *t64|xvfb|xauth|libnss3|libgbm1|libxss1|fonts-*|libsecret*) echo "$each ii";; esac; done',
      'apt-get': 'exit 1',
    });
    const { ensureDebianPackages } = await load();
    await expect(ensureDebianPackages(['display', 'window'])).resolves.toBeUndefined();
  });

  it('that an ordinary user lacks are named with the command that installs them', async () => {
    withPrograms({ 'dpkg-query': 'echo "xauth ii"', 'apt-get': 'exit 0' });
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const { ensureDebianPackages } = await load();
    await expect(ensureDebianPackages(['display'])).rejects.toThrow(
      /sudo apt-get update && sudo apt-get install -y xvfb$/,
    );
  });

  it('are installed by root, after the lists of packages were fetched', async () => {
    const dir = withPrograms({
      'dpkg-query': 'cat "$(dirname "$0")/installed" 2>/dev/null; exit 0',
      'apt-get':
        'echo "$@" >> "$(dirname "$0")/calls"; [ "$1" = install ] && printf "xvfb ii\\nxauth ii\\n" > "$(dirname "$0")/installed"; exit 0',
      'apt-cache': 'exit 100',
    });
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    const { ensureDebianPackages } = await load();
    await ensureDebianPackages(['display']);
    expect(readFileSync(join(dir, 'calls'), 'utf8')).toBe(
      'update -q\ninstall -y -q --no-install-recommends xvfb xauth\n',
    );
  });

  it('that could not be installed are an error and not a silence', async () => {
    withPrograms({ 'dpkg-query': 'exit 1', 'apt-get': 'echo "E: no network" >&2; exit 100', 'apt-cache': 'exit 100' });
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    const { ensureDebianPackages } = await load();
    await expect(ensureDebianPackages(['display'])).rejects.toThrow(/could not be installed: xvfb xauth .*no network/);
  });
});

describe('finding Electron', () => {
  it('does not try the official download again on the day on which it failed', async () => {
    const cache = temporaryTree({});
    vi.stubEnv('XDG_CACHE_HOME', cache);
    const official = await import('../../../scripts/setup/electron-official.mjs');
    if (official.installedOfficialElectron()) return expect(await official.tryOfficialElectron()).toBeDefined();
    const remembered = { version: official.officialVersion(), at: Date.now() };
    mkdirSync(join(cache, 'chorale'), { recursive: true });
    writeFileSync(join(cache, 'chorale', 'electron-official-unreachable.json'), JSON.stringify(remembered));
    expect(await official.tryOfficialElectron()).toBeUndefined();
    expect(said).toEqual([]);
  });

  it('refuses a fallback package that is not the one that was checked, and keeps nothing of it', async () => {
    const cache = temporaryTree({ 'other.tgz': 'not the package' });
    vi.stubEnv('XDG_CACHE_HOME', cache);
    vi.stubEnv('CHORALE_ELECTRON_CARRIER', join(cache, 'other.tgz'));
    const { ensureFallbackElectron } = await import('../../../scripts/setup/electron-fallback.mjs');
    await expect(ensureFallbackElectron()).rejects.toThrow(/other sha512/);
    expect(existsSync(join(cache, 'chorale', 'electron-33.2.1'))).toBe(false);
  });

  it('takes the Electron that CHORALE_ELECTRON names, and says so when there is none', async () => {
    vi.stubEnv('CHORALE_ELECTRON', '/nowhere/electron');
    const { ensureElectron } = await import('../../../scripts/setup/electron.mjs');
    await expect(ensureElectron()).rejects.toThrow('There is no Electron at /nowhere/electron.');
  });
});

describe('the lock of set-up', () => {
  const load = () => import('../../../scripts/setup/lock.mjs');

  it('lets one in after the other', async () => {
    const { withLock } = await load();
    const file = join(temporaryTree({}), 'lock');
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} out`);
    };
    await Promise.all([withLock(file, step('a')), withLock(file, step('b'))]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(file)).toBe(false);
  });

  it('takes over from an owner that has died', async () => {
    const { withLock } = await load();
    // No process has this number: it lies above the largest that Linux gives out.
    const file = join(temporaryTree({ lock: '4194999' }), 'lock');
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  });

  it('is given back when the work fails', async () => {
    const { withLock } = await load();
    const file = join(temporaryTree({}), 'lock');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });
});
