import { afterEach, beforeAll } from 'vitest';
import { buildKeychainEntry, openClient } from './client';
import type { ClientOptions, ClientUnderTest } from './client';
import { startKeyring } from './keyring';
import type { Keyring, KeyringOptions } from './keyring';

export interface Fixture {
  readonly entry: () => string;
  readonly aKeyring: (options?: KeyringOptions) => Promise<Keyring>;
  readonly aClient: (keyring: Keyring, options?: ClientOptions) => ClientUnderTest;
}

/** Builds the process once per file; ends every client and keyring after each test. */
export function useFixture(): Fixture {
  let entry = '';
  const cleanups: (() => unknown)[] = [];
  beforeAll(async () => {
    entry = await buildKeychainEntry();
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  });
  return {
    entry: () => entry,
    async aKeyring(options = {}) {
      const keyring = await startKeyring(options);
      cleanups.push(() => keyring.stop());
      return keyring;
    },
    aClient(keyring, options = {}) {
      const opened = openClient(entry, keyring.env, options);
      cleanups.push(() => opened.client.close());
      return opened;
    },
  };
}

/** A refusal because of the keychain's state. */
export const unavailableAs = (reason: string) => ({ ok: false, error: { code: 'keychain_unavailable', reason } });
export const found = (value: string) => ({ ok: true, value: { status: 'found', value } });
export const absent = { ok: true, value: { status: 'absent' } };
export const done = { ok: true, value: undefined };
