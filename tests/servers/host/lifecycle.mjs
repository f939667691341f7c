// What every server under tests/servers/ needs to start and to end: a throw-away folder, children that never outlive
// their starter, an orderly stop on a signal or when the process that asked for the server is gone.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, open, readFile, rm, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STOP_BOUND_MS = 15_000;
const OWNER_CHECK_MS = 1_000;
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** Progress for people, on stderr: stdout carries the one JSON line. */
export const say = (...words) => process.stderr.write(`[servers] ${words.join(' ')}\n`);

const endings = [];
let ending;

/** Registers something to end; the newest ends first. */
export const whenStopping = (end) => endings.unshift(end);

/** Ends the starter when a child that it cannot do without ends by itself. */
export const endWith = (child, name) =>
  void child.ended.then((how) => {
    if (ending !== undefined) return undefined;
    say(`${name} ended by itself:`, String(how));
    return stopEverything(1);
  });

/** Ends everything registered, each within a bound, then the process. */
export const stopEverything = (exitCode = 0) => {
  ending ??= (async () => {
    for (const end of endings) {
      await Promise.race([Promise.resolve().then(end), pause(STOP_BOUND_MS, undefined, { ref: false })]).catch(
        (error) => say('while stopping:', error?.message ?? error),
      );
    }
    process.exit(exitCode);
  })();
  return ending;
};

/** True while a process with that id exists. */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** The files by which `instances.ts` announced this server; the folder goes with the last of them. */
const forgetAnnouncement = async () => {
  const announced = process.env.CHORALE_SERVERS_ANNOUNCED;
  if (announced === undefined) return;
  await Promise.all(['line', 'log'].map((kind) => rm(`${announced}.${kind}`, { force: true })));
  await rmdir(dirname(announced)).catch(() => {}); // others are still announced there
};

/** Runs a starter: stops on a signal, on failure, and when the process named by CHORALE_SERVERS_OWNER is gone. */
export const runStarter = async (start) => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stopEverything(0));
  const owner = Number(process.env.CHORALE_SERVERS_OWNER ?? 0);
  if (owner > 0) setInterval(() => isAlive(owner) || void stopEverything(0), OWNER_CHECK_MS).unref();
  try {
    const info = await start();
    whenStopping(forgetAnnouncement);
    process.stdout.write(`${JSON.stringify({ ...info, pid: process.pid })}\n`);
  } catch (error) {
    say('could not start:', error?.stack ?? error);
    await stopEverything(1);
  }
};

/** A folder for all state of this run, removed at the end (CHORALE_SERVERS_KEEP=1 keeps it, with its logs). */
export const makeRunFolder = async (name) => {
  const folder = await mkdtemp(join(tmpdir(), `chorale-${name}-`));
  await chmod(folder, 0o755); // PostgreSQL runs as another user below it when the starter is root
  if (process.env.CHORALE_SERVERS_KEEP !== '1') whenStopping(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** A free TCP port on loopback, or the one that an environment variable asks for. */
export const pickPort = async (variable) => {
  const asked = variable === undefined ? undefined : process.env[variable];
  if (asked) return Number(asked);
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/**
 * Starts a child whose output goes to `<name>.log` in the folder. Where setpriv exists the kernel ends the child with us.
 * @returns {Promise<{ process: import('node:child_process').ChildProcess, ended: Promise<number|string>, hasEnded: () => boolean, tail: () => Promise<string> }>}
 */
export const startChild = async (folder, name, command, args, options = {}) => {
  const { stopSignal = 'SIGTERM', user, group, ...rest } = options;
  const logPath = join(folder, `${name}.log`);
  const log = await open(logPath, 'a');
  const asUser = user === undefined ? [] : [`--reuid=${user}`, `--regid=${group}`, '--clear-groups'];
  const [file, argv] = SETPRIV
    ? [SETPRIV, [...asUser, `--pdeathsig=${stopSignal.slice(3)}`, '--', command, ...args]]
    : [command, args];
  const child = spawn(file, argv, { stdio: ['ignore', log.fd, log.fd], ...rest });
  let over = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  }).then((how) => {
    over = true;
    return how;
  });
  await log.close();
  whenStopping(async () => {
    if (over) return;
    child.kill(stopSignal);
    await Promise.race([ended, pause(STOP_BOUND_MS - 2_000, undefined, { ref: false })]);
    if (!over) child.kill('SIGKILL');
  });
  const tail = async () => (await readFile(logPath, 'utf8')).split('\n').slice(-15).join('\n');
  return { process: child, ended, hasEnded: () => over, tail };
};

/** Asks again and again until the answer is truthy; fails at once when the child it depends on has ended. */
export const waitUntil = async (what, ask, { withinMs = 30_000, everyMs = 100, child } = {}) => {
  const deadline = performance.now() + withinMs;
  let lastError;
  while (performance.now() < deadline) {
    if (child?.hasEnded()) throw new Error(`${what}: the process ended early\n${await child.tail()}`);
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      lastError = error;
    }
    await pause(everyMs);
  }
  throw new Error(`waited ${withinMs} ms for ${what}: ${lastError?.message ?? 'it did not happen'}`);
};
