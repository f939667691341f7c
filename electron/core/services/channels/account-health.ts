import type { ChannelState } from '@shared/domain/conversation';

/** What sync knows of an account beyond what its file says; lost at the end of the process on purpose. */
export interface AccountHealth {
  readonly isSyncing: boolean;
  /** Why it waits, a key of the translations; null where it does not. */
  readonly waitReason: string | null;
  readonly waitsUntil: number | null;
  readonly lastSyncAt: number | null;
}

const unknownHealth: AccountHealth = { isSyncing: false, waitReason: null, waitsUntil: null, lastSyncAt: null };

/** Health of all accounts, in memory. */
export interface HealthBoard {
  get(accountId: string): AccountHealth;
  /** True where it changed. */
  set(accountId: string, edit: Partial<AccountHealth>): boolean;
  /** Reasons why accounts wait, for telling "offline" from one account's trouble. */
  all(): ReadonlyMap<string, AccountHealth>;
  forget(accountId: string): void;
}

export function createHealthBoard(): HealthBoard {
  const board = new Map<string, AccountHealth>();
  return {
    get: (accountId) => board.get(accountId) ?? unknownHealth,
    set(accountId, edit) {
      const before = board.get(accountId) ?? unknownHealth;
      const after = { ...before, ...edit };
      board.set(accountId, after);
      return (
        before.isSyncing !== after.isSyncing ||
        before.waitReason !== after.waitReason ||
        before.lastSyncAt !== after.lastSyncAt
      );
    },
    all: () => board,
    forget: (accountId) => void board.delete(accountId),
  };
}

/** The state that a person sees: what the file says wins, then waiting, then syncing. */
export function visibleState(
  stored: 'connected' | 'reconnect_needed' | 'blocked' | 'disconnected',
  health: AccountHealth,
): ChannelState {
  if (stored !== 'connected') return stored;
  if (health.waitReason !== null) return 'waiting';
  return health.isSyncing ? 'syncing' : 'connected';
}
