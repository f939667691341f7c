import type { Clock } from '../../ports/clock';
import { equalJitterMs } from './backoff';
import { createBreaker } from './breaker';
import { maxBlockMs, throttleBackoff } from './limits';
import { readRate, retryAfterMs } from './rate-headers';

/** How many requests a class of endpoints takes in a window. Bursts up to `requests` are allowed; it refills evenly. */
export interface RateClass {
  readonly requests: number;
  readonly windowMs: number;
}

/** A network's limits as data: its classes, and which class a request belongs to. */
export interface RateRules {
  readonly classes: Readonly<Record<string, RateClass>>;
  /** Name of a class; one that is not in `classes` is not limited by us, only by what the server says. */
  classify(method: string, url: URL): string;
}

/** For networks that state nothing: gentle reading, gentler writing. */
export const defaultRates: RateRules = {
  classes: { read: { requests: 120, windowMs: 60_000 }, write: { requests: 30, windowMs: 60_000 } },
  classify: (method) => (method === 'GET' || method === 'HEAD' ? 'read' : 'write'),
};

/** What is kept over restarts, by wall clock (ms since 1970 UTC). */
export interface RateState {
  readonly savedAt: number;
  readonly classes: Readonly<Record<string, { readonly tokens: number; readonly blockedUntil: number }>>;
}

export type Admission =
  | { readonly isAdmitted: true }
  | {
      readonly isAdmitted: false;
      readonly reason: 'rate_limited' | 'circuit_open';
      readonly retryAfterMs: number;
    };

/** What became of a request that was admitted. */
export type BudgetAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers }
  /** No answer. `isServerFault` false where it says nothing about the server: offline, cancelled. */
  | { readonly kind: 'none'; readonly isServerFault: boolean };

export interface RateBudget {
  /** Takes one place, or says how long to wait. */
  admit(method: string, url: URL): Admission;
  observe(method: string, url: URL, answer: BudgetAnswer): void;
  /** To be stored; `state` takes it back. */
  snapshot(): RateState;
  /** Closes the breaker, e.g. after sleep or when the network returned. Limits that the server stated stay. */
  reset(): void;
}

export interface RateBudgetOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly rules?: RateRules;
  readonly state?: RateState | null;
  /** Called when a block begins, i.e. when it is worth storing a snapshot. */
  readonly onBlocked?: (state: RateState) => void;
}

interface Bucket {
  tokens: number;
  /** Monotonic time of the last refill. */
  refilledAt: number;
  /** Monotonic time. */
  blockedUntil: number;
  throttles: number;
}

const isServerError = (status: number): boolean => status >= 500 && status !== 501;

/** The rate budget of one channel account. Pure but for the clock; one account's limits never touch another's. */
export function createRateBudget(options: RateBudgetOptions): RateBudget {
  const { clock, random, rules = defaultRates, onBlocked } = options;
  const breaker = createBreaker({ clock, random });
  const buckets = new Map<string, Bucket>();

  const bucketOf = (name: string): Bucket => {
    const existing = buckets.get(name);
    if (existing !== undefined) return existing;
    const made: Bucket = {
      tokens: rules.classes[name]?.requests ?? Number.POSITIVE_INFINITY,
      refilledAt: clock.monotonic(),
      blockedUntil: Number.NEGATIVE_INFINITY,
      throttles: 0,
    };
    buckets.set(name, made);
    return made;
  };
  const refill = (name: string, bucket: Bucket): void => {
    const rule = rules.classes[name];
    const now = clock.monotonic();
    if (rule !== undefined)
      bucket.tokens = Math.min(
        rule.requests,
        bucket.tokens + ((now - bucket.refilledAt) * rule.requests) / rule.windowMs,
      );
    bucket.refilledAt = now;
  };
  const snapshot = (): RateState => {
    const now = clock.now();
    const monotonic = clock.monotonic();
    const classes: Record<string, { tokens: number; blockedUntil: number }> = {};
    for (const [name, bucket] of buckets) {
      refill(name, bucket);
      const leftMs = Math.max(0, bucket.blockedUntil - monotonic);
      if (Number.isFinite(bucket.tokens) || leftMs > 0)
        classes[name] = {
          tokens: Number.isFinite(bucket.tokens) ? bucket.tokens : 0,
          blockedUntil: leftMs > 0 ? now + leftMs : 0,
        };
    }
    return { savedAt: now, classes };
  };
  const block = (bucket: Bucket, ms: number): void => {
    const until = clock.monotonic() + Math.min(maxBlockMs, Math.max(0, ms));
    if (until <= bucket.blockedUntil) return;
    bucket.blockedUntil = until;
    onBlocked?.(snapshot());
  };

  for (const [name, saved] of Object.entries(options.state?.classes ?? {})) {
    const bucket = bucketOf(name);
    const rule = rules.classes[name];
    // A wall clock that was set back must neither block for years nor refill out of nothing.
    const awayMs = Math.max(0, clock.now() - (options.state?.savedAt ?? clock.now()));
    if (rule !== undefined)
      bucket.tokens = Math.min(rule.requests, Math.max(0, saved.tokens) + (awayMs * rule.requests) / rule.windowMs);
    const leftMs = Math.min(saved.blockedUntil - clock.now(), maxBlockMs);
    if (leftMs > 0) bucket.blockedUntil = clock.monotonic() + leftMs;
  }

  return {
    admit(method, url) {
      const name = rules.classify(method, url);
      const bucket = bucketOf(name);
      const blockedMs = bucket.blockedUntil - clock.monotonic();
      if (blockedMs > 0) return { isAdmitted: false, reason: 'rate_limited', retryAfterMs: Math.ceil(blockedMs) };
      refill(name, bucket);
      const rule = rules.classes[name];
      if (bucket.tokens < 1 && rule !== undefined) {
        const waitMs = Math.ceil(((1 - bucket.tokens) * rule.windowMs) / rule.requests);
        return { isAdmitted: false, reason: 'rate_limited', retryAfterMs: waitMs };
      }
      const breakerMs = breaker.waitMs();
      if (breakerMs > 0) return { isAdmitted: false, reason: 'circuit_open', retryAfterMs: breakerMs };
      bucket.tokens -= 1;
      return { isAdmitted: true };
    },
    observe(method, url, answer) {
      if (answer.kind === 'none') {
        if (answer.isServerFault) breaker.failure();
        else breaker.release();
        return;
      }
      const bucket = bucketOf(rules.classify(method, url));
      const { status, headers } = answer;
      if (isServerError(status)) breaker.failure();
      else breaker.success();
      const reading = readRate(headers, clock.now());
      if (reading?.remaining !== undefined && reading.remaining !== null)
        bucket.tokens = Math.min(bucket.tokens, Math.max(reading.remaining, 1));
      const askedMs = retryAfterMs(headers, clock.now());
      if (status === 429) {
        const own = equalJitterMs(bucket.throttles, throttleBackoff, random);
        bucket.throttles += 1;
        // A reset in the past, or none, must not turn into hammering.
        block(bucket, askedMs ?? (reading?.resetMs || own));
        return;
      }
      bucket.throttles = 0;
      if (status === 503 && askedMs !== null) block(bucket, askedMs);
      else if (reading?.remaining === 0 && reading.resetMs !== null) block(bucket, reading.resetMs);
    },
    snapshot,
    reset: () => breaker.reset(),
  };
}
