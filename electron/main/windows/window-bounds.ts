import type { WindowBounds } from '../app/shell-state';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest size at which nothing of the desk is cut, in logical pixels. */
export const minWidth = 720;
export const minHeight = 520;
const firstWidth = 1280;
const firstHeight = 820;

/** How much of a window's top edge must be in sight to be caught with the pointer. */
const graspWidth = 120;
const graspHeight = 32;

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB);

const canBeGrasped = (bounds: Area, screen: Area): boolean =>
  overlap(bounds.x, bounds.width, screen.x, screen.width) >= graspWidth &&
  overlap(bounds.y, graspHeight, screen.y, screen.height) >= graspHeight / 2;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** Where a window opens: as it was left, unless the screen it stood on is gone; never larger than its screen. */
export function placeWindow(saved: WindowBounds | null, screens: readonly Area[], primary: Area): Partial<Area> {
  const screen = saved === null ? undefined : screens.find((each) => canBeGrasped(saved, each));
  if (saved === null || screen === undefined) {
    return {
      width: within(saved?.width ?? firstWidth, minWidth, Math.max(minWidth, primary.width)),
      height: within(saved?.height ?? firstHeight, minHeight, Math.max(minHeight, primary.height)),
    };
  }
  return {
    x: saved.x,
    y: Math.max(saved.y, screen.y),
    width: within(saved.width, minWidth, Math.max(minWidth, screen.width)),
    height: within(saved.height, minHeight, Math.max(minHeight, screen.height)),
  };
}
