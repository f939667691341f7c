/** Cursors are opaque to callers: the key of the last row, as text. */
export const encodeCursor = (sortAt: number, id: string): string => `${sortAt}~${id}`;

/** Null for the first page, and for anything that is not a cursor of ours. */
export function decodeCursor(cursor: string | null): { sortAt: number; id: string } | null {
  const match = cursor === null ? null : /^(-?\d+)~(.+)$/.exec(cursor);
  return match?.[1] !== undefined && match[2] !== undefined ? { sortAt: Number(match[1]), id: match[2] } : null;
}
