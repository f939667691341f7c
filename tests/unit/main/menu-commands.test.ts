import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { menuCommandIds } from '../../../electron/main/windows/menu-commands';

const renderer = resolve(import.meta.dirname, '../../../renderer');
const page = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(renderer, name), 'utf8'))
  .join('\n');

describe('every command in the menu', () => {
  it.each(Object.values(menuCommandIds))('%s is one that the page offers', (id) => {
    expect(page).toContain(`id: '${id}'`);
  });
});
