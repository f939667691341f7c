import { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { CredentialStore } from '../core/types';
import {
  accountById,
  checkLocal,
  checkToken,
  refreshTokens,
  renewLocal,
  type AccountRow,
  type Tokens,
} from './network/accounts';
import { faultError, takeFault } from './network/faults';
import type { Store } from './network/store';

const credentialSchema = z.object({ access: z.string().min(1), refresh: z.string().min(1) });

/** The text that the keychain holds for a signed-in account. */
export const writeCredential = (tokens: Tokens): string => JSON.stringify(tokens);

const readCredential = (text: string): Tokens | undefined => {
  try {
    return credentialSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Who an account is signed in as, found out anew at every call. */
export interface Session {
  /** The account that the network takes the credential for. Errors: auth_expired, auth_revoked, and those of the keychain. */
  authorise(store: Store, now: number): Promise<ConnectorResult<AccountRow>>;
}

/** The session of one account. Refreshing is single flight; a new token is in the keychain before it is used. */
export const createSession = (accountId: string, credentials: CredentialStore): Session => {
  let refreshing: Promise<ConnectorResult<Tokens>> | undefined;

  const refresh = async (store: Store, old: Tokens, now: number): Promise<ConnectorResult<Tokens>> => {
    const fault = store.write(() => takeFault(store, accountId, 'refresh', now));
    const isLost = fault?.mode === 'lost_answer';
    if (fault && !isLost) return { ok: false, error: faultError(fault) };
    const tokens = store.write(() => refreshTokens(store, old.refresh));
    if (!tokens) return connectorErr('auth_revoked');
    if (isLost) return connectorErr('unreachable');
    const stored = await credentials.set(writeCredential(tokens));
    return stored.ok ? connectorOk(tokens) : stored;
  };

  const whoseToken = async (store: Store, now: number): Promise<ConnectorResult<AccountRow>> => {
    const stored = await credentials.get();
    if (!stored.ok) return stored;
    const tokens = readCredential(stored.value);
    if (!tokens) return connectorErr('auth_revoked');
    const first = store.write(() => checkToken(store, tokens));
    if (first.state === 'valid') return connectorOk(first.account);
    if (first.state === 'revoked') return connectorErr('auth_revoked');
    refreshing ??= refresh(store, tokens, now).finally(() => {
      refreshing = undefined;
    });
    const renewed = await refreshing;
    if (!renewed.ok) return renewed;
    const second = store.write(() => checkToken(store, renewed.value));
    return second.state === 'valid' ? connectorOk(second.account) : connectorErr('auth_expired');
  };

  const whoseSession = (store: Store, now: number): ConnectorResult<AccountRow> => {
    const first = checkLocal(store, accountId);
    if (first.state === 'valid') return connectorOk(first.account);
    if (first.state === 'revoked') return connectorErr('auth_revoked');
    const fault = store.write(() => takeFault(store, accountId, 'refresh', now));
    if (fault) return { ok: false, error: faultError(fault) };
    store.write(() => renewLocal(store, accountId));
    const second = checkLocal(store, accountId);
    return second.state === 'valid' ? connectorOk(second.account) : connectorErr('auth_expired');
  };

  return {
    async authorise(store, now) {
      const account = accountById(store, accountId);
      if (!account) return connectorErr('auth_revoked');
      const found = account.sign_in === 'token' ? await whoseToken(store, now) : whoseSession(store, now);
      if (!found.ok || found.value.acts_as === null) return found;
      const other = accountById(store, found.value.acts_as);
      return other ? connectorOk(other) : connectorErr('auth_revoked');
    },
  };
};
