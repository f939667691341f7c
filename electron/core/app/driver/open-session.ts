import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { WireEvent } from '@shared/contract/wire';
import { ok, type Result } from '@shared/domain/result';
import { createChildTransport } from '../../ports/keychain-child';
import { openCore, type Core } from '../core';
import { socketPathOf } from '../socket-path';
import { describeOperation, serveSocket, type SocketServer } from '../socket-server';
import type { DriverArguments } from './arguments';
import { joinCore, notBegun, type DriverSession } from './session';

/** A session that can also list the operations. */
export type Described = DriverSession & { describe(): Promise<unknown> };

const joinAttempts = 25;
const joinPauseMs = 200;

/**
 * A core of our own where the profile is free, else the core that has it. Where that one leaves, the profile is opened
 * again, and what it had not begun is asked once more: two drivers at once both have their turn.
 */
export async function openSession(args: DriverArguments): Promise<Result<Described>> {
  const first = await openOnce(args);
  return first.ok ? ok(lasting(args, first.value)) : first;
}

async function openOnce(args: DriverArguments): Promise<Result<Described>> {
  for (let attempt = 0; ; attempt += 1) {
    const joined = await joinCore(socketPathOf(args.profileDir));
    if (joined) return ok({ ...joined, describe: () => joined.call(describeOperation, {}, undefined).then(valueOf) });
    const own = await openOwn(args);
    if (own.ok || own.error.code !== 'conflict' || attempt >= joinAttempts) return own;
    // Whoever has the profile is starting or leaving.
    await new Promise((resolve) => setTimeout(resolve, joinPauseMs));
  }
}

function lasting(args: DriverArguments, first: Described): Described {
  let session = first;
  let opening: Promise<Result<Described>> | undefined;
  let isClosed = false;
  const listeners: ((event: WireEvent) => void)[] = [];
  const renew = (left: Described): Promise<Result<Described>> => {
    if (session !== left) return Promise.resolve(ok(session));
    opening ??= openOnce(args).then((opened) => {
      opening = undefined;
      if (opened.ok) take(opened.value);
      return opened;
    });
    return opening;
  };
  const take = (next: Described): void => {
    session = next;
    for (const listener of listeners) next.onEvent(listener);
    // One that stays goes on hearing what happens, and goes on with the work.
    if (args.mode === 'repl') next.onEnd(() => void (isClosed || renew(next)));
  };
  take(first);
  return {
    async call(operation, input, as) {
      for (;;) {
        const used = session;
        const result = await used.call(operation, input, as);
        if (result.ok || result.error.reason !== notBegun) return result;
        const renewed = await renew(used);
        if (!renewed.ok) return renewed;
      }
    },
    onEvent(listener) {
      listeners.push(listener);
      session.onEvent(listener);
    },
    onEnd: (listener) => session.onEnd(listener),
    describe: () => session.describe(),
    async close() {
      isClosed = true;
      await opening;
      await session.close();
    },
  };
}

const valueOf = (result: Result<unknown>): unknown => (result.ok ? result.value : []);

async function openOwn(args: DriverArguments): Promise<Result<Described>> {
  const opened = openCore({
    profileDir: args.profileDir,
    resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
    appVersion: appVersion(),
    keychain: createChildTransport(fileURLToPath(new URL('./keychain.js', import.meta.url)), process.env),
    readerEntry: args.mode === 'repl' ? new URL('./reader.js', import.meta.url) : null,
    checksOutput: true,
  });
  if (!opened.ok) return opened;
  const core = opened.value;
  const server = await serveSocket(core, socketPathOf(args.profileDir)).catch(() => null);
  if (args.works) core.startWork();
  return ok(sessionOf(core, server));
}

const sessionOf = (core: Core, server: SocketServer | null): Described => ({
  call: (operation, input, as) => core.call(operation, input, as),
  onEvent: (listener) => void core.listen(listener),
  onEnd: () => undefined,
  describe: () => core.describe(),
  async close() {
    await server?.close();
    await core.stop();
  },
});

function appVersion(): string {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
}
