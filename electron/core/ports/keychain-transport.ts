import type { KeychainRequest } from '@shared/domain/keychain-messages';

/** One running keychain process. After an exit or a kill nothing more arrives. */
export interface KeychainProcess {
  /** Sends one call; what is sent before the process is up waits for it. */
  send(request: KeychainRequest): void;
  /** Replaces the listener for answers. */
  onMessage(listener: (message: unknown) => void): void;
  /** Replaces the listener for the end of the process; not called after `kill`. */
  onExit(listener: () => void): void;
  /** Ends the process at once, even with a call stuck inside it. */
  kill(): void;
}

/** Starts keychain processes: a child process in plain Node, a utility process forked by main inside Electron. */
export interface KeychainTransport {
  open(): KeychainProcess;
}
