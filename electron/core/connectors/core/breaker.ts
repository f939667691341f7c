import type { Clock } from '../../ports/clock';
import { equalJitterMs } from './backoff';
import { breakerBackoff, breakerThreshold } from './limits';

/** Leaves a server alone that fails again and again, and lets one request try it after a growing pause. */
export interface Breaker {
  /** Ms until the next request may go; 0 lets it pass. Half-open lets exactly one pass. */
  waitMs(): number;
  success(): void;
  failure(): void;
  /** The request that was let pass ended without saying anything about the server. */
  release(): void;
  /** Forgets everything, e.g. when the network came back. */
  reset(): void;
}

/** Runs on the monotonic clock, so that a moved wall clock opens or closes nothing. */
export function createBreaker(options: { readonly clock: Clock; readonly random: () => number }): Breaker {
  const { clock, random } = options;
  let failures = 0;
  let openings = 0;
  let openUntil: number | null = null;
  let isProbing = false;
  return {
    waitMs() {
      if (openUntil === null) return 0;
      const left = openUntil - clock.monotonic();
      if (left > 0) return Math.ceil(left);
      if (isProbing) return breakerBackoff.baseMs;
      isProbing = true;
      return 0;
    },
    success() {
      failures = 0;
      openings = 0;
      openUntil = null;
      isProbing = false;
    },
    failure() {
      failures += 1;
      isProbing = false;
      if (openUntil === null && failures < breakerThreshold) return;
      openUntil = clock.monotonic() + equalJitterMs(openings, breakerBackoff, random);
      openings += 1;
    },
    release() {
      isProbing = false;
    },
    reset() {
      failures = 0;
      openings = 0;
      openUntil = null;
      isProbing = false;
    },
  };
}
