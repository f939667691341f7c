import { useSyncExternalStore } from 'react';

/** One clock for the whole window: rows do not run timers of their own. */
const createClock = (stepMs: number) => {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | null = null;
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (timer === null) {
        now = Date.now();
        timer = setInterval(tick, stepMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
    read: () => now,
  };
};

const clocks = { second: createClock(1000), halfMinute: createClock(30_000) } as const;

/** Time of the screen's clock, ms since 1970 UTC. `second` is for countdowns, `halfMinute` for ages. */
export const useNow = (step: keyof typeof clocks = 'halfMinute'): number =>
  useSyncExternalStore(clocks[step].subscribe, clocks[step].read);
