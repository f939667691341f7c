/**
 * Ids are opaque text, but they sort: first by length, then letter by letter. Source: API guidelines of
 * docs.joinmastodon.org "Sorting and pagination", read 2025-11.
 */
export const compareIds = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);

export const isNewer = (id: string, than: string): boolean => compareIds(id, than) > 0;

/** The newest of several ids; null of none. */
export const newestId = (ids: readonly string[]): string | null =>
  ids.reduce<string | null>((most, id) => (most === null || isNewer(id, most) ? id : most), null);
