import { appError } from '@shared/domain/errors';
import type { AppError } from '@shared/domain/errors';
import { maxSecretBytes, secretAccount } from '@shared/domain/keychain-messages';
import { isKeychainUsable } from '@shared/domain/keychain-state';
import { err, ok } from '@shared/domain/result';
import type { Result } from '@shared/domain/result';
import type { Clock } from './clock';
import { createKeychainCaller } from './keychain-caller';
import type { CallResult, KeychainLimits } from './keychain-caller';
import { createKeychainCheck } from './keychain-check';
import type { CanaryMemory } from './keychain-check';
import { createKeychainStatusStore } from './keychain-status';
import type { KeychainTransport } from './keychain-transport';
import type { SecretLookup, SecretRef, SecretsPort } from './secrets';

export interface KeychainClientOptions {
  readonly profileId: string;
  readonly transport: KeychainTransport;
  readonly memory: CanaryMemory;
  readonly clock: Clock;
  readonly limits?: Partial<KeychainLimits & RecheckLimits>;
}

interface RecheckLimits {
  /** Shortest time between two looks at an unusable keychain that nobody asked for, in ms. */
  readonly recheckMs: number;
}

/** The secrets port over a keychain process. */
export interface KeychainClient extends SecretsPort {
  /** Kills the keychain processes at once; every call, also a waiting one, then fails. */
  close(): void;
}

const defaultLimits = { callMs: 10_000, promptAfterMs: 1_500, recheckMs: 5_000 } as const satisfies KeychainLimits &
  RecheckLimits;

function checkRef(ref: SecretRef): AppError | null {
  const isFine = [ref.workspaceId, ref.channelAccountId].every((id) => id !== '' && !/[/#\0]/.test(id));
  return isFine
    ? null
    : appError('validation_failed', 'The name of a secret is not usable.', { reason: 'secret_name' });
}

function checkValue(value: string): AppError | null {
  const refuse = (message: string, reason: string): AppError => appError('validation_failed', message, { reason });
  if (value === '') return refuse('A secret cannot be empty.', 'secret_empty');
  if (value.includes('\0')) return refuse('A secret cannot hold a NUL character.', 'secret_nul');
  if (/\p{Surrogate}/u.test(value)) return refuse('A secret must be whole text.', 'secret_broken');
  if (new TextEncoder().encode(value).length > maxSecretBytes)
    return refuse('The secret is too long.', 'secret_too_long');
  return null;
}

/** Makes the secrets port. Nothing is started before the first call or `refresh('start')`. */
export function createKeychainClient(options: KeychainClientOptions): KeychainClient {
  const { profileId, memory, clock } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const status = createKeychainStatusStore();
  const caller = createKeychainCaller({
    profileId,
    transport: options.transport,
    clock,
    limits,
    onPrompt: () => status.setPrompt(true),
  });
  const check = createKeychainCheck(profileId, caller, status, memory);
  let queue: Promise<unknown> = Promise.resolve();
  let isChecked = false;
  let checkedAt = Number.NEGATIVE_INFINITY;

  /** One piece of work at a time, and with it one call in flight and one unlock window at most. */
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(async () => {
      try {
        return await work();
      } finally {
        status.setPrompt(false);
      }
    });
    queue = result.catch(() => {});
    return result;
  };

  const isUsable = (): boolean => isKeychainUsable(status.base());

  const runCheck = async (run: () => Promise<unknown>): Promise<void> => {
    isChecked = true;
    await run();
    checkedAt = clock.monotonic();
  };

  const ensureUsable = async (): Promise<boolean> => {
    if (!isChecked) await runCheck(() => check.full(false));
    else if (!isUsable() && clock.monotonic() - checkedAt >= limits.recheckMs) await runCheck(check.silent);
    return isUsable();
  };

  const unavailable = ({ state, reason } = status.base()): Result<never> => {
    const message = 'The keychain of this computer cannot be used at the moment.';
    return err(appError('keychain_unavailable', message, { reason: state, details: { cause: reason } }));
  };

  const failed = (result: Extract<CallResult, { ok: false }>): Result<never> => {
    status.setFromFailure(result.failure, memory.wasWritten());
    return unavailable();
  };

  /** An absent or damaged item is believed only while the canary can be read. */
  const confirmed = async (wasPrompted: boolean): Promise<boolean> => {
    if (!memory.wasWritten()) return true;
    await runCheck(wasPrompted ? check.afterPrompt : check.silent);
    return isUsable();
  };

  const read = async (account: string): Promise<Result<SecretLookup>> => {
    if (!(await ensureUsable())) return unavailable();
    const result = await caller.call({ op: 'get', account });
    if (!result.ok) return failed(result);
    if (typeof result.value !== 'object') return unavailable();
    if (result.value.status !== 'found' && !(await confirmed(result.wasPrompted))) return unavailable();
    status.setDamaged(account, result.value.status === 'damaged');
    return ok(result.value);
  };

  const write = async (account: string, value: string): Promise<Result<void>> => {
    if (!(await ensureUsable())) return unavailable();
    if (!(await (memory.wasWritten() ? check.confirm() : check.writeCanary()))) return unavailable();
    const result = await caller.call({ op: 'set', account, value });
    if (!result.ok) return failed(result);
    status.setDamaged(account, false);
    return ok(undefined);
  };

  const remove = async (account: string): Promise<Result<void>> => {
    if (!(await ensureUsable())) return unavailable();
    const result = await caller.call({ op: 'delete', account });
    if (!result.ok) return failed(result);
    if (result.value === 'absent' && !(await confirmed(result.wasPrompted))) return unavailable();
    status.setDamaged(account, false);
    return ok(undefined);
  };

  /** The state once `work` is done, or as soon as an unlock window opens. */
  const stateAfter = (work: Promise<unknown>): Promise<ReturnType<SecretsPort['state']>> =>
    new Promise((resolve, reject) => {
      const stop = status.onChange(({ state }) => {
        if (state === 'prompt_open') resolve(state);
      });
      work.then(() => resolve(status.current().state), reject).finally(stop);
    });

  const isPromptOpen = (): boolean => status.current().state === 'prompt_open';

  return {
    async get(ref) {
      const refused = checkRef(ref);
      if (refused) return err(refused);
      // A reader has no use for waiting until somebody types a password.
      if (isPromptOpen()) return unavailable(status.current());
      return enqueue(() => read(secretAccount(profileId, ref)));
    },
    async set(ref, value) {
      const refused = checkRef(ref) ?? checkValue(value);
      if (refused) return err(refused);
      return enqueue(() => write(secretAccount(profileId, ref), value));
    },
    async delete(ref) {
      const refused = checkRef(ref);
      if (refused) return err(refused);
      return enqueue(() => remove(secretAccount(profileId, ref)));
    },
    state: () => status.current().state,
    status: () => status.current(),
    async refresh(trigger = 'press') {
      if (isPromptOpen()) return 'prompt_open';
      if (trigger === 'focus' && isChecked && isUsable()) return status.current().state;
      const run = trigger === 'focus' ? check.silent : () => check.full(trigger === 'press');
      return stateAfter(enqueue(() => runCheck(run)));
    },
    async acceptLoss() {
      if (isPromptOpen()) return 'prompt_open';
      const { state, reason } = status.base();
      if (state !== 'lost' && reason !== 'canary') return status.current().state;
      return stateAfter(enqueue(() => runCheck(check.writeCanary)));
    },
    onState: (listener) => status.onChange(listener),
    close: () => caller.close(),
  };
}
