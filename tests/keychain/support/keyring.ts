import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openScreen } from './screen';
import type { Screen } from './screen';
import { until } from './until';

const run = promisify(execFile);

/** A bus on which no service can be started: what a desktop without a Secret Service looks like. */
const busWithoutServices = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

export interface KeyringOptions {
  /** `none`: no bus at all. `bare`: a bus without services. `desktop`: a bus that can start the system's own unlock window. */
  readonly bus?: 'none' | 'bare' | 'desktop';
  /** `unlocked`: a running daemon with an open login keyring. `fresh`: a daemon that has no keyring yet. `none`: no daemon. */
  readonly daemon?: 'unlocked' | 'fresh' | 'none';
  /** With a display the unlock window opens and stays; without one every prompt fails at once. */
  readonly withDisplay?: boolean;
}

/** A real gnome-keyring on a private session bus in a home of its own. */
export interface Keyring {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** Closes the login keyring, as a screen lock does. */
  lock(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Ends the daemon without notice. */
  killDaemon(): Promise<void>;
  /** Starts a daemon in the place of the killed one and opens the keyring with `password`, as a login does. */
  startDaemon(password?: string): Promise<void>;
  /** Cuts the keyring's file to `bytes`. */
  truncateFile(bytes: number): void;
  /** Adds an item as any other program can. */
  addForeignItem(value: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /** Every item of our service, read by another program. */
  storedItems(): Promise<readonly { readonly account: string; readonly value: string }[]>;
  /** Pids of the keychain processes that run on this keyring from the built file `entry`. */
  keychainProcesses(entry: string): readonly number[];
  /** How many unlock windows are open. */
  promptCount(): Promise<number>;
  /** Types the right password into the unlock window, once it is open. */
  typePassword(): Promise<void>;
  /** Closes the unlock window with Escape, once it is open. */
  dismissPrompt(): Promise<void>;
  stop(): Promise<void>;
}

const loginCollection = '/org/freedesktop/secrets/collection/login';

function firstLine(child: ChildProcess, fd: 1 | 3): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdio[fd]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code ?? 'a signal'}`)));
  });
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

/** Pids of the processes that run in `home`; the bus starts helpers of its own that nobody else ends. */
function processesIn(home: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${home}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Starts it; what was started is ended again when something of it fails. */
export async function startKeyring(options: KeyringOptions = {}): Promise<Keyring> {
  const leftovers: (() => Promise<void>)[] = [];
  try {
    return await start(options, (stop) => leftovers.push(stop));
  } catch (error) {
    for (const stop of leftovers) await stop();
    throw error;
  }
}

async function start(options: KeyringOptions, onStop: (stop: () => Promise<void>) => void): Promise<Keyring> {
  const { bus = 'desktop', daemon = 'unlocked', withDisplay = false } = options;
  const home = mkdtempSync(join(tmpdir(), 'chorale-keyring-'));
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, XDG_RUNTIME_DIR: runtime, NO_AT_BRIDGE: '1' };
  for (const name of [
    'DBUS_SESSION_BUS_ADDRESS',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'XDG_DATA_HOME',
    'XDG_CONFIG_HOME',
    'GNOME_KEYRING_CONTROL',
  ]) {
    delete env[name];
  }
  const children: ChildProcess[] = [];
  let daemonProcess: ChildProcess | null = null;
  let screen: Screen | null = null;
  const stop = async (): Promise<void> => {
    screen?.close();
    for (const child of children.reverse()) child.kill('SIGKILL');
    await Promise.all(children.map(ended));
    for (const pid of processesIn(home)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself in the meantime.
      }
    }
    await until(() => processesIn(home).length === 0);
    rmSync(home, { recursive: true, force: true });
  };
  onStop(stop);

  if (withDisplay) {
    const size = ['-screen', '0', '800x600x24', '-nolisten', 'tcp'];
    const xvfb = spawn('Xvfb', ['-displayfd', '3', ...size], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    children.push(xvfb);
    const display = `:${await firstLine(xvfb, 3)}`;
    env['DISPLAY'] = display;
    screen = await openScreen(display);
  }
  if (bus !== 'none') {
    const config = join(home, 'bus.conf');
    writeFileSync(config, busWithoutServices);
    const which = bus === 'bare' ? `--config-file=${config}` : '--session';
    const daemonArgs = [which, '--nofork', '--nopidfile', '--print-address=1'];
    const busProcess = spawn('dbus-daemon', daemonArgs, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(busProcess);
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(busProcess, 1);
  }

  const call = (...args: readonly string[]): Promise<{ stdout: string }> =>
    run('gdbus', ['call', '--session', ...args], { env });
  const callSecrets = (path: string, method: string, ...args: readonly string[]): Promise<{ stdout: string }> =>
    call('-d', 'org.freedesktop.secrets', '-o', path, '-m', method, ...args);
  const waitForService = (): Promise<unknown> =>
    run('gdbus', ['wait', '--session', '--timeout', '20', 'org.freedesktop.secrets'], { env });

  const launch = async (args: readonly string[], password: string | null): Promise<void> => {
    const child = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...args], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin?.end(password ?? '');
    daemonProcess = child;
    children.push(child);
    await waitForService();
  };
  const isLocked = async (): Promise<boolean> => {
    const property = ['org.freedesktop.Secret.Collection', 'Locked'];
    const answer = await callSecrets(loginCollection, 'org.freedesktop.DBus.Properties.Get', ...property).catch(
      () => null,
    );
    return answer === null || answer.stdout.includes('true');
  };
  const startDaemon = async (password = 'test'): Promise<void> => {
    await launch(['--unlock', '--replace'], password);
  };

  if (daemon === 'unlocked') {
    await launch(['--unlock'], 'test');
    await until(async () => !(await isLocked()));
  }
  if (daemon === 'fresh') await launch(['--start'], null);

  const folder = join(home, '.local/share/keyrings');

  return {
    home,
    env,
    async lock() {
      await callSecrets(
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        `[objectpath "${loginCollection}"]`,
      );
      await until(isLocked);
    },
    freeze: () => void daemonProcess?.kill('SIGSTOP'),
    thaw: () => void daemonProcess?.kill('SIGCONT'),
    async killDaemon() {
      daemonProcess?.kill('SIGKILL');
      if (daemonProcess) await ended(daemonProcess);
    },
    startDaemon,
    truncateFile: (bytes) => truncateSync(join(folder, 'login.keyring'), bytes),
    async addForeignItem(value, attributes) {
      const child = spawn('secret-tool', ['store', '--label=foreign', ...Object.entries(attributes).flat()], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      child.stdin.end(value);
      await ended(child);
      if (child.exitCode !== 0) throw new Error(`secret-tool ended with ${child.exitCode}`);
    },
    async storedItems() {
      const { stdout, stderr } = await run('secret-tool', ['search', '--all', 'service', 'chorale'], { env });
      // secret-tool prints attributes to stderr or stdout, depending on its version, so the values are read one by one.
      const accounts = [...`${stdout}\n${stderr}`.matchAll(/^attribute\.account = (.*)$/gm)].map(
        ([, account = '']) => account,
      );
      return Promise.all(
        accounts.map(async (account) => {
          const { stdout: value } = await run('secret-tool', ['lookup', 'service', 'chorale', 'account', account], {
            env,
          });
          return { account, value };
        }),
      );
    },
    keychainProcesses: (entry) =>
      processesIn(home).filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(entry);
        } catch {
          return false;
        }
      }),
    promptCount: async () => (screen ? screen.countWindows() : 0),
    async typePassword() {
      await until(async () => (await screen?.countWindows()) === 1);
      await screen?.press(['t', 'e', 's', 't', 'Return']);
    },
    async dismissPrompt() {
      await until(async () => (await screen?.countWindows()) === 1);
      await screen?.press(['Escape']);
    },
    stop,
  };
}
