import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

const START_WITHIN_MS = 15 * 60_000;
const LOOK_EVERY_MS = 100;

/** What every starter prints as its one line. */
export interface StartedServer {
  readonly name: string;
  readonly pid: number;
  readonly startMs: number;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * The process whose end ends the shared servers: the one that CHORALE_SERVERS_OWNER names (a script that runs several
 * suites), else vitest's main process, of which a test file is a child.
 */
const ownerPid = (): number => {
  const named = Number(process.env.CHORALE_SERVERS_OWNER ?? 0);
  if (named > 0) return named;
  return process.env.VITEST !== undefined && isMainThread ? process.ppid : process.pid;
};

const readLine = async <Info extends StartedServer>(path: string): Promise<Info | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  return end < 0 ? undefined : (JSON.parse(text.slice(0, end)) as Info);
};

const launch = async <Info extends StartedServer>(
  folder: string,
  name: string,
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<Info> => {
  const output = join(folder, `${name}.line`);
  const words = join(folder, `${name}.log`);
  const [stdout, stderr] = await Promise.all([open(output, 'w'), open(words, 'w')]);
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script)], {
    detached: true,
    stdio: ['ignore', stdout.fd, stderr.fd],
    env: {
      ...process.env,
      ...environment,
      CHORALE_SERVERS_OWNER: String(ownerPid()),
      CHORALE_SERVERS_ANNOUNCED: join(folder, name),
    },
  });
  child.unref();
  await Promise.all([stdout.close(), stderr.close()]);
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline) {
    const info = await readLine<Info>(output);
    if (info !== undefined) return info;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`the test server ${name} did not start:\n${await readFile(words, 'utf8')}`);
};

/** One instance for the whole run, started by whoever needs it first; it ends when the run's owner ends. */
export async function sharedInstance<Info extends StartedServer>(name: string, script: string): Promise<Info> {
  const folder = join(tmpdir(), `chorale-servers-${ownerPid()}`);
  const line = join(folder, `${name}.line`);
  const claim = join(folder, `${name}.starting`);
  await mkdir(folder, { recursive: true });
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline) {
    const running = await readLine<Info>(line);
    if (running !== undefined && isAlive(running.pid)) return running;
    const mine = await mkdir(claim).then(
      () => true,
      () => false,
    );
    if (mine) {
      try {
        return await launch<Info>(folder, name, script, {});
      } finally {
        await rm(claim, { recursive: true, force: true });
      }
    }
    const claimedAt = await stat(claim).then(
      (found) => found.mtimeMs,
      () => undefined,
    );
    if (claimedAt !== undefined && Date.now() - claimedAt > START_WITHIN_MS)
      await rm(claim, { recursive: true, force: true });
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`nobody started the test server ${name} in time`);
}

/** An instance of one test's own. `stop` ends it and waits until it is gone. */
export async function ownInstance<Info extends StartedServer>(
  name: string,
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly info: Info; stop(): Promise<void> }> {
  const folder = join(
    tmpdir(),
    `chorale-servers-${ownerPid()}`,
    `${name}-${process.pid}-${Math.round(performance.now())}`,
  );
  await mkdir(folder, { recursive: true });
  const info = await launch<Info>(folder, name, script, environment);
  const stop = async (): Promise<void> => {
    if (isAlive(info.pid)) process.kill(info.pid, 'SIGTERM');
    while (isAlive(info.pid)) await pause(LOOK_EVERY_MS);
  };
  return { info, stop };
}
