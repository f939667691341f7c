import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'tr';

export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** What a window needs before the core can answer: where it stood and how it looked. */
export interface ShellState {
  readonly bounds: WindowBounds | null;
  readonly theme: Theme;
  readonly zoomPercent: number;
  readonly language: 'system' | Language;
  readonly spellcheckDownload: boolean;
}

export const freshShellState: ShellState = {
  bounds: null,
  theme: 'system',
  zoomPercent: 100,
  language: 'system',
  spellcheckDownload: false,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPixel = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 100_000;

export const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';

/** Whether a number is a zoom that the settings allow, in percent. */
export const isZoom = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 60 && value <= 200;

const isLanguage = (value: unknown): value is ShellState['language'] =>
  value === 'system' || value === 'en' || value === 'tr';

function parseBounds(value: unknown): WindowBounds | null {
  if (!isRecord(value)) return null;
  const { x, y, width, height, isMaximized } = value;
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return null;
  return { x, y, width, height, isMaximized: isMaximized === true };
}

/** Reads a state that may be old, cut or edited; what is not usable starts fresh. */
export function parseShellState(text: string): ShellState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return freshShellState;
  }
  if (!isRecord(value)) return freshShellState;
  return {
    bounds: parseBounds(value['bounds']),
    theme: isTheme(value['theme']) ? value['theme'] : freshShellState.theme,
    zoomPercent: isZoom(value['zoomPercent']) ? value['zoomPercent'] : freshShellState.zoomPercent,
    language: isLanguage(value['language']) ? value['language'] : freshShellState.language,
    spellcheckDownload: value['spellcheckDownload'] === true,
  };
}

export interface ShellStateStore {
  get(): ShellState;
  /** Changes some of it and writes it at once; a disk that refuses costs only the memory of where the window stood. */
  set(change: Partial<ShellState>): void;
}

/** Keeps the state in `<dir>/windows.json`, replaced whole. */
export function openShellState(dir: string): ShellStateStore {
  const file = join(dir, 'windows.json');
  let state = freshShellState;
  try {
    state = parseShellState(readFileSync(file, 'utf8'));
  } catch {
    // First start.
  }
  return {
    get: () => state,
    set(change) {
      const next = { ...state, ...change };
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      try {
        writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // The next start opens at the default place.
      }
    },
  };
}
