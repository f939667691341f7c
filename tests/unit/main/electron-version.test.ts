import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Versions {
  readonly readOn: string;
  readonly staleAfterDays: number;
  readonly newestStable: string;
  readonly advisories: readonly { readonly id: string; readonly fixedIn: readonly string[] }[];
}

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string) => JSON.parse(readFileSync(resolve(root, file), 'utf8'));
const versions: Versions = read('scripts/checks/electron-versions.json');
const pinned: string = read('package.json').devDependencies.electron;

const parts = (version: string): readonly number[] => version.split('.').map(Number);
const major = (version: string): number => parts(version)[0] ?? 0;
const isAtLeast = (version: string, least: string): boolean => {
  const [a, b] = [parts(version), parts(least)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0);
};

/** Whether a version has the fix: in its own line, or because its line is younger than every line that was mended. */
const isFixed = (version: string, fixedIn: readonly string[]): boolean => {
  const sameLine = fixedIn.find((each) => major(each) === major(version));
  return sameLine === undefined ? fixedIn.every((each) => major(each) < major(version)) : isAtLeast(version, sameLine);
};

const daysSince = (day: string, now: number): number => (now - Date.parse(day)) / 86_400_000;

describe('the Electron of a release (E16)', () => {
  it('is pinned to one version, of a line that is still mended: the newest three', () => {
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(major(versions.newestStable) - major(pinned)).toBeLessThan(3);
  });

  it.each(versions.advisories)('has the fix of $id', ({ fixedIn }) => {
    expect(isFixed(pinned, fixedIn)).toBe(true);
  });

  it('would be refused without a fix', () => {
    expect(isFixed('41.2.0', ['39.8.8', '41.2.1'])).toBe(false);
    expect(isFixed('40.9.9', ['39.8.8', '41.2.1'])).toBe(false);
    expect(isFixed('39.8.10', ['39.8.8', '41.2.1'])).toBe(true);
    expect(isFixed('42.0.0', ['39.8.8', '41.2.1'])).toBe(true);
  });

  it('was compared with the published versions in the last eight weeks; else read them and write scripts/checks/electron-versions.json', () => {
    expect(versions.staleAfterDays).toBe(56);
    expect(daysSince(versions.readOn, Date.now())).toBeLessThan(versions.staleAfterDays);
  });
});
