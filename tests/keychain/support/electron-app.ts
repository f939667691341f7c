import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runtimeFile } from '../../../scripts/setup/paths.mjs';
import { buildForKeychain } from './client';
import type { Keyring } from './keyring';

/** A running Electron with a main process, a core and a keychain process in between. */
export interface ElectronKeychain {
  set(value: string): Promise<unknown>;
  get(): Promise<unknown>;
  state(): Promise<unknown>;
  refresh(): Promise<unknown>;
  /** Asks the app to quit; resolves when it has ended, with its exit code. */
  quit(): Promise<number | null>;
  kill(): void;
}

interface Runtime {
  readonly electron: { readonly path: string };
  readonly noSandbox: boolean;
}

export async function startElectronKeychain(keyring: Keyring, entry: string): Promise<ElectronKeychain> {
  const main = await buildForKeychain('tests/keychain/support/electron-main.ts', 'electron-main.mjs');
  const core = await buildForKeychain('tests/keychain/support/electron-core.ts', 'electron-core.mjs');
  const runtime = JSON.parse(readFileSync(runtimeFile, 'utf8')) as Runtime;
  const env: NodeJS.ProcessEnv = { ...keyring.env, CHORALE_TEST_CORE: core, CHORALE_TEST_KEYCHAIN: entry };
  delete env['ELECTRON_RUN_AS_NODE'];
  const args = [...(runtime.noSandbox ? ['--no-sandbox'] : []), main, `--user-data-dir=${keyring.home}/app`];
  const child = spawn(runtime.electron.path, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (answer: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const { id, answer } = JSON.parse(line) as { readonly id: number; readonly answer?: unknown };
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const answerTo = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      void ended.then(() => reject(new Error('the app ended')));
    });
  let lastId = 0;
  const ask = (command: Readonly<Record<string, string>>): Promise<unknown> => {
    lastId += 1;
    const answer = answerTo(lastId);
    child.stdin.write(`${JSON.stringify({ id: lastId, ...command })}\n`);
    return answer;
  };
  await answerTo(0);
  return {
    set: (value) => ask({ do: 'set', value }),
    get: () => ask({ do: 'get' }),
    state: () => ask({ do: 'state' }),
    refresh: () => ask({ do: 'refresh' }),
    quit() {
      child.stdin.write('quit\n');
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
