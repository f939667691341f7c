import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { WireEvent } from '@shared/contract/wire';
import { appError } from '@shared/domain/errors';
import { err, type Result } from '@shared/domain/result';

/** Something that answers operations: a core of our own, or the one that has the profile. */
export interface DriverSession {
  call(operation: string, input: unknown, as: string | undefined): Promise<Result<unknown>>;
  onEvent(listener: (event: WireEvent) => void): void;
  /** Told once when this session answers nothing any more, unless it was closed from here. */
  onEnd(listener: () => void): void;
  close(): Promise<void>;
}

/** Reason of a call that was surely not begun, because the core left: it may be asked again elsewhere. */
export const notBegun = 'core_left';

const answer = z.object({
  id: z.union([z.number(), z.string()]),
  ok: z.boolean(),
  value: z.unknown().optional(),
  error: z.unknown().optional(),
});
const event = z.object({ event: z.string(), payload: z.unknown().optional() });
const greeted = z.object({ hello: z.literal(true) });
const leaving = z.object({ leaving: z.literal(true) });

/** Joins the core that has the profile; null where nobody listens there, or only to leave. */
export function joinCore(path: string): Promise<DriverSession | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const refused = (): void => resolve(null);
    socket.once('error', refused);
    socket.once('close', refused);
    socket.once('connect', () => {
      const session = overSocket(socket, () => resolve(session));
    });
  });
}

function overSocket(socket: Socket, onGreeting: () => void): DriverSession {
  let nextId = 0;
  let isOver = false;
  let isClosedHere = false;
  const pending = new Map<number | string, (result: Result<unknown>) => void>();
  const listeners: ((event: WireEvent) => void)[] = [];
  const enders: (() => void)[] = [];
  const left = (): Result<never> => err(appError('conflict', 'The running Chorale has left.', { reason: notBegun }));
  const end = (result: () => Result<never>): void => {
    for (const settle of pending.values()) settle(result());
    pending.clear();
    if (isOver) return;
    isOver = true;
    if (!isClosedHere) for (const tell of enders) tell();
  };
  // Without a farewell nobody knows what became of the calls.
  const lost = (): void =>
    end(() => err(appError('internal', 'The running Chorale has gone.', { reason: 'core_gone' })));
  socket.setEncoding('utf8');
  socket.on('close', lost);
  socket.on('error', lost);
  const lines = createInterface({ input: socket });
  // The socket's own listener deals with it; without this one the interface would throw.
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    const message: unknown = JSON.parse(line);
    const answered = answer.safeParse(message);
    if (answered.success) {
      // The id belongs to the line, not to the answer: the caller's own id would be lost under it.
      const { id, ...result } = answered.data;
      pending.get(id)?.(result as unknown as Result<unknown>);
      pending.delete(id);
      return;
    }
    const happened = event.safeParse(message);
    if (happened.success) {
      for (const listener of listeners) listener({ event: happened.data.event, payload: happened.data.payload });
      return;
    }
    if (greeted.safeParse(message).success) onGreeting();
    if (leaving.safeParse(message).success) end(left);
  });
  return {
    call(op, input, as) {
      if (isOver) return Promise.resolve(left());
      nextId += 1;
      const id = nextId;
      return new Promise((settle) => {
        pending.set(id, settle);
        socket.write(`${JSON.stringify({ id, op, input, as })}\n`);
      });
    },
    onEvent(listener) {
      if (listeners.length === 0) socket.write(`${JSON.stringify({ listen: true })}\n`);
      listeners.push(listener);
    },
    onEnd: (listener) => void enders.push(listener),
    close() {
      isClosedHere = true;
      socket.end();
      return Promise.resolve();
    },
  };
}
