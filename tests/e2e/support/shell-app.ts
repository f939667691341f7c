import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchElectron } from './launch-electron';

const projectDir = resolve(import.meta.dirname, '../../..');

interface Runtime {
  readonly electron: { readonly path: string };
  readonly noSandbox: boolean;
}

/** The Electron that set-up found. */
export const runtime = (): Runtime => JSON.parse(readFileSync(join(projectDir, '.cache/runtime.json'), 'utf8'));

/** Environment of a window; `undefined` removes. */
export function windowEnvironment(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const env: Record<string, string | undefined> = { ...process.env, ...changes, ELECTRON_RUN_AS_NODE: undefined };
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Files of the built app with the core's double in place of the core, and the bare page in place of the page. */
export function makeShellApp(dir: string = mkdtempSync(join(tmpdir(), 'chorale-shell-'))): string {
  const built = join(projectDir, 'out');
  mkdirSync(join(dir, 'out/main'), { recursive: true });
  cpSync(join(built, 'main'), join(dir, 'out/main'), { recursive: true });
  cpSync(join(built, 'preload'), join(dir, 'out/preload'), { recursive: true });
  cpSync(join(import.meta.dirname, 'core-double.mjs'), join(dir, 'out/main/core.js'));
  cpSync(join(import.meta.dirname, 'bare-page'), join(dir, 'out/renderer'), { recursive: true });
  cpSync(join(projectDir, 'resources'), join(dir, 'resources'), { recursive: true });
  cpSync(join(projectDir, 'package.json'), join(dir, 'package.json'));
  symlinkSync(join(projectDir, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

export const freshProfile = (): string => mkdtempSync(join(tmpdir(), 'chorale-profile-'));

/** What `double.json` can say. */
export interface DoublePlan {
  readonly crashes?: boolean;
  readonly isDeaf?: boolean;
  readonly refuses?: { readonly code: string; readonly message: string };
}

export const planDouble = (profile: string, plan: DoublePlan): void =>
  writeFileSync(join(profile, 'double.json'), JSON.stringify(plan));

/** Entries that the double wrote, oldest first; a line that is still being written is none yet. */
export function doubleLog(profile: string): readonly Readonly<Record<string, unknown>>[] {
  const file = join(profile, 'double.log');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

export interface ShellApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  readonly close: () => Promise<void>;
}

export interface ShellLaunch {
  readonly appDir: string;
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export const launchArguments = (appDir: string, profile: string, args: readonly string[] = []): string[] => [
  ...(runtime().noSandbox ? ['--no-sandbox'] : []),
  appDir,
  `--profile=${profile}`,
  ...args,
];

/** Opens the shell and waits for its first window. */
export async function launchShell({ appDir, profile = freshProfile(), args, env }: ShellLaunch): Promise<ShellApp> {
  const { electron, noSandbox } = runtime();
  const app = await launchElectron({
    executablePath: electron.path,
    args: launchArguments(appDir, profile, args),
    chromiumSandbox: !noSandbox,
    env: windowEnvironment(env),
    timeout: 60_000,
  });
  const child = app.process();
  const close = async (): Promise<void> => {
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await app.close().catch(() => undefined);
    clearTimeout(killer);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    return { app, page: await app.firstWindow({ timeout: 60_000 }), profile, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts the app as a person does, with nothing attached to it. */
export function startPlain(appDir: string, profile: string, args: readonly string[] = []): ChildProcess {
  return spawn(runtime().electron.path, launchArguments(appDir, profile, args), {
    env: windowEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Status with which a process ended. */
export const exitCode = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else child.once('exit', (code) => done(code));
  });

declare global {
  /** Put there by tests/e2e/support/bare-page/page.js. */
  interface Window {
    readonly bare: {
      readonly ports: number;
      readonly events: readonly { readonly event: string; readonly payload: unknown }[];
      readonly commands: readonly unknown[];
      readonly call: (op: string, input?: unknown) => Promise<unknown>;
    };
  }
}

/** Waits until the page holds a port to the core, the nth since it was loaded. */
export const waitForPort = async (page: Page, nth = 1): Promise<void> => {
  // Not by animation frames: a window behind another paints none.
  await page.waitForFunction((least) => window.bare.ports >= least, nth, { polling: 50 });
};

/** Calls the core over the page's port. */
export const callCore = (page: Page, op: string, input: unknown = {}): Promise<unknown> =>
  page.evaluate(([name, value]) => window.bare.call(name, value), [op, input] as [string, unknown]);
