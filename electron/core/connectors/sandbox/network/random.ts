/** Uniform in [0, 1) from whole numbers alone: the same numbers always give the same answer. */
export const randomAt = (...numbers: readonly number[]): number => {
  let state = 0x9e3779b9;
  for (const number of numbers) {
    state = Math.imul(state ^ (number >>> 0), 0x85ebca6b) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    state = Math.imul(state, 0xc2b2ae35) >>> 0;
    state = (state ^ (state >>> 16)) >>> 0;
  }
  return state / 0x1_0000_0000;
};

/** A whole number from text, for use as a seed. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
};

/** The item at position `turn` of an endless series of shufflings: each item comes once before any comes again. */
export const dealt = <T>(items: readonly T[], seed: number, turn: number): T | undefined => {
  if (items.length === 0) return undefined;
  const round = Math.floor(turn / items.length);
  const order = items.map((_, index) => ({ index, weight: randomAt(seed, round, index) }));
  order.sort((a, b) => a.weight - b.weight || a.index - b.index);
  const pick = order[turn % items.length];
  return pick === undefined ? undefined : items[pick.index];
};
