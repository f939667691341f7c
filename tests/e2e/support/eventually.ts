import { expect } from 'vitest';

/** Expects what becomes true in a while: a loaded machine takes its time, so the limit is only there to end a test that failed. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000, interval: 50 });
