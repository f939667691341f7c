import { connectorErr, connectorOk, type ConnectorResult } from './errors';
import { singleFlight } from './single-flight';
import type { CredentialStore } from './types';

export interface TokenKeeperOptions<T> {
  readonly credentials: CredentialStore;
  /** Null for a text that is not a credential of this connector. */
  readonly parse: (text: string) => T | null;
  /** Exchanges the refresh token. `auth_revoked` only where the server truly refused it. */
  readonly renew: (stale: T) => Promise<ConnectorResult<T>>;
}

/** Hands out an account's tokens and renews them. */
export interface TokenKeeper<T> {
  current(): Promise<ConnectorResult<T>>;
  /**
   * A credential other than `stale`. However many ask at a time, the server is asked once. What it gave is stored
   * before anybody gets it; where storing fails nobody does, and the next call stores it first.
   */
  renewed(stale: T): Promise<ConnectorResult<T>>;
}

/** Tokens in memory, behind the keychain. */
export function createTokenKeeper<T>({ credentials, parse, renew }: TokenKeeperOptions<T>): TokenKeeper<T> {
  let held: T | null = null;
  /** Given by the server, not yet stored: the old refresh token is used up, so it must not be dropped. */
  let unstored: T | null = null;

  const store = async (next: T): Promise<ConnectorResult<T>> => {
    unstored = next;
    const stored = await credentials.set(JSON.stringify(next));
    if (!stored.ok) return stored;
    unstored = null;
    held = next;
    return connectorOk(next);
  };
  const load = singleFlight(async (): Promise<ConnectorResult<T>> => {
    if (unstored !== null) return store(unstored);
    if (held !== null) return connectorOk(held);
    const text = await credentials.get();
    if (!text.ok) return text;
    const parsed = parse(text.value);
    if (parsed === null) return connectorErr('auth_revoked', { networkCode: 'credential_damaged' });
    held = parsed;
    return connectorOk(parsed);
  });
  let stale: T | null = null;
  const renewOnce = singleFlight(async (): Promise<ConnectorResult<T>> => {
    const before = await load();
    if (!before.ok || before.value !== stale) return before;
    const next = await renew(before.value);
    return next.ok ? store(next.value) : next;
  });
  return {
    current: load,
    renewed: async (old) => {
      stale = held === old ? old : stale;
      return held === old ? renewOnce() : load();
    },
  };
}
