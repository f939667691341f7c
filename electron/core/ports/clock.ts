/** Wall time and timers, so that tests can own time. */
export interface Clock {
  /** Ms since 1970 UTC, as the machine believes. */
  now(): number;
  /** Ms that only grow, unmoved by changes of the clock. */
  monotonic(): number;
  /** Calls once after delayMs of monotonic time; returns what cancels it. */
  after(delayMs: number, fn: () => void): () => void;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, fn) {
    const timer = setTimeout(fn, delayMs);
    return () => clearTimeout(timer);
  },
};
