import { describe, expect, it } from 'vitest';
import { minHeight, minWidth, placeWindow } from '../../../electron/main/windows/window-bounds';

const screen = { x: 0, y: 24, width: 1920, height: 1056 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const saved = { x: 2000, y: 100, width: 1000, height: 700, isMaximized: false };

describe('where a window opens', () => {
  it('is where it was left', () => {
    expect(placeWindow(saved, [screen, second], screen)).toEqual({ x: 2000, y: 100, width: 1000, height: 700 });
  });

  it('is on the first screen when the one it stood on is gone', () => {
    expect(placeWindow(saved, [screen], screen)).toEqual({ width: 1000, height: 700 });
  });

  it('is in sight when only a corner would be', () => {
    expect(placeWindow({ ...saved, x: 1910, y: 1070 }, [screen], screen)).toEqual({ width: 1000, height: 700 });
    expect(placeWindow({ ...saved, x: 10, y: 10 }, [screen], screen)).toMatchObject({ x: 10, y: 24 });
  });

  it('is never smaller than the desk needs, nor larger than the screen', () => {
    expect(placeWindow({ ...saved, width: 10, height: 10 }, [second], second)).toMatchObject({
      width: minWidth,
      height: minHeight,
    });
    expect(placeWindow({ ...saved, width: 9_000, height: 9_000 }, [second], second)).toMatchObject({
      width: 1280,
      height: 1024,
    });
    expect(
      placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }], { x: 0, y: 0, width: 1024, height: 700 }),
    ).toEqual({
      width: 1024,
      height: 700,
    });
  });
});
