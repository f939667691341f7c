import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { startDriver, type Driver } from '../../support/driver';
import { launchElectron } from '../support/launch-electron';
import { freshProfile, launchArguments, runtime, windowEnvironment } from '../support/shell-app';
import { ChoraleWindow } from './chorale-window';
import { projectDir } from '../../../scripts/setup/paths.mjs';

/** Folder of the app that is tested: the project with its build, or a copy that CHORALE_APP_DIR names. */
export const appDir = process.env['CHORALE_APP_DIR'] ?? projectDir;
const coreFile = join(appDir, 'out', 'main', 'core.js');

/** The whole app, running: its window, and a driver in another process that has joined its core. */
export interface Chorale {
  readonly app: ElectronApplication;
  readonly window: ChoraleWindow;
  readonly profile: string;
  readonly driver: Driver;
  /** Waits for the window that `open` opens. */
  newWindow(open: () => Promise<unknown>): Promise<ChoraleWindow>;
  /** Crashes the page of the first window, waits until the app has loaded it again, and answers it anew. */
  crashPage(): Promise<ChoraleWindow>;
  /** Ends the app in the middle of whatever it does; the profile stays. */
  kill(): Promise<void>;
  /** Quits the app and removes the profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly profile?: string;
  readonly args?: readonly string[];
  /** A program that starts Electron with the arguments it is given; Electron itself where it is left out. */
  readonly program?: string;
}

/** Opens the app and waits for its first window. */
export async function openChorale(options: LaunchOptions = {}): Promise<Chorale> {
  const profile = options.profile ?? freshProfile();
  const { electron, noSandbox } = runtime();
  const app = await launchElectron({
    executablePath: options.program ?? electron.path,
    args: launchArguments(appDir, profile, ['--force-device-scale-factor=1', '--lang=en-GB', ...(options.args ?? [])]),
    chromiumSandbox: !noSandbox,
    env: windowEnvironment(),
    timeout: 120_000,
  });
  const child = app.process();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let driver: Driver | undefined;
  const end = async (signal: 'quit' | 'kill'): Promise<void> => {
    await driver?.end();
    driver = undefined;
    if (signal === 'kill') child.kill('SIGKILL');
    const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await app.close().catch(() => undefined);
    await gone;
    clearTimeout(killer);
  };
  try {
    const page = await app.firstWindow({ timeout: 120_000 });
    await sizeOf(app, page);
    const window = new ChoraleWindow(page);
    await window.isReady();
    driver = startDriver(coreFile, profile);
    return {
      app,
      window,
      profile,
      driver,
      async newWindow(open) {
        const opening = app.waitForEvent('window');
        await open();
        const opened = new ChoraleWindow(await opening);
        await opened.isReady();
        return opened;
      },
      async crashPage() {
        const crashed = page.waitForEvent('crash');
        await app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
        );
        await crashed;
        // What was attached to the page that crashed sees nothing of the next one; a new connection does.
        const again = await reattach(profile);
        await again.isReady();
        return again;
      },
      kill: () => end('kill'),
      async close() {
        await end('quit');
        rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
      },
    };
  } catch (error) {
    await end('kill');
    throw error;
  }
}

/** Connects anew to the windows of a running app. */
async function reattach(profile: string): Promise<ChoraleWindow> {
  const [port] = readFileSync(join(profile, 'shell', 'DevToolsActivePort'), 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts().flatMap((context) => context.pages())[0];
  if (!page) throw new Error('no window to attach to');
  return new ChoraleWindow(page);
}

/** The size of a window in a test: wide enough for all columns. */
async function sizeOf(app: ElectronApplication, page: Page, width = 1440, height = 900): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as [number, number]);
  await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 2, width);
}
