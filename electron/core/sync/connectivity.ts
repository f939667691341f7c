import type { HealthBoard } from '../services/channels/account-health';

export type OfflineReason = 'none' | 'no_network' | 'captive_portal' | 'switched_off';

/** Whether anything can be reached, judged by what the accounts themselves met. */
export interface Connectivity {
  /** Flight mode by hand: nothing may leave. */
  isSwitchedOff(): boolean;
  setSwitchedOff(isOff: boolean): void;
  reason(): OfflineReason;
}

/**
 * One account that cannot be reached is that account's trouble; all of them at once is ours. A portal answers every
 * address with its own page, which every account reports as garbage.
 */
export function createConnectivity(board: HealthBoard): Connectivity {
  let isOff = false;
  return {
    isSwitchedOff: () => isOff,
    setSwitchedOff: (value) => {
      isOff = value;
    },
    reason() {
      if (isOff) return 'switched_off';
      const accounts = [...board.all().values()].filter(
        (health) => health.lastSyncAt !== null || health.waitReason !== null,
      );
      if (accounts.length === 0) return 'none';
      if (accounts.every((health) => health.waitReason === 'unreachable')) return 'no_network';
      if (accounts.length > 1 && accounts.every((health) => health.waitReason === 'garbage')) return 'captive_portal';
      return 'none';
    },
  };
}
