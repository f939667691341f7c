import type { AppError } from './errors';

/**
 * Messages between the main process and the core about the keychain process. Only main can fork a utility process, so the core asks.
 *
 * The core sends `keychain:spawn` with an id of its own choice. Main then
 *  1. forks `out/main/keychain.js` as a utility process with `LC_ALL=C` and `LANGUAGE=C` in its environment (the kinds of errors are
 *     told by the system's English texts),
 *  2. makes a MessageChannelMain, sends `{ type: 'port' }` with one end to the keychain process and `keychain:port` with the other
 *     end and the same id to the core,
 *  3. sends `keychain:exited` with that id to the core when the process ends, for whatever reason.
 * On `keychain:kill` main kills that process at once. Two can be alive at a time: the one that works and, while a call hangs, a
 * second that asks whether the service still answers. All of them are killed when the core ends and when the app quits.
 */
export type KeychainHostRequest =
  | { readonly type: 'keychain:spawn'; readonly helperId: string }
  | { readonly type: 'keychain:kill'; readonly helperId: string };

/** Main to core. `keychain:port` carries one MessagePort in `ports[0]`. */
export type KeychainHostEvent =
  | { readonly type: 'keychain:port'; readonly helperId: string }
  | { readonly type: 'keychain:exited'; readonly helperId: string };

/** Main to the keychain process, with one MessagePort in `ports[0]`; every call and answer then runs over that port. */
export interface KeychainPortMessage {
  readonly type: 'port';
}

/** Narrows what arrived on a process port to a keychain message of the main process. */
export function isKeychainHostEvent(message: unknown): message is KeychainHostEvent {
  if (typeof message !== 'object' || message === null) return false;
  if (!('type' in message) || !('helperId' in message) || typeof message.helperId !== 'string') return false;
  return message.type === 'keychain:port' || message.type === 'keychain:exited';
}

/** Narrows what arrived from the core to a request for a keychain process. */
export function isKeychainHostRequest(message: unknown): message is KeychainHostRequest {
  if (typeof message !== 'object' || message === null) return false;
  if (!('type' in message) || !('helperId' in message) || typeof message.helperId !== 'string') return false;
  return message.type === 'keychain:spawn' || message.type === 'keychain:kill';
}

/**
 * Main to core, beside the keychain messages above. `init` comes first and once. `client` follows only after the core said `ready`
 * and carries one MessagePort in `ports[0]`: its other end speaks WireCall, WireAnswer and WireEvent (`shared/contract/wire.ts`), and
 * its `close` event says that the window is gone. After `quit` the core writes what it holds, closes its files and says `quit-done`.
 */
export type MainToCore =
  | {
      readonly type: 'init';
      /** Absolute; exists. */
      readonly profileDir: string;
      /** Absolute; holds `migrations/`. */
      readonly resourcesDir: string;
      readonly appVersion: string;
      /** Language of the system or of `--lang`, BCP 47. */
      readonly locale: string;
      readonly isPackaged: boolean;
    }
  | { readonly type: 'client'; readonly clientId: string }
  | { readonly type: 'power'; readonly state: 'suspend' | 'resume' }
  | { readonly type: 'quit' }
  | KeychainHostEvent;

/**
 * Core to main. `refused`: this profile cannot be opened; `conflict` where another core holds it, `storage_failed` where a newer app
 * wrote it or its files cannot be used. `sign-in`: the address of a sign-in page that was just begun, which a window may now open
 * without asking. `fatal`: the core cannot go on and leaves.
 */
export type CoreToMain =
  | { readonly type: 'ready'; readonly profileId: string }
  | { readonly type: 'refused'; readonly error: AppError }
  | { readonly type: 'sign-in'; readonly url: string }
  | { readonly type: 'quit-done' }
  | { readonly type: 'fatal'; readonly message: string }
  | KeychainHostRequest;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Narrows what arrived from the core; anything else is a bug of the core and is left alone. */
export function isCoreToMain(message: unknown): message is CoreToMain {
  if (isKeychainHostRequest(message)) return true;
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'quit-done') return true;
  if (message.type === 'ready') return 'profileId' in message && isText(message.profileId);
  if (message.type === 'sign-in') return 'url' in message && isText(message.url);
  if (message.type === 'fatal') return 'message' in message && isText(message.message);
  if (message.type !== 'refused' || !('error' in message)) return false;
  const { error } = message;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && isText(error.message);
}
