/** Every figure of the connector core that is ours to choose, in one place. Times are ms, sizes bytes. */

/** Longest time for one request, the reading of its answer included. */
export const requestTimeoutMs = 30_000;

/** Largest answer that is read; what is larger is dropped unread. */
export const maxResponseBytes = 20 * 1024 * 1024;

/** Longest silence on an event stream before it counts as dead. Servers of this kind send a sign of life every 15 to 30 s. */
export const streamIdleMs = 90_000;

/** Redirects that one read follows. */
export const maxRedirects = 5;

/** A request waits this long for a free place in its rate budget before it is refused. */
export const budgetWaitMs = 2_000;

/** Failures in a row after which an account's server is left alone. */
export const breakerThreshold = 6;

/** Pause of the breaker: full jitter between the half and the whole of base × 2^n. */
export const breakerBackoff = { baseMs: 4_000, maxMs: 120_000 } as const;

/** Pause after an error that may pass by itself: full jitter between 0 and base × 2^attempt. */
export const retryBackoff = { baseMs: 2_000, maxMs: 300_000 } as const;

/** Pause after 429 where the server names none. */
export const throttleBackoff = { baseMs: 15_000, maxMs: 900_000 } as const;

/** A server may not block an account for longer than this, whatever its headers say. */
export const maxBlockMs = 24 * 60 * 60 * 1000;

/** The listener of a sign-in closes after this time. */
export const loopbackLifetimeMs = 5 * 60 * 1000;

/** Largest request head that the listener of a sign-in reads. */
export const loopbackMaxHeadBytes = 16 * 1024;
