import type { Clock } from '../../../electron/core/ports/clock';

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves wall and monotonic time together and runs what falls due, in order. */
  advance(ms: number): void;
  /** As a machine that sleeps: time has passed at once, and what fell due meanwhile runs once, late. */
  sleep(ms: number): void;
  /** Moves the wall clock alone, as a person or a time server does. */
  setWall(ms: number): void;
}

export function manualClock(startAt = Date.UTC(2026, 10, 20, 9)): ManualClock {
  let wall = startAt;
  let mono = 0;
  let timers: { at: number; fn: () => void }[] = [];
  return {
    now: () => wall,
    monotonic: () => mono,
    after(delayMs, fn) {
      const timer = { at: mono + Math.max(0, delayMs), fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(ms) {
      const end = mono + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((one) => one !== due);
        wall += due.at - mono;
        mono = due.at;
        due.fn();
      }
      wall += end - mono;
      mono = end;
    },
    sleep(ms) {
      wall += ms;
      mono += ms;
      const due = timers.filter((timer) => timer.at <= mono).toSorted((a, b) => a.at - b.at);
      timers = timers.filter((timer) => timer.at > mono);
      for (const timer of due) timer.fn();
    },
    setWall(ms) {
      wall = ms;
    },
  };
}
