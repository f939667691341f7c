import type { WireAnswer, WireCall, WireEvent } from '@shared/contract/wire';
import type { CoreToMain, MainToCore } from '@shared/domain/process-messages';
import type { Result } from '@shared/domain/result';
import { createPortTransport, type HostPort } from '../ports/keychain-port';
import { openCore, type Core } from './core';
import { socketPathOf } from './socket-path';
import { serveSocket, type SocketServer } from './socket-server';

/** One end of a client's channel; Electron's MessagePortMain has it. */
interface ClientPort {
  postMessage(message: WireAnswer | WireEvent): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}

/** `process.parentPort` of a utility process. */
export interface ParentPort {
  postMessage(message: CoreToMain): void;
  on(
    event: 'message',
    listener: (event: { readonly data: MainToCore; readonly ports: readonly ClientPort[] }) => void,
  ): void;
}

/** Time that a driver's calls get to end when the windows close, ms. */
const driverLimitMs = 1500;
/** How long a start waits for a driver to end its work in the profile, and how often it looks, ms. */
const profilePatienceMs = 10_000;
const profilePauseMs = 200;

/** Serves the main process: opens the profile it names, then answers each window over a port of its own. */
export function serveMain(parent: ParentPort): void {
  let core: Core | undefined;
  let server: SocketServer | undefined;
  let isLeaving = false;
  const keychain = createPortTransport(parent as unknown as HostPort);

  async function open(init: Extract<MainToCore, { type: 'init' }>): Promise<void> {
    const opened = await onceFree(() =>
      openCore({
        profileDir: init.profileDir,
        resourcesDir: init.resourcesDir,
        appVersion: init.appVersion,
        keychain,
        readerEntry: new URL('./reader.js', import.meta.url),
        checksOutput: !init.isPackaged,
        signInPage: (url) => parent.postMessage({ type: 'sign-in', url }),
      }),
    );
    if (isLeaving) {
      if (opened.ok) await opened.value.stop();
      return;
    }
    if (!opened.ok) {
      parent.postMessage({ type: 'refused', error: opened.error });
      return;
    }
    core = opened.value;
    try {
      server = await serveSocket(core, socketPathOf(init.profileDir));
    } catch {
      // Without the socket the windows work; only a driver cannot join.
    }
    parent.postMessage({ type: 'ready', profileId: core.profileId });
    core.startWork();
  }

  /** A script's driver has the profile for a moment: the window waits for it. Whoever stays longer is said. */
  async function onceFree(attempt: () => Result<Core>): Promise<Result<Core>> {
    const until = performance.now() + profilePatienceMs;
    for (;;) {
      const opened = attempt();
      if (opened.ok || opened.error.code !== 'conflict' || performance.now() > until || isLeaving) return opened;
      await new Promise((done) => setTimeout(done, profilePauseMs));
    }
  }

  async function quit(): Promise<void> {
    isLeaving = true;
    await server?.close(driverLimitMs);
    await core?.stop();
    parent.postMessage({ type: 'quit-done' });
  }

  parent.on('message', ({ data, ports }) => {
    switch (data.type) {
      case 'init':
        void open(data).catch((error: unknown) => {
          parent.postMessage({ type: 'fatal', message: error instanceof Error ? error.message : 'unknown' });
        });
        break;
      case 'client': {
        const [port] = ports;
        if (core && port) serveClient(core, port);
        break;
      }
      case 'power':
        if (data.state === 'resume') core?.resumed();
        break;
      case 'quit':
        void quit();
        break;
      default:
        break;
    }
  });
}

const isCall = (data: unknown): data is WireCall =>
  typeof data === 'object' && data !== null && 'id' in data && 'op' in data && typeof data.op === 'string';

function serveClient(core: Core, port: ClientPort): void {
  const stop = core.listen((event) => port.postMessage(event));
  port.on('close', stop);
  port.on('message', ({ data }) => {
    if (!isCall(data)) return;
    void core.call(data.op, data.input, data.as).then((result) => port.postMessage({ id: data.id, ...result }));
  });
  port.start();
}
