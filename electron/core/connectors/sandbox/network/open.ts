import { openStore, type Store } from './store';

/** The network of one folder, shared by every link and operation of this process. */
export interface Network {
  readonly store: Store;
  /** Says that something was written, so that waiting links look. */
  changed(): void;
  /** Calls back after each write of this process; returns what stops it. */
  onChange(listener: () => void): () => void;
}

/** A hold on the network: the file is closed with the last one. */
export interface NetworkHold extends Network {
  release(): void;
}

interface Shared extends Network {
  holds: number;
}

const open = new Map<string, Shared>();

const start = (networkDir: string): Shared => {
  const listeners = new Set<() => void>();
  return {
    store: openStore(networkDir),
    holds: 0,
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Takes hold of the network of a folder. One file is open per folder and process, however many accounts live on it. */
export const holdNetwork = (networkDir: string): NetworkHold => {
  const shared = open.get(networkDir) ?? start(networkDir);
  open.set(networkDir, shared);
  shared.holds += 1;
  let isHeld = true;
  return {
    store: shared.store,
    changed: shared.changed,
    onChange: shared.onChange,
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      shared.holds -= 1;
      if (shared.holds > 0) return;
      open.delete(networkDir);
      shared.store.close();
    },
  };
};
