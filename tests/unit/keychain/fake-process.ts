import type { KeychainAnswers, KeychainErrorKind, KeychainOp, KeychainRequest } from '@shared/domain/keychain-messages';
import type { Clock } from '../../../electron/core/ports/clock';
import type { KeychainTransport } from '../../../electron/core/ports/keychain-transport';

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void;
}

export function createFakeClock(): FakeClock {
  let now = 0;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after(delayMs, fn) {
      const timer = { at: now + delayMs, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.fn();
      }
      now = end;
    },
  };
}

/** One process that a test plays: what it was asked, and what it answers. */
export interface FakeProcess {
  readonly requests: readonly KeychainRequest[];
  readonly isKilled: () => boolean;
  /** Says that the process has started. */
  ready(): void;
  answer(value: KeychainAnswers[KeychainOp]): void;
  fail(error: KeychainErrorKind): void;
  exit(): void;
}

export interface FakeTransport extends KeychainTransport {
  readonly opened: readonly FakeProcess[];
}

export function createFakeTransport(): FakeTransport {
  const opened: FakeProcess[] = [];
  return {
    opened,
    open() {
      const requests: KeychainRequest[] = [];
      let isKilled = false;
      let onMessage: (message: unknown) => void = () => {};
      let onExit: () => void = () => {};
      const lastId = (): number | undefined => requests.at(-1)?.id;
      opened.push({
        requests,
        isKilled: () => isKilled,
        ready: () => onMessage({ ready: true }),
        answer: (value) => onMessage({ id: lastId(), ok: true, value }),
        fail: (error) => onMessage({ id: lastId(), ok: false, error }),
        exit: () => onExit(),
      });
      return {
        send: (request) => void requests.push(request),
        onMessage: (listener) => {
          onMessage = listener;
        },
        onExit: (listener) => {
          onExit = listener;
        },
        kill: () => {
          isKilled = true;
        },
      };
    },
  };
}
