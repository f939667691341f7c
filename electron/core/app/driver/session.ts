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
  close(): Promise<void>;
}

const answer = z.object({
  id: z.union([z.number(), z.string()]),
  ok: z.boolean(),
  value: z.unknown().optional(),
  error: z.unknown().optional(),
});
const event = z.object({ event: z.string(), payload: z.unknown().optional() });

/** Joins the core that has the profile; null where nobody listens there. */
export function joinCore(path: string): Promise<DriverSession | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('error', () => resolve(null));
    socket.once('connect', () => resolve(overSocket(socket)));
  });
}

function overSocket(socket: Socket): DriverSession {
  let nextId = 0;
  const pending = new Map<number | string, (result: Result<unknown>) => void>();
  const listeners: ((event: WireEvent) => void)[] = [];
  socket.setEncoding('utf8');
  const lost = (): void => {
    for (const settle of pending.values())
      settle(err(appError('internal', 'The running Chorale has gone.', { reason: 'core_gone' })));
    pending.clear();
  };
  socket.on('close', lost);
  socket.on('error', lost);
  createInterface({ input: socket }).on('line', (line) => {
    const message: unknown = JSON.parse(line);
    const answered = answer.safeParse(message);
    if (answered.success) {
      pending.get(answered.data.id)?.(answered.data as unknown as Result<unknown>);
      pending.delete(answered.data.id);
      return;
    }
    const happened = event.safeParse(message);
    if (happened.success)
      for (const listener of listeners) listener({ event: happened.data.event, payload: happened.data.payload });
  });
  return {
    call(op, input, as) {
      nextId += 1;
      const id = nextId;
      return new Promise((settle) => {
        pending.set(id, settle);
        socket.write(`${JSON.stringify({ id, op, input, as, events: listeners.length > 0 })}\n`);
      });
    },
    onEvent: (listener) => void listeners.push(listener),
    close() {
      socket.end();
      return Promise.resolve();
    },
  };
}
