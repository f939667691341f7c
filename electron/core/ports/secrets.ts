import type { SecretRef, StoredSecret } from '@shared/domain/keychain-messages';
import type { KeychainState, KeychainStatus } from '@shared/domain/keychain-state';
import type { Result } from '@shared/domain/result';

export type { SecretRef };

/**
 * A secret as the core may believe it. `absent` is certain: the keychain was readable and holds none, so this account needs a new
 * login. `damaged`: this one account needs a new login. An unavailable keychain is never a lookup, but the error
 * `keychain_unavailable`, after which nothing may be concluded about the account.
 */
export type SecretLookup = StoredSecret;

/** Why the keychain is looked at: `focus` never opens an unlock window, `start` and `press` open one at most. */
export type RefreshTrigger = 'start' | 'focus' | 'press';

/** Credentials, in the keychain of the computer and nowhere else. */
export interface SecretsPort {
  /** Reads one secret. Errors: keychain_unavailable (reason = the state), validation_failed. */
  get(ref: SecretRef): Promise<Result<SecretLookup>>;
  /**
   * Stores one secret; after `ok` it is readable, after an error the old or the new value is there whole.
   * Errors: keychain_unavailable, validation_failed (empty, NUL, broken text, over 64 KB).
   */
  set(ref: SecretRef, value: string): Promise<Result<void>>;
  /** Deletes one secret with all its parts; one that is not there is fine. Errors: keychain_unavailable. */
  delete(ref: SecretRef): Promise<Result<void>>;
  state(): KeychainState;
  /** The state with its reason. */
  status(): KeychainStatus;
  /** Looks again. Answers as soon as the state is known, also `prompt_open` while the person still types. Default: `press`. */
  refresh(trigger?: RefreshTrigger): Promise<KeychainState>;
  /**
   * The person pressed "Reconnect accounts" while the state was `lost` or `damaged`: from here on a secret that is not there counts
   * as absent. Before this, nothing is ever taken for logged out.
   */
  acceptLoss(): Promise<KeychainState>;
  /** Calls back on each change of the status; the answer stops it. */
  onState(listener: (status: KeychainStatus) => void): () => void;
}
