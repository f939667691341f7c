/**
 * What the keychain of the computer can do right now. `ready`: usable. `none`: there is none to talk to. `locked`: it holds our
 * items but is closed. `prompt_open`: the system asks for its password. `frozen`: it does not answer. `lost`: it answers, yet our
 * items are gone. `damaged`: an item of ours is not what we wrote.
 */
export const keychainStates = ['ready', 'none', 'locked', 'prompt_open', 'frozen', 'lost', 'damaged'] as const;

export type KeychainState = (typeof keychainStates)[number];

/**
 * Why the keychain is in its state. `no_bus`, `no_service`, `no_library`, `no_collection`: what is missing on the machine.
 * `dismissed`: the person closed the unlock window. `helper`: our own keychain process cannot run. `canary`: the damaged item is
 * the one that tells "unavailable" from "empty", so nothing else is believed. `item`: single accounts are damaged, the rest goes on.
 */
export type KeychainReason =
  | 'no_bus'
  | 'no_service'
  | 'no_library'
  | 'no_collection'
  | 'dismissed'
  | 'helper'
  | 'canary'
  | 'item'
  | 'unknown';

export interface KeychainStatus {
  readonly state: KeychainState;
  readonly reason: KeychainReason | null;
}

/** Whether credentials can be read and written in this state; while they cannot, sending waits and nobody is logged out. */
export const isKeychainUsable = (status: KeychainStatus): boolean =>
  status.state === 'ready' || (status.state === 'damaged' && status.reason === 'item');

/** i18n keys of one screen text: what happened, and what the person can do about it. */
export interface KeychainText {
  readonly title: string;
  readonly action: string;
  /**
   * What the button does: look again (one unlock window at most), or go on without what was lost. Its text has the key
   * `keychain.button.<button>`. While only single items are damaged, the button leads to the accounts instead.
   */
  readonly button: 'check_again' | 'reconnect_accounts';
}

/** Screen text per state; the texts themselves stand in renderer/app/i18n/keychain.<language>.json. `ready` shows nothing. */
export const keychainTexts = {
  none: { title: 'keychain.none.title', action: 'keychain.none.action', button: 'check_again' },
  locked: { title: 'keychain.locked.title', action: 'keychain.locked.action', button: 'check_again' },
  prompt_open: { title: 'keychain.prompt_open.title', action: 'keychain.prompt_open.action', button: 'check_again' },
  frozen: { title: 'keychain.frozen.title', action: 'keychain.frozen.action', button: 'check_again' },
  lost: { title: 'keychain.lost.title', action: 'keychain.lost.action', button: 'reconnect_accounts' },
  damaged: { title: 'keychain.damaged.title', action: 'keychain.damaged.action', button: 'reconnect_accounts' },
} as const satisfies Record<Exclude<KeychainState, 'ready'>, KeychainText>;
