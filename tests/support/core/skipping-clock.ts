import type { Clock } from '../../../electron/core/ports/clock';

/** The machine's clock, which a test can move on where it would only wait: for a pause, a budget, a settle time. */
export interface SkippingClock extends Clock {
  /**
   * Moves wall and monotonic time on and runs what falls due, in order. Real servers do not move along; keep the sum far
   * below what they would call a wrong clock.
   */
  moveOn(ms: number): void;
}

interface Timer {
  /** Monotonic. */
  readonly at: number;
  readonly fn: () => void;
  handle?: NodeJS.Timeout;
}

export function skippingClock(): SkippingClock {
  let skipped = 0;
  const timers = new Set<Timer>();
  const monotonic = (): number => performance.now() + skipped;
  const arm = (timer: Timer): void => {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => fire(timer), Math.max(0, timer.at - monotonic()));
  };
  const fire = (timer: Timer): void => {
    clearTimeout(timer.handle);
    if (timers.delete(timer)) timer.fn();
  };
  return {
    now: () => Date.now() + Math.round(skipped),
    monotonic,
    after(delayMs, fn) {
      const timer: Timer = { at: monotonic() + Math.max(0, delayMs), fn };
      timers.add(timer);
      arm(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    moveOn(ms) {
      skipped += ms;
      const now = monotonic();
      const due = [...timers].filter(({ at }) => at <= now).toSorted((left, right) => left.at - right.at);
      for (const timer of due) fire(timer);
      for (const timer of timers) arm(timer);
    },
  };
}
