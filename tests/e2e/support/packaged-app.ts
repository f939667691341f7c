import { spawn } from 'node:child_process';
import { chmodSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeShellApp, runtime, windowEnvironment } from './shell-app';

/**
 * The app laid out as a release is: an own name for the program, the app in its resources. Electron takes this for packaged.
 * The program can be read by every user, so that an ordinary one can start it.
 */
export function makePackagedApp(): { readonly dir: string; readonly program: string } {
  const dir = mkdtempSync(join(tmpdir(), 'chorale-packaged-'));
  chmodSync(dir, 0o755);
  const source = runtime().electron.path;
  const program = join(dir, 'chorale');
  linkOrCopy(source, program);
  for (const entry of readdirSync(dirname(source), { withFileTypes: true })) {
    const from = join(dirname(source), entry.name);
    if (from === source || entry.name === 'resources') continue;
    if (entry.isDirectory()) cpSync(from, join(dir, entry.name), { recursive: true });
    else linkOrCopy(from, join(dir, entry.name));
  }
  const appDir = join(dir, 'resources/app');
  mkdirSync(appDir, { recursive: true });
  makeShellApp(appDir);
  return { dir, program };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end and answers its status and what it said. */
export function runToEnd(program: string, args: readonly string[], limitMs = 60_000): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { env: windowEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const killer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('error', fail);
    child.once('close', (code) => {
      clearTimeout(killer);
      done({ code, output });
    });
  });
}
