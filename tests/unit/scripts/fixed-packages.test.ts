import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** The packages that were chosen for the product, and where each must be at work. */
const chosen: readonly { readonly name: string; readonly where: string; readonly use: RegExp }[] = [
  { name: 'electron', where: 'electron/main', use: /from 'electron'/ },
  { name: 'electron-vite', where: 'electron.vite.config.ts', use: /from 'electron-vite'/ },
  { name: 'react', where: 'renderer', use: /from 'react'/ },
  { name: '@mantine/core', where: 'renderer', use: /from '@mantine\/core'/ },
  { name: 'drizzle-orm', where: 'electron/core/db', use: /from 'drizzle-orm/ },
  { name: 'better-sqlite3', where: 'electron/core/db', use: /from 'better-sqlite3'/ },
  { name: 'keytar', where: 'electron/keychain', use: /['"]keytar['"]/ },
  { name: 'electron-updater', where: 'electron/main', use: /['"]electron-updater['"]/ },
  { name: 'vitest', where: 'tests', use: /from 'vitest'/ },
  { name: 'playwright', where: 'tests', use: /from 'playwright'/ },
];

describe('the packages that the product stands on', () => {
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  it.each(chosen)('$name is installed and at work where it belongs', ({ name, where, use }) => {
    expect({ ...manifest.dependencies, ...manifest.devDependencies }).toHaveProperty([name]);
    const users = filesUnder(where).filter((file) => use.test(readFileSync(resolve(root, file), 'utf8')));
    expect(users.length).toBeGreaterThan(0);
  });
});

function filesUnder(place: string): readonly string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(resolve(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(place, file));
}
