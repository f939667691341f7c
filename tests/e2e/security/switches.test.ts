import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doubleLog, freshProfile } from '../support/shell-app';
import { makePackagedApp, runToEnd } from '../support/packaged-app';

let packaged: { readonly dir: string; readonly program: string };
let profile: string;

beforeAll(() => {
  packaged = makePackagedApp();
  profile = freshProfile();
});
afterAll(() => {
  rmSync(packaged.dir, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

// Not --inspect-brk: where the fuse of the released program is not set, Node waits for a debugger before any line of ours runs.
const refused = [
  '--inspect=0',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--no-sandbox',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
  '--ignore-certificate-errors',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--js-flags=--expose-gc',
  '--renderer-cmd-prefix=xterm -e gdb --args',
  '--load-extension=/tmp/x',
];

describe('a released app that is started with a switch that opens or weakens it (B2)', () => {
  it.each(refused)('does not start with %s', async (argument) => {
    const ended = await runToEnd(packaged.program, [`--profile=${profile}`, argument, '--no-sandbox']);
    expect(ended.code).toBe(97);
    expect(ended.output).toContain(`Chorale does not start with ${argument.replace(/=.*$/, '')}.`);
    expect(doubleLog(profile)).toEqual([]);
  });

  it('opens no port for a debugger', async () => {
    const port = await freePort();
    const watch = { opened: false, isOver: false };
    const run = runToEnd(packaged.program, [`--profile=${profile}`, '--no-sandbox', `--remote-debugging-port=${port}`]);
    void run.finally(() => {
      watch.isOver = true;
    });
    while (!watch.isOver) watch.opened ||= await answers(port);
    expect((await run).code).toBe(97);
    expect(watch.opened).toBe(false);
  });
});
