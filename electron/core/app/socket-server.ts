import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Core } from './core';

const call = z.object({
  id: z.union([z.number(), z.string()]),
  op: z.string(),
  input: z.unknown().optional(),
  as: z.string().optional(),
});
/** A line that asks for events too. */
const listen = z.object({ listen: z.literal(true) });

/** What a driver asks for `--list`; not part of the contract. */
export const describeOperation = 'driver.describe';

const maxLineBytes = 64 * 1024 * 1024;

/** The first line on every connection: from here on calls are taken. */
export const greeting = { hello: true } as const;
/** The last line: what was not answered by now was not begun. */
export const farewell = { leaving: true } as const;

export interface SocketServer {
  /** Takes nothing new, answers what was begun (for at most `limitMs`), says farewell and closes. */
  close(limitMs?: number): Promise<void>;
}

/** Answers drivers of the same user while this core has the profile: one JSON call a line, one answer a line. */
export function serveSocket(core: Core, path: string): Promise<SocketServer> {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const clients = new Set<SocketClient>();
  const server = createServer((socket) => {
    const client = serve(core, socket);
    clients.add(client);
    socket.once('close', () => clients.delete(client));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () =>
      resolve({
        async close(limitMs) {
          server.close();
          await Promise.all([...clients].map((client) => client.leave(limitMs)));
        },
      }),
    );
  });
}

interface SocketClient {
  leave(limitMs: number | undefined): Promise<void>;
}

function serve(core: Core, socket: Socket): SocketClient {
  socket.setEncoding('utf8');
  let received = 0;
  let isLeaving = false;
  let stopEvents: (() => void) | undefined;
  const begun = new Set<Promise<void>>();
  const write = (value: unknown): void => void (socket.writable && socket.write(`${JSON.stringify(value)}\n`));
  socket.on('data', (chunk) => {
    received += chunk.length;
    if (chunk.includes('\n')) received = 0;
    if (received > maxLineBytes) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => stopEvents?.());
  write(greeting);
  const lines = createInterface({ input: socket });
  // The socket's own listener deals with it; without this one the interface would throw.
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    if (isLeaving) return;
    const message = parseJson(line);
    if (listen.safeParse(message).success) {
      stopEvents ??= core.listen(write);
      return;
    }
    const parsed = call.safeParse(message);
    if (!parsed.success) {
      write({ id: 0, ok: false, error: { code: 'validation_failed', message: 'This is not a call.' } });
      return;
    }
    const { id, op, input, as } = parsed.data;
    const answered =
      op === describeOperation ? core.describe().then((value) => ({ ok: true, value })) : core.call(op, input, as);
    const work = answered.then((result) => write({ id, ...result }));
    begun.add(work);
    void work.finally(() => begun.delete(work));
  });
  return {
    async leave(limitMs) {
      isLeaving = true;
      const isDone = await within(limitMs, Promise.allSettled(begun));
      stopEvents?.();
      if (isDone) write(farewell);
      await within(flushMs, new Promise((resolve) => socket.end(() => resolve(undefined))));
      socket.destroy();
    },
  };
}

/** Longest that a client may take to read its last line, ms. */
const flushMs = 1000;

/** Whether the work ended in time. */
function within(limitMs: number | undefined, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = limitMs === undefined ? undefined : setTimeout(() => resolve(false), limitMs);
    void work.finally(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
