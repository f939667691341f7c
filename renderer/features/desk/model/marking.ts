/** Rows marked for a bulk action, and where a range begins. */
export interface Marking {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const nothingMarked: Marking = { keys: new Set(), anchor: null };

/** Ctrl click, or Space: marks a row or takes the mark off. */
export const toggleMark = (marking: Marking, key: string): Marking => {
  const keys = new Set(marking.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
};

/** Shift click, or Shift+J/K: marks everything between the anchor and a row; the mark grows and shrinks with it. */
export const markTo = (marking: Marking, order: readonly string[], key: string, start: string | null): Marking => {
  const anchor = marking.anchor ?? start ?? key;
  const [from, to] = [order.indexOf(anchor), order.indexOf(key)];
  if (to < 0) return marking;
  if (from < 0) return { keys: new Set([key]), anchor: key };
  return { keys: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
};

/** Takes marks off rows that are no longer in the list. The same object where nothing changed. */
export const pruneMarks = (marking: Marking, order: readonly string[]): Marking => {
  if (marking.keys.size === 0) return marking;
  const there = new Set(order);
  const keys = [...marking.keys].filter((key) => there.has(key));
  return keys.length === marking.keys.size ? marking : { keys: new Set(keys), anchor: marking.anchor };
};
