import { connectorErr, connectorErrorKinds, type ConnectorError } from '../../core/errors';
import type { Store } from './store';

/** What a link does with the network: a fault or a delay is set for one of them or for all. */
export const networkCalls = ['send', 'pull', 'read', 'act', 'identify', 'refresh'] as const;
export type NetworkCall = (typeof networkCalls)[number];
export const faultTargets = [...networkCalls, 'all'] as const;
export type FaultTarget = (typeof faultTargets)[number];

/**
 * How a call fails. Error kinds are answered as they are; `server_error` is a 503. `lost_answer` does what was asked and loses the
 * answer, `dropped` loses the request, and from outside they look alike. `forget_cursor` makes a pull forget where it was,
 * `repeat` makes it hand out its page once more, in another order.
 */
export const faultModes = [
  ...connectorErrorKinds,
  'server_error',
  'lost_answer',
  'dropped',
  'forget_cursor',
  'repeat',
] as const;
export type FaultMode = (typeof faultModes)[number];

export interface Fault {
  readonly mode: FaultMode;
  readonly retryAfterMs: number | null;
}

interface FaultRow {
  readonly id: number;
  readonly account_id: string | null;
  readonly what: FaultTarget;
  readonly mode: FaultMode;
  readonly remaining: number | null;
  readonly until_at: number | null;
  readonly retry_after_ms: number | null;
}

const pullOnly: readonly FaultMode[] = ['forget_cursor', 'repeat'];

/** Plans failures: for the next `count` calls, until a time, or until healed. */
export const addFault = (
  store: Store,
  fault: {
    accountId: string | null;
    what: FaultTarget;
    mode: FaultMode;
    count: number | null;
    untilAt: number | null;
    retryAfterMs: number | null;
  },
): void => {
  store.run(
    'INSERT INTO faults (account_id, what, mode, remaining, until_at, retry_after_ms) VALUES (?, ?, ?, ?, ?, ?)',
    fault.accountId,
    fault.what,
    fault.mode,
    fault.count,
    fault.untilAt,
    fault.retryAfterMs,
  );
};

export const listFaults = (store: Store): readonly FaultRow[] =>
  store.all<FaultRow>('SELECT id, account_id, what, mode, remaining, until_at, retry_after_ms FROM faults ORDER BY id');

/** Ends planned failures and delays, of one account or of all. */
export const clearFaults = (store: Store, accountId: string | null): void => {
  if (accountId === null) {
    store.run('DELETE FROM faults');
    store.run('DELETE FROM delays');
    return;
  }
  store.run('DELETE FROM faults WHERE account_id = ?', accountId);
  store.run('DELETE FROM delays WHERE account_id = ?', accountId);
};

/** The failure that meets this call, if any; it counts down. The oldest plan comes first. */
export const takeFault = (store: Store, accountId: string, call: NetworkCall, now: number): Fault | undefined => {
  const row = listFaults(store).find(
    (fault) =>
      (fault.account_id === null || fault.account_id === accountId) &&
      (fault.what === call || (fault.what === 'all' && call !== 'refresh')) &&
      (fault.until_at === null || fault.until_at > now) &&
      (call === 'pull' || !pullOnly.includes(fault.mode)),
  );
  if (!row) return undefined;
  if (row.remaining !== null) {
    store.run('UPDATE faults SET remaining = remaining - 1 WHERE id = ?', row.id);
    store.run('DELETE FROM faults WHERE id = ? AND remaining <= 0', row.id);
  }
  return { mode: row.mode, retryAfterMs: row.retry_after_ms };
};

/** The failure as a link reports it, where the answer did arrive. */
export const faultError = (fault: Fault): ConnectorError => {
  const more = fault.retryAfterMs === null ? {} : { retryAfterMs: fault.retryAfterMs };
  switch (fault.mode) {
    case 'server_error':
      return connectorErr('transient', { networkCode: '503', ...more }).error;
    case 'rate_limited':
      return connectorErr('rate_limited', { networkCode: '429', ...more }).error;
    case 'lost_answer':
    case 'dropped':
      return connectorErr('unreachable', more).error;
    case 'forget_cursor':
    case 'repeat':
      return connectorErr('invalid', more).error;
    default:
      return connectorErr(fault.mode, more).error;
  }
};

const anyAccount = '*';

/** Makes calls slow: before the network does what is asked, or after it, when only the answer is missing. 0 ends it. */
export const setDelay = (
  store: Store,
  delay: { accountId: string | null; what: FaultTarget; moment: 'before' | 'after'; delayMs: number },
): void => {
  const account = delay.accountId ?? anyAccount;
  if (delay.delayMs <= 0) {
    store.run('DELETE FROM delays WHERE account_id = ? AND what = ? AND moment = ?', account, delay.what, delay.moment);
    return;
  }
  store.run(
    `INSERT INTO delays (account_id, what, moment, delay_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, what, moment) DO UPDATE SET delay_ms = excluded.delay_ms`,
    account,
    delay.what,
    delay.moment,
    delay.delayMs,
  );
};

/** Longest delay that meets a call, ms. */
export const delayOf = (store: Store, accountId: string, call: NetworkCall, moment: 'before' | 'after'): number =>
  store.get<{ ms: number | null }>(
    `SELECT max(delay_ms) AS ms FROM delays WHERE account_id IN (?, '${anyAccount}') AND what IN (?, 'all') AND moment = ?`,
    accountId,
    call,
    moment,
  )?.ms ?? 0;

export const listDelays = (
  store: Store,
): readonly { account_id: string; what: FaultTarget; moment: 'before' | 'after'; delay_ms: number }[] =>
  store.all('SELECT account_id, what, moment, delay_ms FROM delays ORDER BY account_id, what, moment');
