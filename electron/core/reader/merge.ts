import { encodeCursor } from './cursor';

/** First `limit` of several newest-first lists, and the cursor behind them; ties go by id, as inside each file. */
export function mergePages<T extends { readonly id: string }>(
  lists: readonly (readonly T[])[],
  sortAt: (item: T) => number,
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const all = lists.flat().toSorted((a, b) => sortAt(b) - sortAt(a) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
  const items = all.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && items.length === limit ? encodeCursor(sortAt(last), last.id) : null };
}
