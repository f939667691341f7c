import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Core } from './core';

const call = z.object({
  id: z.union([z.number(), z.string()]),
  op: z.string(),
  input: z.unknown().optional(),
  as: z.string().optional(),
  /** True where the caller wants events too. */
  events: z.boolean().optional(),
});

/** What a driver asks for `--list`; not part of the contract. */
export const describeOperation = 'driver.describe';

const maxLineBytes = 64 * 1024 * 1024;

/** Answers drivers of the same user while this core has the profile: one JSON call a line, one answer a line. */
export function serveSocket(core: Core, path: string): Promise<Server> {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => serve(core, socket));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

function serve(core: Core, socket: Socket): void {
  socket.setEncoding('utf8');
  let received = 0;
  let stopEvents: (() => void) | undefined;
  const write = (value: unknown): void => void socket.write(`${JSON.stringify(value)}\n`);
  socket.on('data', (chunk) => {
    received += chunk.length;
    if (chunk.includes('\n')) received = 0;
    if (received > maxLineBytes) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => stopEvents?.());
  createInterface({ input: socket }).on('line', (line) => {
    const parsed = call.safeParse(parseJson(line));
    if (!parsed.success) {
      write({ id: 0, ok: false, error: { code: 'validation_failed', message: 'This is not a call.' } });
      return;
    }
    const { id, op, input, as, events } = parsed.data;
    if (events && !stopEvents) stopEvents = core.listen(write);
    const answered =
      op === describeOperation ? core.describe().then((value) => ({ ok: true, value })) : core.call(op, input, as);
    void answered.then((result) => write({ id, ...result }));
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
