import type { EventMap, EventName } from '@shared/contract/events';
import type { InputOf, OperationName, OutputOf } from '@shared/contract/index';
import { corePortMessage } from '@shared/contract/shell';
import type { WireAnswer, WireCall, WireEvent } from '@shared/contract/wire';
import type { AppError, ErrorCode } from '@shared/domain/errors';

/** What `call` throws: the core's own error, so that a screen can switch on its code. */
export class CoreError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'CoreError';
    this.error = error;
  }

  get code(): ErrorCode {
    return this.error.code;
  }
}

/** `waiting`: no port yet. `linked`: the core answers. `lost`: it went away and main is starting another. */
export type LinkState = 'waiting' | 'linked' | 'lost';

export interface CoreClient {
  /** Asks the core. Waits for the first port; throws CoreError, never anything else. */
  call<Name extends OperationName>(op: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Hears one event; returns what stops listening. */
  on<Name extends EventName>(event: Name, listener: (payload: EventMap[Name]) => void): () => void;
  /** Hears every event, for the cache. */
  onAny(listener: (event: EventName, payload: unknown) => void): () => void;
  linkState(): LinkState;
  onLink(listener: (state: LinkState) => void): () => void;
  dispose(): void;
}

/** The page's side of the port: what a window offers to listen on. */
export interface PortSource {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Pending {
  readonly call: WireCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: CoreError) => void;
  isSent: boolean;
}

const lostAnswer: AppError = {
  code: 'internal',
  reason: 'core_restarted',
  message: 'The core restarted before it answered.',
};

const isAnswer = (data: unknown): data is WireAnswer => typeof data === 'object' && data !== null && 'ok' in data;
const isEvent = (data: unknown): data is WireEvent => typeof data === 'object' && data !== null && 'event' in data;

/**
 * Talks to the core over the port that main hands to this window. A new port (the core restarted) takes the place of the old one:
 * what was sent and not answered fails with `core_restarted`, what was not sent yet goes out on the new port.
 */
export const createCoreClient = (source: PortSource): CoreClient => {
  const pending = new Map<number, Pending>();
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const anyListeners = new Set<(event: EventName, payload: unknown) => void>();
  const linkListeners = new Set<(state: LinkState) => void>();
  let port: MessagePort | null = null;
  let state: LinkState = 'waiting';
  let lastId = 0;
  let actingStaffId: string | null = null;

  const setState = (next: LinkState): void => {
    if (state === next) return;
    state = next;
    for (const listener of linkListeners) listener(next);
  };

  const loseSent = (): void => {
    for (const [id, entry] of pending) {
      if (!entry.isSent) continue;
      pending.delete(id);
      entry.reject(new CoreError(lostAnswer));
    }
  };

  const receive = (data: unknown): void => {
    if (isAnswer(data)) {
      const entry = pending.get(Number(data.id));
      if (!entry) return;
      pending.delete(Number(data.id));
      if (data.ok) entry.resolve(data.value);
      else entry.reject(new CoreError(data.error));
    } else if (isEvent(data)) {
      const name = data.event as EventName;
      for (const listener of listeners.get(name) ?? []) listener(data.payload);
      for (const listener of anyListeners) listener(name, data.payload);
    }
  };

  const send = (target: MessagePort, entry: Pending): void => {
    entry.isSent = true;
    target.postMessage(entry.call);
  };

  const attach = (next: MessagePort): void => {
    port?.close();
    loseSent();
    port = next;
    next.addEventListener('message', (event) => receive(event.data));
    next.addEventListener('close', () => {
      if (port !== next) return;
      port = null;
      loseSent();
      setState('lost');
    });
    next.start();
    if (actingStaffId !== null) {
      next.postMessage({ id: ++lastId, op: 'agency.actAs', input: { staffId: actingStaffId } } satisfies WireCall);
    }
    for (const entry of pending.values()) send(next, entry);
    setState('linked');
  };

  const onMessage = (event: MessageEvent): void => {
    if (event.data !== corePortMessage) return;
    const handed = event.ports[0];
    if (handed) attach(handed);
  };
  source.addEventListener('message', onMessage);

  return {
    call: <Name extends OperationName>(op: Name, input: InputOf<Name>) =>
      new Promise<OutputOf<Name>>((resolve, reject) => {
        const id = ++lastId;
        const settle = (value: unknown): void => {
          if (op === 'agency.actAs') actingStaffId = (input as InputOf<'agency.actAs'>).staffId;
          resolve(value as OutputOf<Name>);
        };
        const entry: Pending = { call: { id, op, input }, resolve: settle, reject, isSent: false };
        pending.set(id, entry);
        if (port) send(port, entry);
      }),
    on: (event, listener) => {
      const group = listeners.get(event) ?? new Set();
      listeners.set(event, group);
      const held = listener as (payload: unknown) => void;
      group.add(held);
      return () => group.delete(held);
    },
    onAny: (listener) => {
      anyListeners.add(listener);
      return () => anyListeners.delete(listener);
    },
    linkState: () => state,
    onLink: (listener) => {
      linkListeners.add(listener);
      return () => linkListeners.delete(listener);
    },
    dispose: () => {
      source.removeEventListener('message', onMessage);
      port?.close();
      port = null;
    },
  };
};
