/** What the list shows, by key, and what arrived meanwhile and waits to be shown. */
export interface ListOrder {
  readonly shown: readonly string[];
  readonly waiting: readonly string[];
}

export const emptyOrder: ListOrder = { shown: [], waiting: [] };

export interface FreshList {
  readonly keys: readonly string[];
  /** Somebody works in the list. */
  readonly isHeld: boolean;
  /** The open row: stays although it left the list. */
  readonly kept: string | null;
  /** Rows that were here before, unchanged: an undo brought them back, so they return to their place. */
  readonly returned: ReadonlySet<string>;
}

/**
 * Takes a freshly read list over. While somebody works in the list nothing moves under the cursor: rows keep their place, rows that
 * left the list go; new rows above wait; older pages are added at the end.
 */
export const takeOver = (order: ListOrder, { keys, isHeld, kept, returned }: FreshList): ListOrder => {
  if (!isHeld || order.shown.length === 0) return { shown: keys, waiting: [] };
  const place = new Map(keys.map((key, index) => [key, index]));
  const stayed = order.shown.filter((key) => place.has(key) || key === kept);
  if (!stayed.some((key) => place.has(key))) return { shown: keys, waiting: [] };
  const known = new Set(stayed);
  const lastPlace = Math.max(...stayed.slice(-pageTail).map((key) => place.get(key) ?? -1));
  const added = keys.filter((key) => !known.has(key));
  const isOlder = (key: string): boolean => (place.get(key) ?? 0) > lastPlace;
  const shown = putBack(
    stayed,
    keys,
    added.filter((key) => !isOlder(key) && returned.has(key)),
  );
  return {
    shown: [...shown, ...added.filter(isOlder)],
    waiting: added.filter((key) => !isOlder(key) && !returned.has(key)),
  };
};

/** Rows at the end that are asked for the last place: enough to pass over those that moved to the top meanwhile. */
const pageTail = 200;

/** Puts each row behind the one that it follows in the fresh list. */
const putBack = (shown: readonly string[], keys: readonly string[], back: readonly string[]): readonly string[] => {
  if (back.length === 0) return shown;
  const result = [...shown];
  for (const key of back) {
    const at = keys.indexOf(key);
    const before = keys.slice(0, at).findLast((each) => result.includes(each));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key);
  }
  return result;
};
