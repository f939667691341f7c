import type { KeychainRequest } from '@shared/domain/keychain-messages';
import { isKeychainHostEvent } from '@shared/domain/process-messages';
import type { KeychainHostRequest } from '@shared/domain/process-messages';
import type { KeychainProcess, KeychainTransport } from './keychain-transport';

/** The part of a message port that is used; Electron's MessagePortMain has it. */
export interface ProcessPort {
  postMessage(message: KeychainRequest): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
}

/** The core's line to the main process; `process.parentPort` of a utility process has it. */
export interface HostPort {
  postMessage(message: KeychainHostRequest): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ProcessPort[] }) => void,
  ): void;
}

interface Slot {
  readonly attach: (port: ProcessPort) => void;
  readonly exited: () => void;
}

/** Keychain processes forked by the main process; the messages are described in `shared/domain/process-messages.ts`. */
export function createPortTransport(host: HostPort): KeychainTransport {
  const slots = new Map<string, Slot>();
  let opened = 0;

  host.on('message', ({ data, ports }) => {
    if (!isKeychainHostEvent(data)) return;
    const slot = slots.get(data.helperId);
    if (!slot) return;
    if (data.type === 'keychain:exited') slot.exited();
    else if (ports[0]) slot.attach(ports[0]);
  });

  const open = (): KeychainProcess => {
    opened += 1;
    const helperId = `keychain-${opened}`;
    let port: ProcessPort | null = null;
    let waiting: KeychainRequest[] = [];
    let onMessage: (message: unknown) => void = () => {};
    let onExit: () => void = () => {};
    slots.set(helperId, {
      attach(given) {
        port = given;
        given.on('message', ({ data }) => onMessage(data));
        given.start();
        for (const request of waiting) given.postMessage(request);
        waiting = [];
      },
      exited() {
        slots.delete(helperId);
        onExit();
      },
    });
    host.postMessage({ type: 'keychain:spawn', helperId });
    return {
      send(request) {
        if (port) port.postMessage(request);
        else waiting.push(request);
      },
      onMessage: (listener) => {
        onMessage = listener;
      },
      onExit: (listener) => {
        onExit = listener;
        if (!slots.has(helperId)) listener();
      },
      kill() {
        onMessage = () => {};
        onExit = () => {};
        if (slots.delete(helperId)) host.postMessage({ type: 'keychain:kill', helperId });
      },
    };
  };

  return { open };
}
