import { spawn } from 'node:child_process';
import { passOnSignals } from '../setup/processes.mjs';
import { withKeychain } from './keyring.mjs';

/** Runs a script that drives the window, in a process of its own inside a real keychain; answers its exit status. */
export async function runWindowScript(script, { env, args }) {
  const [command, commandArgs] = await withKeychain(process.execPath, [script, ...args]);
  const child = spawn(command, commandArgs, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const release = passOnSignals(child);
  const code = await new Promise((done) => child.once('close', (status) => done(status ?? 1)));
  release();
  return code;
}
