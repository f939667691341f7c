import { pingAccount } from '@shared/domain/keychain-messages';
import type {
  KeychainAnswers,
  KeychainErrorKind,
  KeychainOp,
  KeychainRequest,
  KeychainResponse,
} from '@shared/domain/keychain-messages';
import type { Clock } from './clock';
import type { KeychainProcess, KeychainTransport } from './keychain-transport';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type KeychainCall = DistributiveOmit<KeychainRequest, 'id'>;

/** `frozen`: no answer within the limit. `crashed`: the process ended. `closed`: the app is quitting. */
export type CallFailure = KeychainErrorKind | 'frozen' | 'crashed' | 'closed';

/** `wasPrompted`: the call waited for an unlock window. */
export type CallResult =
  | { readonly ok: true; readonly value: KeychainAnswers[KeychainOp]; readonly wasPrompted: boolean }
  | { readonly ok: false; readonly failure: CallFailure; readonly wasPrompted: boolean };

export interface KeychainLimits {
  /** Longest silence of the keychain before the process is killed, in ms. */
  readonly callMs: number;
  /** Wait before asking whether a call hangs behind an unlock window, in ms. */
  readonly promptAfterMs: number;
}

export interface CallerOptions {
  readonly profileId: string;
  readonly transport: KeychainTransport;
  readonly clock: Clock;
  readonly limits: KeychainLimits;
  /** An unlock window stands open behind the call that runs. */
  readonly onPrompt: () => void;
}

export interface KeychainCaller {
  /** One call; the caller of this function sees to it that only one runs. A process whose connection died is replaced once. */
  call(request: KeychainCall): Promise<CallResult>;
  /** Kills what runs and answers every later call with `closed`. */
  close(): void;
}

/** Failures that a new process may not have: the one that saw the service die can never reach it again. */
const worthNewProcess: ReadonlySet<CallFailure> = new Set<CallFailure>([
  'gone',
  'no_service',
  'no_bus',
  'other',
  'crashed',
]);

const cannotPrompt: ReadonlySet<KeychainOp> = new Set<KeychainOp>(['probe', 'ping']);

function isResponse(message: unknown): message is KeychainResponse {
  return typeof message === 'object' && message !== null && 'id' in message && 'ok' in message;
}

const isReady = (message: unknown): boolean => typeof message === 'object' && message !== null && 'ready' in message;

/** Runs calls in a keychain process, with a time limit, and tells an open unlock window from a frozen keychain. */
export function createKeychainCaller(options: CallerOptions): KeychainCaller {
  const { transport, clock, limits } = options;
  let worker: KeychainProcess | null = null;
  let isWorkerUp = false;
  let lastId = 0;
  let isClosed = false;
  let endCurrent: () => void = () => {};

  const dropWorker = (): void => {
    worker?.kill();
    worker = null;
  };

  /**
   * A hanging call says nothing by itself: the same silence is an unlock window or a dead service. A second process asks for an item
   * that never exists, which cannot prompt; an answer means that the service lives and the call waits for a person.
   */
  const watch = (onUp: () => void, onAlive: () => void): { ask(): void; stop(): void } => {
    const second = transport.open();
    second.onMessage((message) => {
      if (isReady(message)) onUp();
      if (isResponse(message) && message.ok) onAlive();
    });
    second.onExit(() => {});
    return {
      ask() {
        lastId += 1;
        second.send({ id: lastId, op: 'ping', account: pingAccount(options.profileId) });
      },
      stop: () => second.kill(),
    };
  };

  const attempt = (call: KeychainCall): Promise<CallResult> =>
    new Promise((resolve) => {
      if (worker === null) {
        worker = transport.open();
        isWorkerUp = false;
      }
      const helper = worker;
      lastId += 1;
      const id = lastId;
      let wasPrompted = false;
      let isDone = false;
      let watcher: ReturnType<typeof watch> | null = null;
      let cancelLimit: () => void = () => {};
      let cancelNext: () => void = () => {};

      const finish = (
        result: { ok: true; value: KeychainAnswers[KeychainOp] } | { ok: false; failure: CallFailure },
      ): void => {
        if (isDone) return;
        isDone = true;
        cancelLimit();
        cancelNext();
        watcher?.stop();
        endCurrent = () => {};
        helper.onExit(() => {
          if (worker === helper) worker = null;
        });
        resolve({ ...result, wasPrompted });
      };
      const armLimit = (): void => {
        cancelLimit = clock.after(limits.callMs, () => {
          dropWorker();
          finish({ ok: false, failure: 'frozen' });
        });
      };
      const onAlive = (): void => {
        if (isDone) return;
        cancelLimit();
        if (!wasPrompted) {
          wasPrompted = true;
          options.onPrompt();
        }
        cancelNext();
        cancelNext = clock.after(limits.callMs, () => {
          armLimit();
          watcher?.ask();
        });
      };

      /** On a busy machine its start alone can take as long as the limit, and that says nothing about the keychain either. */
      const onSecondUp = (): void => {
        if (isDone) return;
        cancelLimit();
        armLimit();
      };

      const watchForPrompt = (): void => {
        if (cannotPrompt.has(call.op)) return;
        cancelNext = clock.after(limits.promptAfterMs, () => {
          watcher = watch(onSecondUp, onAlive);
          watcher.ask();
        });
      };

      endCurrent = () => finish({ ok: false, failure: 'closed' });
      helper.onMessage((message) => {
        if (isReady(message)) {
          isWorkerUp = true;
          // The time that the process took to start says nothing about the keychain.
          cancelLimit();
          armLimit();
          watchForPrompt();
          return;
        }
        if (!isResponse(message) || message.id !== id) return;
        finish(message.ok ? { ok: true, value: message.value } : { ok: false, failure: message.error });
      });
      helper.onExit(() => {
        if (worker === helper) worker = null;
        finish({ ok: false, failure: 'crashed' });
      });
      // A process that was already gone has answered by now.
      if (isDone) return;
      armLimit();
      if (isWorkerUp) watchForPrompt();
      helper.send({ ...call, id });
    });

  return {
    async call(request) {
      if (isClosed) return { ok: false, failure: 'closed', wasPrompted: false };
      const first = await attempt(request);
      if (first.ok || !worthNewProcess.has(first.failure)) return first;
      dropWorker();
      if (isClosed) return { ok: false, failure: 'closed', wasPrompted: first.wasPrompted };
      const second = await attempt(request);
      if (!second.ok && worthNewProcess.has(second.failure)) dropWorker();
      return second;
    },
    close() {
      isClosed = true;
      dropWorker();
      endCurrent();
    },
  };
}
