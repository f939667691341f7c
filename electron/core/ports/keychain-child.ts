import { fork } from 'node:child_process';
import type { KeychainTransport } from './keychain-transport';

/**
 * Keychain processes as children of a plain Node process. `entryPath` is the built `keychain.js`. An idle child does not keep its
 * parent alive, and ends itself when the parent goes.
 */
export function createChildTransport(entryPath: string, env: NodeJS.ProcessEnv): KeychainTransport {
  return {
    open() {
      const child = fork(entryPath, [], {
        // The kinds of errors are told by the system's English texts.
        env: { ...env, LC_ALL: 'C', LANGUAGE: 'C' },
        execArgv: [],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      child.unref();
      child.channel?.unref();
      let onMessage: (message: unknown) => void = () => {};
      let onExit: () => void = () => {};
      child.on('message', (message) => onMessage(message));
      child.on('error', () => onExit());
      child.on('exit', () => onExit());
      return {
        send(request) {
          // A failed write is followed by `exit`, which is what counts.
          if (child.connected) child.send(request, () => {});
        },
        onMessage: (listener) => {
          onMessage = listener;
        },
        onExit: (listener) => {
          onExit = listener;
          if (child.exitCode !== null || child.signalCode !== null) listener();
        },
        kill() {
          onMessage = () => {};
          onExit = () => {};
          child.kill('SIGKILL');
        },
      };
    },
  };
}
