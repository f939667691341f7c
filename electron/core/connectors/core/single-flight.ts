/**
 * Wraps a job so that callers who come while it runs get the same outcome: two refreshes of one token at a time would
 * lose the session on networks that rotate it. After it ended, the next call starts a new one.
 */
export const singleFlight = <T>(job: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  return () => {
    running ??= job().finally(() => {
      running = null;
    });
    return running;
  };
};
