import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullJitterMs, equalJitterMs } from '../../../../electron/core/connectors/core/backoff';
import { createRateBudget, type RateRules } from '../../../../electron/core/connectors/core/budget';
import { breakerThreshold, maxBlockMs } from '../../../../electron/core/connectors/core/limits';
import { readRate, retryAfterMs } from '../../../../electron/core/connectors/core/rate-headers';
import { manualClock } from '../../../support/core/manual-clock';

const url = new URL('https://network.example/api');
const rules: RateRules = {
  classes: { read: { requests: 10, windowMs: 60_000 }, write: { requests: 2, windowMs: 60_000 } },
  classify: (method) => (method === 'GET' ? 'read' : 'write'),
};
const setUp = (random = () => 0.5) => {
  const clock = manualClock();
  const budget = createRateBudget({ clock, random, rules });
  const answer = (status: number, headers: Record<string, string> = {}, method = 'GET') =>
    budget.observe(method, url, { kind: 'answer', status, headers: new Headers(headers) });
  const admitted = (method = 'GET'): boolean => budget.admit(method, url).isAdmitted;
  return { clock, budget, answer, admitted };
};

describe('the rate budget of an account', () => {
  it('never lets more requests pass in a window than the class allows, whatever the rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (pauses) => {
        const { clock, admitted } = setUp();
        const passed: number[] = [];
        for (const pause of pauses) {
          clock.advance(pause);
          if (admitted()) passed.push(clock.monotonic());
        }
        for (const start of passed) {
          const inWindow = passed.filter((at) => at >= start && at < start + 60_000).length;
          // A full bucket plus what flows in during the window.
          expect(inWindow).toBeLessThanOrEqual(20);
        }
      }),
    );
  });

  it('keeps reading and writing apart', () => {
    const { admitted } = setUp();
    expect([admitted('POST'), admitted('POST'), admitted('POST')]).toEqual([true, true, false]);
    expect(admitted('GET')).toBe(true);
  });

  it('waits as long as the server asked, in both forms of Retry-After', () => {
    const { clock, budget, answer, admitted } = setUp();
    answer(429, { 'retry-after': '90' });
    expect(budget.admit('GET', url)).toEqual({ isAdmitted: false, reason: 'rate_limited', retryAfterMs: 90_000 });
    clock.advance(89_999);
    expect(admitted()).toBe(false);
    clock.advance(1);
    expect(admitted()).toBe(true);
    answer(503, { 'retry-after': new Date(clock.now() + 30_000).toUTCString() });
    clock.advance(28_000);
    expect(admitted()).toBe(false);
    clock.advance(2_000);
    expect(admitted()).toBe(true);
  });

  it('waits longer and longer after 429 without a time, and never not at all', () => {
    const { clock, budget, answer } = setUp(() => 0);
    const waits: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      answer(429);
      const held = budget.admit('GET', url);
      if (held.isAdmitted) throw new Error('expected a wait');
      waits.push(held.retryAfterMs);
      clock.advance(held.retryAfterMs);
    }
    expect(waits).toEqual([7_500, 15_000, 30_000, 60_000, 120_000]);
  });

  it('stops before the server has to refuse, when it says that nothing is left', () => {
    const { clock, answer, admitted } = setUp();
    answer(200, { 'ratelimit-remaining': '0', 'ratelimit-reset': '20' });
    expect(admitted()).toBe(false);
    clock.advance(20_000);
    expect(admitted()).toBe(true);
  });

  it('cannot be blocked for years, and a wall clock that jumps changes nothing', () => {
    const { clock, budget, answer, admitted } = setUp();
    answer(429, { 'retry-after': '99999999' });
    clock.setWall(clock.now() + 400 * 86_400_000);
    expect(admitted()).toBe(false);
    const held = budget.admit('GET', url);
    expect(held.isAdmitted ? 0 : held.retryAfterMs).toBeLessThanOrEqual(maxBlockMs);
    clock.advance(maxBlockMs);
    expect(admitted()).toBe(true);
  });

  it('remembers a block over a restart, but not for longer than it lasts', () => {
    const { clock, budget, answer } = setUp();
    answer(429, { 'retry-after': '600' });
    const state = budget.snapshot();
    clock.advance(100_000);
    const again = createRateBudget({ clock, random: () => 0.5, rules, state });
    expect(again.admit('GET', url)).toMatchObject({ isAdmitted: false, retryAfterMs: 500_000 });
    clock.setWall(state.savedAt - 400 * 86_400_000);
    const setBack = createRateBudget({ clock, random: () => 0.5, rules, state });
    const held = setBack.admit('GET', url);
    expect(held.isAdmitted ? 0 : held.retryAfterMs).toBeLessThanOrEqual(maxBlockMs);
  });

  it('says when a block begins, so that it can be stored', () => {
    const clock = manualClock();
    const stored: number[] = [];
    const budget = createRateBudget({
      clock,
      random: () => 0.5,
      rules,
      onBlocked: (state) => stored.push(state.classes['read']?.blockedUntil ?? 0),
    });
    budget.observe('GET', url, { kind: 'answer', status: 429, headers: new Headers({ 'retry-after': '5' }) });
    expect(stored).toEqual([clock.now() + 5_000]);
  });

  it('leaves a failing server alone, lets one request try it, and opens again at once when that works', () => {
    const { clock, budget, answer, admitted } = setUp();
    for (let time = 0; time < breakerThreshold; time += 1) {
      expect(admitted()).toBe(true);
      answer(502);
    }
    const held = budget.admit('GET', url);
    if (held.isAdmitted) throw new Error('expected an open breaker');
    expect(held.reason).toBe('circuit_open');
    clock.advance(held.retryAfterMs);
    expect([admitted(), admitted()]).toEqual([true, false]);
    answer(502);
    const longer = budget.admit('GET', url);
    expect(longer.isAdmitted ? 0 : longer.retryAfterMs).toBeGreaterThan(held.retryAfterMs);
    budget.reset();
    expect(admitted()).toBe(true);
    answer(200);
    expect(admitted()).toBe(true);
  });

  it('does not take being offline for a fault of the server', () => {
    const { budget, admitted } = setUp();
    for (let time = 0; time < breakerThreshold * 2; time += 1)
      budget.observe('GET', url, { kind: 'none', isServerFault: false });
    expect(admitted()).toBe(true);
  });
});

