import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshShellState, openShellState, parseShellState } from '../../../electron/main/app/shell-state';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chorale-state-'));
});
afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

describe('what the windows remember', () => {
  it('comes back on the next start', () => {
    const bounds = { x: 1, y: 2, width: 900, height: 600, isMaximized: true };
    openShellState(dir).set({ bounds, theme: 'dark', zoomPercent: 120, language: 'tr', spellcheckDownload: true });
    expect(openShellState(dir).get()).toEqual({
      bounds,
      theme: 'dark',
      zoomPercent: 120,
      language: 'tr',
      spellcheckDownload: true,
    });
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"bounds":{"x":"1"}}', '{"zoomPercent":1e9,"theme":"pink","language":7}'])(
    'starts fresh from a damaged file: %s',
    (text) => {
      writeFileSync(join(dir, 'windows.json'), text);
      expect(openShellState(dir).get()).toEqual(freshShellState);
    },
  );

  it('never takes a size from a file that is not a number of pixels', () => {
    const bad = [{ x: 0.5 }, { width: 1e7 }, { height: null }, { y: 'top' }];
    for (const change of bad) {
      const bounds = { x: 0, y: 0, width: 900, height: 600, isMaximized: false, ...change };
      expect(parseShellState(JSON.stringify({ bounds })).bounds).toBeNull();
    }
  });

  it('goes on in memory when the disk refuses', () => {
    const store = openShellState(join(dir, 'missing'));
    store.set({ theme: 'dark' });
    expect(store.get().theme).toBe('dark');
  });

  it('does not write again what has not changed', () => {
    const store = openShellState(dir);
    store.set({ theme: 'dark' });
    writeFileSync(join(dir, 'windows.json'), 'touched');
    store.set({ theme: 'dark' });
    expect(readFileSync(join(dir, 'windows.json'), 'utf8')).toBe('touched');
  });
});
