import type { ThreadEntry } from '@shared/contract/views';

/** One entry as the list shows it. */
export interface ThreadItem {
  readonly entry: ThreadEntry;
  /** The first of its day: a line with the day stands above. */
  readonly startsDay: boolean;
  /** Same person, a moment later: no second line of name and time. */
  readonly continues: boolean;
}

/** Pause after which the name is said again, ms. */
const pauseMs = 3 * 60_000;

/** Pages of the core (newest page first, oldest entry first inside) as one list in order of time, each entry once. */
export const entriesInOrder = (
  pages: readonly { readonly items: readonly ThreadEntry[] }[],
): readonly ThreadEntry[] => {
  const seen = new Set<string>();
  const entries: ThreadEntry[] = [];
  for (const page of pages.toReversed()) {
    for (const entry of page.items) {
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      entries.push(entry);
    }
  }
  return entries;
};

/** Adds to each entry what stands above it. */
export const threadItems = (
  entries: readonly ThreadEntry[],
  isSameDay: (one: number, other: number) => boolean,
): readonly ThreadItem[] =>
  entries.map((entry, index) => {
    const before = entries[index - 1];
    const startsDay = before === undefined || !isSameDay(before.createdAt, entry.createdAt);
    const continues =
      !startsDay &&
      before.type === entry.type &&
      entry.type !== 'note' &&
      before.authorHandle === entry.authorHandle &&
      before.authorName === entry.authorName &&
      entry.createdAt - before.createdAt < pauseMs &&
      before.isFromElsewhere === entry.isFromElsewhere;
    return { entry, startsDay, continues };
  });
