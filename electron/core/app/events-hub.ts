import type { EventMap, EventName } from '@shared/contract/events';
import type { WireEvent } from '@shared/contract/wire';
import type { Emit } from '../services/deps';

/** Hands what happened to everyone who listens: windows, main, drivers, and the core's own parts. */
export interface EventsHub {
  readonly emit: Emit;
  /** All events; returns what stops it. */
  listen(listener: (event: WireEvent) => void): () => void;
  on<Name extends EventName>(event: Name, listener: (payload: EventMap[Name]) => void): void;
}

export function createEventsHub(): EventsHub {
  const listeners = new Set<(event: WireEvent) => void>();
  const byName = new Map<EventName, ((payload: never) => void)[]>();
  return {
    emit(event, payload) {
      for (const listener of listeners) listener({ event, payload });
      for (const listener of byName.get(event) ?? []) listener(payload as never);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    on(event, listener) {
      byName.set(event, [...(byName.get(event) ?? []), listener]);
    },
  };
}
