/** What the list shows, by key, and what arrived meanwhile and waits to be shown. */
export interface ListOrder {
  readonly shown: readonly string[];
  readonly waiting: readonly string[];
}

export const emptyOrder: ListOrder = { shown: [], waiting: [] };

/**
 * Takes a freshly read list over. While somebody works in the list (`isHeld`) nothing moves under the cursor: rows keep their place,
 * rows that left the list go, except `kept` (the open one); new rows above wait; older pages are added at the end.
 */
export const takeOver = (
  order: ListOrder,
  fresh: readonly string[],
  isHeld: boolean,
  kept: string | null,
): ListOrder => {
  if (!isHeld || order.shown.length === 0) return { shown: fresh, waiting: [] };
  const place = new Map(fresh.map((key, index) => [key, index]));
  const shown = order.shown.filter((key) => place.has(key) || key === kept);
  if (!shown.some((key) => place.has(key))) return { shown: fresh, waiting: [] };
  const known = new Set(shown);
  const lastPlace = Math.max(...shown.slice(-pageTail).map((key) => place.get(key) ?? -1));
  const added = fresh.filter((key) => !known.has(key));
  return {
    shown: [...shown, ...added.filter((key) => (place.get(key) ?? 0) > lastPlace)],
    waiting: added.filter((key) => (place.get(key) ?? 0) <= lastPlace),
  };
};

/** Rows at the end that are asked for the last place: enough to pass over those that moved to the top meanwhile. */
const pageTail = 200;
