import type { RemoteContact } from '../../core/types';
import { nextNumber, type Store } from './store';

export interface CustomerRow {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** A customer by handle, made where there is none yet. */
export const ensureCustomer = (store: Store, handle: string, name: string): CustomerRow => {
  const plain = handle.replace(/^@/, '');
  const known = store.get<CustomerRow>('SELECT id, handle, name FROM customers WHERE handle = ?', plain);
  if (known) return known;
  const id = `u${nextNumber(store, 'customer')}`;
  store.run('INSERT INTO customers (id, handle, name) VALUES (?, ?, ?)', id, plain, name);
  return { id, handle: plain, name };
};

export const customerById = (store: Store, id: string): CustomerRow | undefined =>
  store.get<CustomerRow>('SELECT id, handle, name FROM customers WHERE id = ?', id);

export const customerContact = (customer: CustomerRow): RemoteContact => ({
  remoteId: customer.id,
  handle: customer.handle,
  displayName: customer.name,
  url: null,
});

export interface Relation {
  readonly isMuted: boolean;
  readonly isBlocked: boolean;
}

/** What an account has decided about a customer. */
export const relationOf = (store: Store, accountId: string, customerId: string): Relation => {
  const row = store.get<{ is_muted: number; is_blocked: number }>(
    'SELECT is_muted, is_blocked FROM relations WHERE account_id = ? AND customer_id = ?',
    accountId,
    customerId,
  );
  return { isMuted: row?.is_muted === 1, isBlocked: row?.is_blocked === 1 };
};

export const setRelation = (store: Store, accountId: string, customerId: string, relation: Relation): void => {
  store.run(
    `INSERT INTO relations (account_id, customer_id, is_muted, is_blocked) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, customer_id) DO UPDATE SET is_muted = excluded.is_muted, is_blocked = excluded.is_blocked`,
    accountId,
    customerId,
    relation.isMuted ? 1 : 0,
    relation.isBlocked ? 1 : 0,
  );
};

/** Keeps a report for whoever moderates the network. */
export const addReport = (
  store: Store,
  report: { accountId: string; customerId: string; messageId: string | null; reason: string | null; at: number },
): void => {
  store.run(
    'INSERT INTO reports (account_id, customer_id, message_id, reason, at) VALUES (?, ?, ?, ?, ?)',
    report.accountId,
    report.customerId,
    report.messageId,
    report.reason,
    report.at,
  );
};
