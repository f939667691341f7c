import { describe, expect, it } from 'vitest';
import { checkLicences } from '../../../scripts/checks/licences.mjs';
import { checkExactVersions, checkLockfiles } from '../../../scripts/checks/lockfile.mjs';
import { temporaryTree } from './temporary-tree';

const good = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };
const lockfile = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
const treeWith = (entry: object) =>
  temporaryTree({ 'package-lock.json': lockfile({ 'node_modules/a': good, 'node_modules/b': entry }) });

describe('lockfile checks', () => {
  it('accept entries with a sum and no address', () => {
    expect(checkLockfiles(treeWith(good), ['package-lock.json'])).toEqual({ problems: [], looked: 2 });
  });

  it('catch an address', () => {
    const root = treeWith({ ...good, resolved: 'https://packages.example.org/b-1.0.0.tgz' });
    expect(checkLockfiles(root, ['package-lock.json']).problems[0]).toContain('node_modules/b names an address');
  });

  it.each([[undefined], ['sha1-abc']])('catch the weak or missing sum %s', (integrity) => {
    const { problems } = checkLockfiles(treeWith({ ...good, integrity }), ['package-lock.json']);
    expect(problems).toEqual([expect.stringContaining('has no sha512 integrity')]);
  });

  it.each(['^1.0.0', '~1.0.0', '1.x', 'latest', 'npm:other@^2.0.0', 'github:a/b'])(
    'catch the version range %s',
    (range) => {
      const root = temporaryTree({
        'package.json': JSON.stringify({ dependencies: { a: '1.2.3', b: 'npm:@x/b@1.2.3', c: range } }),
      });
      expect(checkExactVersions(root)).toEqual({
        problems: [expect.stringContaining(`c has the range ${range}`)],
        looked: 3,
      });
    },
  );
});

describe('licence check', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', '(Apache-2.0 AND MIT)'])('allows %s', (license) => {
    expect(checkLicences(treeWith({ ...good, license })).problems).toEqual([]);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', '(MIT AND GPL-2.0-only)', 'SEE LICENSE IN x', undefined])(
    'refuses %s',
    (license) => {
      expect(checkLicences(treeWith({ ...good, license })).problems).toHaveLength(1);
    },
  );

  it('allows a public-domain licence for tools, and refuses it for what is shipped', () => {
    expect(checkLicences(treeWith({ ...good, license: 'CC0-1.0', dev: true })).problems).toEqual([]);
    expect(checkLicences(treeWith({ ...good, license: 'CC0-1.0' })).problems).toHaveLength(1);
  });
});
