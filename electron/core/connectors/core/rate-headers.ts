import { maxBlockMs } from './limits';

/** What an answer says about its limit. */
export interface RateReading {
  readonly limit: number | null;
  readonly remaining: number | null;
  /** Ms from now until the window starts anew; null where unsaid. */
  readonly resetMs: number | null;
}

const within = (ms: number): number => Math.min(maxBlockMs, Math.max(0, Math.ceil(ms)));

/** A number of at least 10^9 is a point in time; smaller ones are seconds from now. */
const epochFromSeconds = 1_000_000_000;

/** The server's own idea of now, so that a wrong clock on either side does not matter. */
const serverNow = (headers: Headers, now: number): number => {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? now : date;
};

const untilMs = (text: string | null, reference: number): number | null => {
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  if (Number.isFinite(number)) {
    if (number < 0) return null;
    if (number < epochFromSeconds) return within(number * 1_000);
    // Some count the point in time in milliseconds.
    return within((number > epochFromSeconds * 1_000 ? number : number * 1_000) - reference);
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : within(date - reference);
};

const count = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined || !/^\s*\d+/.test(text)) return null;
  const number = Number.parseInt(text, 10);
  return Number.isSafeInteger(number) ? number : null;
};

/** `Retry-After` in both of its forms, ms from now. */
export const retryAfterMs = (headers: Headers, now: number): number | null =>
  untilMs(headers.get('retry-after'), serverNow(headers, now));

/**
 * `RateLimit-*` and `X-RateLimit-*` headers, resets as seconds from now, as epoch seconds or as a date, and the
 * newer single field `RateLimit: "default";r=50;t=30`. Sources: RFC 9110 section 10.2.3, the drafts of the IETF group
 * httpapi on RateLimit fields, and what the networks document.
 */
export function readRate(headers: Headers, now: number): RateReading | null {
  const single = headers.get('ratelimit');
  if (single !== null) {
    const remaining = count(/;\s*r=(\d+)/.exec(single)?.[1]);
    if (remaining !== null)
      return { limit: null, remaining, resetMs: untilMs(/;\s*t=(\d+)/.exec(single)?.[1] ?? null, now) };
  }
  for (const prefix of ['ratelimit', 'x-ratelimit', 'x-rate-limit']) {
    const remaining = count(headers.get(`${prefix}-remaining`));
    if (remaining === null) continue;
    return {
      limit: count(headers.get(`${prefix}-limit`)),
      remaining,
      resetMs: untilMs(headers.get(`${prefix}-reset`), serverNow(headers, now)),
    };
  }
  return null;
}
