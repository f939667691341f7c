import { randomUUID } from 'node:crypto';
import { MessageChannelMain } from 'electron';
import type { MessagePortMain, WebContents } from 'electron';
import { corePortMessage } from '@shared/contract/shell';
import type { CoreClient } from './core-client';

/** Hands every window, and main itself, one end of a channel to the core; anew after the core was started again. */
export interface PortDesk {
  /** Called when a page asks; the sender was checked before. */
  handOut(contents: WebContents): void;
  /** Called on each `ready` of the core. */
  coreIsReady(): void;
}

type Connect = (clientId: string, port: MessagePortMain) => boolean;

export function createPortDesk(connect: Connect, mainClient: CoreClient): PortDesk {
  const windows = new Set<WebContents>();
  /** Asked before the core was ready: their calls wait in the channel. */
  let held: { readonly clientId: string; readonly port: MessagePortMain }[] = [];
  let wasReady = false;

  const open = (give: (port: MessagePortMain) => void): void => {
    const { port1, port2 } = new MessageChannelMain();
    const clientId = randomUUID();
    if (!connect(clientId, port2)) held.push({ clientId, port: port2 });
    give(port1);
  };

  const serve = (contents: WebContents): void =>
    open((port) => contents.mainFrame.postMessage(corePortMessage, null, [port]));

  return {
    handOut(contents) {
      if (!windows.has(contents)) {
        windows.add(contents);
        contents.once('destroyed', () => windows.delete(contents));
      }
      serve(contents);
    },
    coreIsReady() {
      const waiting = held;
      held = [];
      if (wasReady) {
        for (const { port } of waiting) port.close();
        for (const contents of windows) if (!contents.isDestroyed() && !contents.isCrashed()) serve(contents);
      } else {
        for (const { clientId, port } of waiting) connect(clientId, port);
      }
      wasReady = true;
      open((port) => mainClient.attach(port));
    },
  };
}
