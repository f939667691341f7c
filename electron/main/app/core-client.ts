import type { EventMap, EventName } from '@shared/contract/events';
import type { InputOf, OperationName } from '@shared/contract/index';
import type { WireCall } from '@shared/contract/wire';
import { appError } from '@shared/domain/errors';
import type { AppError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';
import type { Result } from '@shared/domain/result';

/** The part of a message port that is used; MessagePortMain has it. */
interface ClientPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: WireCall): void;
  start(): void;
}

/** Main as one more client of the core: for the tray, the notifications and the settings that windows follow. */
export interface CoreClient {
  /** Takes a fresh port; the one before is forgotten, and what it had not answered fails. */
  attach(port: ClientPort): void;
  /** The answer is not checked: the caller narrows what it uses. */
  call<Name extends OperationName>(op: Name, input: InputOf<Name>): Promise<Result<unknown>>;
  on<Name extends EventName>(event: Name, listener: (payload: EventMap[Name]) => void): void;
}

const lost = appError('internal', 'The core restarted before it answered.', { reason: 'core_restarted' });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isError = (value: unknown): value is AppError =>
  isRecord(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string';

export function createCoreClient(): CoreClient {
  const listeners = new Map<string, ((payload: never) => void)[]>();
  let waiting = new Map<number, (result: Result<unknown>) => void>();
  let port: ClientPort | null = null;
  let lastId = 0;

  const drop = (): void => {
    const unanswered = waiting;
    waiting = new Map();
    for (const settle of unanswered.values()) settle(err(lost));
  };

  const receive = (data: unknown): void => {
    if (!isRecord(data)) return;
    const { event, payload, id, ok: isOk, value, error } = data;
    if (typeof event === 'string') {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
      return;
    }
    const settle = typeof id === 'number' ? waiting.get(id) : undefined;
    if (!settle || typeof id !== 'number') return;
    waiting.delete(id);
    settle(isOk === true ? ok(value) : err(isError(error) ? error : lost));
  };

  return {
    attach(next) {
      drop();
      port = next;
      next.on('message', ({ data }) => {
        if (port === next) receive(data);
      });
      next.on('close', () => {
        if (port !== next) return;
        port = null;
        drop();
      });
      next.start();
    },
    call: (op, input) =>
      new Promise((resolve) => {
        if (!port) {
          resolve(err(lost));
          return;
        }
        lastId += 1;
        waiting.set(lastId, resolve);
        port.postMessage({ id: lastId, op, input });
      }),
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
  };
}
