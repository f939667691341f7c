import { MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type { KeychainHostEvent, KeychainHostRequest, KeychainPortMessage } from '@shared/domain/process-messages';
import { childEnvironment } from './child-environment';
import type { ShellLog } from './log';

/** Keychain processes, forked for the core because only main can; what they do is between the core and them. */
export interface KeychainHost {
  handle(request: KeychainHostRequest): void;
  killAll(): void;
}

/** The core needs two at most; a core that asks for more is broken, and gets none. */
const mostAlive = 4;

type Send = (event: KeychainHostEvent, ports: MessagePortMain[]) => void;

export function createKeychainHost(keychainFile: string, send: Send, log: ShellLog): KeychainHost {
  const alive = new Map<string, UtilityProcess>();

  const spawn = (helperId: string): void => {
    if (alive.has(helperId) || alive.size >= mostAlive) {
      log.warn('keychain.refused', { count: alive.size });
      send({ type: 'keychain:exited', helperId }, []);
      return;
    }
    const child = utilityProcess.fork(keychainFile, [], {
      serviceName: 'Chorale keychain',
      stdio: 'ignore',
      // The core tells kinds of errors by the system's English texts.
      env: { ...childEnvironment(process.env), LC_ALL: 'C', LANGUAGE: 'C' },
    });
    alive.set(helperId, child);
    child.once('exit', (exitCode) => {
      if (alive.get(helperId) === child) alive.delete(helperId);
      if (exitCode !== 0) log.info('keychain.exited', { exitCode });
      send({ type: 'keychain:exited', helperId }, []);
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'port' } satisfies KeychainPortMessage, [port1]);
    send({ type: 'keychain:port', helperId }, [port2]);
  };

  const kill = (child: UtilityProcess): void => {
    // An orderly end would wait for a call that waits for an unlock window.
    if (child.pid === undefined) child.kill();
    else killNow(child.pid);
  };

  return {
    handle(request) {
      if (request.type === 'keychain:spawn') {
        spawn(request.helperId);
        return;
      }
      const child = alive.get(request.helperId);
      if (child) kill(child);
    },
    killAll() {
      for (const child of alive.values()) kill(child);
    },
  };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
