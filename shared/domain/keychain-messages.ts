/** Name under which every item of the app stands in the keychain. */
export const keychainService = 'chorale';

/** Names of a secret inside one profile. */
export interface SecretRef {
  readonly workspaceId: string;
  readonly channelAccountId: string;
}

/** Account of the item that carries the header of one secret; its parts stand under `<account>#<generation>.<n>`. */
export const secretAccount = (profileId: string, ref: SecretRef): string =>
  `${profileId}/${ref.workspaceId}/${ref.channelAccountId}`;

/** Account of the item that is always there once anything was stored: reading `null` here means "unavailable", never "logged out". */
export const canaryAccount = (profileId: string): string => `${profileId}/canary`;

/** Account of an item that is deleted and written again to learn, without a prompt, that the keychain is open. */
export const probeAccount = (profileId: string): string => `${profileId}/probe`;

/** Account of an item that never exists: reading it can never prompt, so any answer says that the service is alive. */
export const pingAccount = (profileId: string): string => `${profileId}/ping`;

/**
 * One call to the keychain process.
 * `get`, `set`, `delete`: one whole secret, of any number of parts. `canary`: reads the canary. `write-canary`: writes it.
 * `probe`: asks without a prompt whether the keychain is open. `write-probe`: makes the item that `probe` needs.
 * `ping`: asks whether the service answers at all.
 */
export type KeychainRequest =
  | { readonly id: number; readonly op: 'get' | 'delete'; readonly account: string }
  | { readonly id: number; readonly op: 'set'; readonly account: string; readonly value: string }
  | {
      readonly id: number;
      readonly op: 'canary' | 'write-canary' | 'probe' | 'write-probe' | 'ping';
      readonly account: string;
    };

export type KeychainOp = KeychainRequest['op'];

/** A secret as it was read: whole, not there, or not what we wrote. `absent` is not yet "logged out": see the canary. */
export type StoredSecret =
  | { readonly status: 'found'; readonly value: string }
  | { readonly status: 'absent' }
  | { readonly status: 'damaged' };

/** Answer per call. */
export interface KeychainAnswers {
  readonly get: StoredSecret;
  readonly set: 'stored';
  /** `absent`: no such item stood there. */
  readonly delete: 'deleted' | 'absent';
  /** `foreign`: an item stands there that we did not write. */
  readonly canary: 'present' | 'absent' | 'foreign';
  readonly 'write-canary': 'stored';
  /** `unknown`: locked, or the probe is missing. */
  readonly probe: 'unlocked' | 'unknown';
  readonly 'write-probe': 'stored';
  readonly ping: 'alive';
}

/** Why a call failed, by the evidence of the system's own error text. `gone`: the connection of this process is dead. */
export type KeychainErrorKind =
  | 'no_bus'
  | 'no_service'
  | 'no_library'
  | 'no_collection'
  | 'locked'
  | 'dismissed'
  | 'gone'
  | 'invalid'
  | 'other';

export type KeychainResponse =
  | { readonly id: number; readonly ok: true; readonly value: KeychainAnswers[KeychainOp] }
  | { readonly id: number; readonly ok: false; readonly error: KeychainErrorKind };

/** First message of a keychain process: from here on a silence is the keychain's and not the start of the process. */
export interface KeychainReady {
  readonly ready: true;
}

/** Largest part of a value in one keychain item, in bytes of UTF-8. Windows takes 2,560 at most (CRED_MAX_CREDENTIAL_BLOB_SIZE). */
export const maxPartBytes = 2_000;

/** Largest secret, in bytes of UTF-8; tokens are far smaller. */
export const maxSecretBytes = 65_536;
