import type { Store } from './store';

/** How the network deals with keys: `lookup` knows them for ever and can be asked; `refuse` only refuses a second send;
 * `none` forgets them at once, so that a second send is a second message. */
export const keyModes = ['lookup', 'refuse', 'none'] as const;
export type KeyMode = (typeof keyModes)[number];

/** Customers who write by themselves. */
export interface Pace {
  /** Over all accounts; 0 means that nobody writes by themselves. */
  readonly messagesPerHour: number;
  readonly seed: number;
  /** Share of a brand's answers that the customer reacts to, 0 to 1. */
  readonly reactionShare: number;
}

export interface Settings {
  readonly keys: KeyMode;
  /** Whether an own message that comes back in a stream carries the key it was sent with. */
  readonly echoKeys: boolean;
  /** Time until a sent message can be read back, ms. */
  readonly visibilityLagMs: number;
  /** Time after the customer's last direct message in which an answer is taken, ms; null is without end. */
  readonly directWindowMs: number | null;
  readonly pace: Pace;
  /** Number of customers' messages written so far by the pace, and when the next is due; null where none is planned. */
  readonly live: { readonly turn: number; readonly nextAt: number | null };
  /** When the sample agency was planted; null where it was not. */
  readonly sampleAt: number | null;
}

const initial: Settings = {
  keys: 'lookup',
  echoKeys: true,
  visibilityLagMs: 0,
  directWindowMs: null,
  pace: { messagesPerHour: 0, seed: 1, reactionShare: 0.6 },
  live: { turn: 0, nextAt: null },
  sampleAt: null,
};

/** One setting as the file holds it. */
export const readSetting = <Name extends keyof Settings>(store: Store, name: Name): Settings[Name] => {
  const row = store.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
  return row ? (JSON.parse(row.value) as Settings[Name]) : initial[name];
};

/** Keeps a setting, for this run and the next ones. */
export const writeSetting = <Name extends keyof Settings>(store: Store, name: Name, value: Settings[Name]): void => {
  store.run(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  );
};
