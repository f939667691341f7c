import type { WireEvent } from '@shared/contract/wire';
import type { Emit } from '../services/deps';

/** Hands what happened to everyone who listens: windows, main, drivers. */
export interface EventsHub {
  readonly emit: Emit;
  /** All events; returns what stops it. */
  listen(listener: (event: WireEvent) => void): () => void;
}

export function createEventsHub(): EventsHub {
  const listeners = new Set<(event: WireEvent) => void>();
  return {
    emit(event, payload) {
      for (const listener of listeners) listener({ event, payload });
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
