import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createChildTransport } from '../../../electron/core/ports/keychain-child';
import type { KeychainCall } from '../../../electron/core/ports/keychain-caller';
import type { KeychainResponse } from '@shared/domain/keychain-messages';

const keytarPath = createRequire(import.meta.url).resolve('keytar');

/** Asks a keychain process directly, without anything of the core around it. */
export async function askProcess(entry: string, env: NodeJS.ProcessEnv, call: KeychainCall): Promise<KeychainResponse> {
  const opened = createChildTransport(entry, env).open();
  try {
    return await new Promise<KeychainResponse>((resolve, reject) => {
      opened.onMessage((message) => {
        if (typeof message === 'object' && message !== null && 'id' in message) resolve(message as KeychainResponse);
      });
      opened.onExit(() => reject(new Error('the keychain process ended')));
      opened.send({ ...call, id: 1 });
    });
  } finally {
    opened.kill();
  }
}

export interface BareScript {
  /** What it printed so far. */
  output(): string;
  isRunning(): boolean;
  /** Resolves with the signal that ended it, or null when it left by itself. */
  readonly end: Promise<NodeJS.Signals | null>;
  kill(): void;
}

/** Runs a script that uses keytar itself (as `keytar`), the way the app does not. */
export function runBareKeytar(env: NodeJS.ProcessEnv, script: string): BareScript {
  let output = '';
  let isRunning = true;
  const source = `const keytar = require(${JSON.stringify(keytarPath)}); (async () => { ${script} })()`;
  const child = spawn(process.execPath, ['-e', source], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const end = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => {
      isRunning = false;
      resolve(signal);
    });
  });
  return { output: () => output, isRunning: () => isRunning, end, kill: () => void child.kill('SIGKILL') };
}
