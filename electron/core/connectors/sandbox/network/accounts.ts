import { createHash, randomBytes } from 'node:crypto';
import type { RemoteContact } from '../../core/types';
import { nextNumber, type Store } from './store';

export interface PublicName {
  readonly kind: 'name' | 'handle' | 'domain' | 'hashtag';
  readonly value: string;
}

export interface AccountRow {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Brand of the sample agency; null for accounts that a person or a test made. */
  readonly brand: string | null;
  readonly identities: string;
  readonly sign_in: 'local' | 'token';
  readonly session: 'valid' | 'expired' | 'revoked';
  readonly acts_as: string | null;
  readonly generation: number;
}

/** Tokens as the network hands them out; it keeps only their hashes. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

const columns = 'id, handle, name, brand, identities, sign_in, session, acts_as, generation';
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
const newToken = (): string => randomBytes(24).toString('base64url');

export const accountById = (store: Store, id: string): AccountRow | undefined =>
  store.get<AccountRow>(`SELECT ${columns} FROM accounts WHERE id = ?`, id);

/** Finds an account by its handle, with or without the leading sign, in any letter case. */
export const accountByHandle = (store: Store, handle: string): AccountRow | undefined =>
  store.get<AccountRow>(`SELECT ${columns} FROM accounts WHERE handle = ?`, handle.replace(/^@/, ''));

export const listAccounts = (store: Store): readonly AccountRow[] =>
  store.all<AccountRow>(`SELECT ${columns} FROM accounts ORDER BY rowid`);

export const accountContact = (account: Pick<AccountRow, 'id' | 'handle' | 'name'>): RemoteContact => ({
  remoteId: account.id,
  handle: account.handle,
  displayName: account.name,
  url: null,
});

/** Makes an account, or answers the one that has the handle. */
export const ensureAccount = (
  store: Store,
  wanted: { handle: string; name: string; brand: string | null; identities: readonly PublicName[] },
): AccountRow => {
  const handle = wanted.handle.replace(/^@/, '');
  const known = accountByHandle(store, handle);
  if (known) return known;
  const id = `a${nextNumber(store, 'account')}`;
  store.run(
    `INSERT INTO accounts (id, handle, name, brand, identities, sign_in, session, generation)
     VALUES (?, ?, ?, ?, ?, 'local', 'valid', 0)`,
    id,
    handle,
    wanted.name,
    wanted.brand,
    JSON.stringify(wanted.identities),
  );
  const made = accountById(store, id);
  if (!made) throw new Error('account was not kept');
  return made;
};

/** Signs in without a secret: from now on the account needs none. */
export const openLocalSession = (store: Store, accountId: string): void => {
  store.run(
    `UPDATE accounts SET sign_in = 'local', session = 'valid', access_hash = NULL, refresh_hash = NULL,
     previous_refresh_hash = NULL, generation = generation + 1 WHERE id = ?`,
    accountId,
  );
};

/** Signs in with a token; older tokens of the account end. */
export const openTokenSession = (store: Store, accountId: string): Tokens => {
  const tokens = { access: newToken(), refresh: newToken() };
  store.run(
    `UPDATE accounts SET sign_in = 'token', session = 'valid', access_hash = ?, refresh_hash = ?,
     previous_refresh_hash = NULL, generation = generation + 1 WHERE id = ?`,
    hash(tokens.access),
    hash(tokens.refresh),
    accountId,
  );
  return tokens;
};

export type SessionCheck =
  | { readonly state: 'valid'; readonly account: AccountRow }
  | { readonly state: 'expired' | 'revoked' };

/** Who a token belongs to. Its first use ends the refresh token that was replaced. */
export const checkToken = (store: Store, tokens: Tokens): SessionCheck => {
  const account = store.get<AccountRow>(`SELECT ${columns} FROM accounts WHERE access_hash = ?`, hash(tokens.access));
  if (account) {
    if (account.session !== 'valid') return { state: account.session };
    store.run(
      'UPDATE accounts SET previous_refresh_hash = NULL WHERE id = ? AND previous_refresh_hash IS NOT NULL',
      account.id,
    );
    return { state: 'valid', account };
  }
  const refresh = hash(tokens.refresh);
  const isRefreshable = store.get(
    'SELECT 1 FROM accounts WHERE refresh_hash = ? OR previous_refresh_hash = ?',
    refresh,
    refresh,
  );
  return { state: isRefreshable ? 'expired' : 'revoked' };
};

/** Whether an account without a secret is still signed in. */
export const checkLocal = (store: Store, accountId: string): SessionCheck => {
  const account = accountById(store, accountId);
  if (!account || account.sign_in !== 'local') return { state: 'revoked' };
  return account.session === 'valid' ? { state: 'valid', account } : { state: account.session };
};

/** Renews an ended session that needs no secret. */
export const renewLocal = (store: Store, accountId: string): void => {
  store.run("UPDATE accounts SET session = 'valid' WHERE id = ? AND session = 'expired'", accountId);
};

/**
 * Exchanges a refresh token. The one it replaces stays good until the new access token is used for the first time, so that an
 * answer which was lost, or not stored, can be asked for again. Undefined: revoked.
 */
export const refreshTokens = (store: Store, refresh: string): Tokens | undefined => {
  const old = hash(refresh);
  const account = store.get<{ id: string }>(
    "SELECT id FROM accounts WHERE (refresh_hash = ? OR previous_refresh_hash = ?) AND session <> 'revoked'",
    old,
    old,
  );
  if (!account) return undefined;
  const tokens = { access: newToken(), refresh: newToken() };
  store.run(
    `UPDATE accounts SET access_hash = ?, refresh_hash = ?, previous_refresh_hash = ?, session = 'valid',
     generation = generation + 1 WHERE id = ?`,
    hash(tokens.access),
    hash(tokens.refresh),
    old,
    account.id,
  );
  return tokens;
};

/** Ends a session: `expired` can be refreshed, `revoked` needs a new sign-in. */
export const endSession = (store: Store, accountId: string, state: 'expired' | 'revoked'): void => {
  store.run('UPDATE accounts SET session = ? WHERE id = ?', state, accountId);
  if (state === 'revoked') {
    store.run(
      'UPDATE accounts SET access_hash = NULL, refresh_hash = NULL, previous_refresh_hash = NULL WHERE id = ?',
      accountId,
    );
  }
};

/** Makes the network take this account's credential for another account's, or (null) for its own again. */
export const setActsAs = (store: Store, accountId: string, otherId: string | null): void => {
  store.run('UPDATE accounts SET acts_as = ? WHERE id = ?', otherId, accountId);
};
