/** Counts crashes, so that what dies again and again is not started again and again. */
export interface RestartBudget {
  /** Notes a crash; false where it was the last one that is forgiven. */
  spend(): boolean;
  reset(): void;
}

/** Allows fewer than `crashes` crashes within `withinMs`; `now` in ms. */
export function createRestartBudget(crashes: number, withinMs: number, now: () => number): RestartBudget {
  let times: number[] = [];
  return {
    spend() {
      const time = now();
      times = [...times.filter((each) => time - each < withinMs), time];
      return times.length < crashes;
    },
    reset() {
      times = [];
    },
  };
}
