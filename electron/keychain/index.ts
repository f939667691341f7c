import { keychainService } from '@shared/domain/keychain-messages';
import type { KeychainReady, KeychainResponse } from '@shared/domain/keychain-messages';
import { createOperations } from './operations';
import type { ItemStore } from './parts';

/** The part of a message port that is used; Electron's MessagePortMain has it. */
interface Port {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  postMessage(message: KeychainResponse | KeychainReady): void;
}

/** keytar is loaded on the first call, so that a missing system library is an answer and not a crash at start. */
async function openStore(): Promise<ItemStore> {
  const { default: keytar } = await import('keytar');
  return {
    get: (account) => keytar.getPassword(keychainService, account),
    set: (account, value) => keytar.setPassword(keychainService, account, value),
    delete: (account) => keytar.deletePassword(keychainService, account),
  };
}

/** An orderly exit waits for ever behind a call that waits for an unlock window. */
const leave = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const handle = createOperations(openStore);
const ready: KeychainReady = { ready: true };

/** Inside Electron: main hands over a port to the core in one message. */
function serveParentPort(parent: Port): void {
  parent.on('message', ({ data, ports }) => {
    const port = ports[0];
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'port' || !port) return;
    port.on('message', (event) => {
      void handle(event.data).then((response) => response && port.postMessage(response));
    });
    port.on('close', leave);
    port.start();
    port.postMessage(ready);
  });
}

/** In plain Node: a child process of the core. */
function serveParentProcess(send: (message: KeychainResponse | KeychainReady) => void): void {
  process.on('message', (message) => {
    void handle(message).then((response) => response && send(response));
  });
  process.on('disconnect', leave);
  send(ready);
}

const isPort = (value: unknown): value is Port => typeof value === 'object' && value !== null && 'on' in value;

// Only Electron's utility process has this property.
const parentPort: unknown = Reflect.get(process, 'parentPort');
if (isPort(parentPort)) serveParentPort(parentPort);
else if (process.send) serveParentProcess((message) => process.send?.(message));
