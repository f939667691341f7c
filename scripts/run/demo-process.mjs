import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { passOnSignals } from '../setup/processes.mjs';
import { withKeychain } from './keyring.mjs';

/** Plays the demo in a process of its own, inside a real keychain; answers its exit status. */
export async function playDemo({ env, args }) {
  const script = join(projectDir, 'scripts', 'demo.mjs');
  const [command, commandArgs] = await withKeychain(process.execPath, [script, ...args]);
  const child = spawn(command, commandArgs, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const release = passOnSignals(child);
  const code = await new Promise((done) => child.once('close', (status) => done(status ?? 1)));
  release();
  return code;
}
