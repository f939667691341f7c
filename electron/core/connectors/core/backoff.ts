/** How a pause grows: the n-th (from 0) is at most min(maxMs, baseMs × 2^n). */
export interface Backoff {
  readonly baseMs: number;
  readonly maxMs: number;
}

const ceilingMs = (attempt: number, { baseMs, maxMs }: Backoff): number =>
  Math.min(maxMs, baseMs * 2 ** Math.min(Math.max(0, attempt), 30));

/** Full jitter: anywhere between 0 and the ceiling, so that accounts which failed together do not return together. */
export const fullJitterMs = (attempt: number, backoff: Backoff, random: () => number): number =>
  Math.round(random() * ceilingMs(attempt, backoff));

/** Half fixed, half jitter: for pauses that must not be zero. */
export const equalJitterMs = (attempt: number, backoff: Backoff, random: () => number): number => {
  const ceiling = ceilingMs(attempt, backoff);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
};