describe('reading the limits of a server', () => {
  const now = Date.UTC(2026, 10, 20, 9);

  it.each([
    [{ 'ratelimit-remaining': '7', 'ratelimit-reset': '30' }, 7, 30_000],
    [{ 'ratelimit-remaining': '7', 'ratelimit-reset': String(now / 1_000 + 30) }, 7, 30_000],
    [{ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': new Date(now + 30_000).toISOString() }, 7, 30_000],
    [{ 'x-rate-limit-remaining': '7', 'x-rate-limit-reset': String(now / 1_000 + 30) }, 7, 30_000],
    [{ ratelimit: '"default";r=7;t=30', 'ratelimit-policy': '"default";q=100;w=300' }, 7, 30_000],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': 'soon' }, 0, null],
    [{ 'ratelimit-remaining': 'many' }, null, null],
  ])('understands %j', (headers, remaining, resetMs) => {
    const reading = readRate(new Headers(headers), now);
    expect(reading?.remaining ?? null).toBe(remaining);
    expect(reading?.resetMs ?? null).toBe(resetMs);
  });

  it('counts by the clock of the server, so that a wrong one here does not matter', () => {
    const date = new Date(now).toUTCString();
    const headers = new Headers({ date, 'retry-after': new Date(now + 60_000).toUTCString() });
    expect(retryAfterMs(headers, now - 400 * 86_400_000)).toBe(60_000);
  });

  it('gives no negative, endless or invalid time for any header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
        const safe = text.replaceAll(/[^\x20-\x7e]/g, '');
        const ms = retryAfterMs(new Headers({ 'retry-after': safe }), now);
        expect(ms === null || (ms >= 0 && ms <= maxBlockMs)).toBe(true);
      }),
    );
  });
});

describe('pauses between attempts', () => {
  it('lie anywhere below a ceiling that doubles up to its maximum', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const backoff = { baseMs: 1_000, maxMs: 60_000 };
        const ceiling = Math.min(60_000, 1_000 * 2 ** attempt);
        const full = fullJitterMs(attempt, backoff, () => random);
        expect(full).toBeGreaterThanOrEqual(0);
        expect(full).toBeLessThanOrEqual(ceiling);
        expect(equalJitterMs(attempt, backoff, () => random)).toBeGreaterThanOrEqual(Math.floor(ceiling / 2));
      }),
    );
  });
});
