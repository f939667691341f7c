import type { KeychainReason, KeychainState, KeychainStatus } from '@shared/domain/keychain-state';
import type { CallFailure } from './keychain-caller';

/** What is known about the keychain, and who wants to hear of it. */
export interface KeychainStatusStore {
  /** What the screen shows: an open unlock window hides the state under it. */
  current(): KeychainStatus;
  /** The state under an open unlock window. */
  base(): KeychainStatus;
  set(state: KeychainState, reason?: KeychainReason | null): void;
  /** Takes the state that a failed call is evidence of. `hadCanary`: something was stored once. */
  setFromFailure(failure: CallFailure, hadCanary: boolean): void;
  setPrompt(isOpen: boolean): void;
  /** Remembers, or forgets, that one account's item is damaged; the others go on. */
  setDamaged(account: string, isDamaged: boolean): void;
  onChange(listener: (status: KeychainStatus) => void): () => void;
}

/** State that a failure proves, by the table in electron/keychain/README.md. */
function statusOfFailure(failure: CallFailure, hadCanary: boolean): KeychainStatus | null {
  switch (failure) {
    case 'no_bus':
    case 'no_service':
    case 'no_library':
      return { state: 'none', reason: failure };
    case 'gone':
      return { state: 'none', reason: 'no_service' };
    case 'no_collection':
      return { state: hadCanary ? 'lost' : 'none', reason: 'no_collection' };
    case 'locked':
      return { state: 'locked', reason: null };
    case 'dismissed':
      return { state: 'locked', reason: 'dismissed' };
    case 'frozen':
      return { state: 'frozen', reason: null };
    case 'crashed':
      return { state: 'frozen', reason: 'helper' };
    case 'invalid':
    case 'other':
      return { state: 'none', reason: 'unknown' };
    case 'closed':
      return null;
  }
}

export function createKeychainStatusStore(): KeychainStatusStore {
  const listeners = new Set<(status: KeychainStatus) => void>();
  const damaged = new Set<string>();
  let base: KeychainStatus = { state: 'ready', reason: null };
  let isPromptOpen = false;

  const settled = (): KeychainStatus =>
    base.state === 'ready' && damaged.size > 0 ? { state: 'damaged', reason: 'item' } : base;
  const current = (): KeychainStatus => (isPromptOpen ? { state: 'prompt_open', reason: null } : settled());

  let told = current();
  const tell = (): void => {
    const now = current();
    if (now.state === told.state && now.reason === told.reason) return;
    told = now;
    for (const listener of listeners) listener(now);
  };
  const set = (state: KeychainState, reason: KeychainReason | null = null): void => {
    base = { state, reason };
    tell();
  };

  return {
    current,
    base: settled,
    set,
    setFromFailure(failure, hadCanary) {
      const status = statusOfFailure(failure, hadCanary);
      if (status) set(status.state, status.reason);
    },
    setPrompt(isOpen) {
      isPromptOpen = isOpen;
      tell();
    },
    setDamaged(account, isDamaged) {
      if (isDamaged) damaged.add(account);
      else damaged.delete(account);
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
