import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { projectDir, runtimeFile } from '../setup/paths.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {string} [profile] Data folder of the app; without it a fresh one, removed on close.
 * @property {readonly string[]} [args] More arguments of the app.
 * @property {Readonly<Record<string, string | undefined>>} [env] Changes to this process's environment; undefined removes.
 * @property {boolean} [sandbox] Chromium's sandbox; on by default except for root, where it cannot work.
 * @property {number} [timeoutMs] How long the first window may take.
 */

/**
 * @typedef {object} LaunchedApp
 * @property {import('playwright').ElectronApplication} app
 * @property {import('playwright').Page} page The first window.
 * @property {string} profile
 * @property {() => Promise<void>} close Quits the app and waits for its end; safe to call twice.
 */

/**
 * Opens the built app in the Electron that set-up found and waits for its first window.
 * @param {LaunchOptions} [options]
 * @returns {Promise<LaunchedApp>}
 */
export async function launchApp(options = {}) {
  const runtime = JSON.parse(readFileSync(runtimeFile, 'utf8'));
  const ownsProfile = options.profile === undefined;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'chorale-profile-'));
  const sandbox = options.sandbox ?? !runtime.noSandbox;
  const timeout = options.timeoutMs ?? 60_000;
  const app = await _electron.launch({
    executablePath: runtime.electron.path,
    args: [
      ...(sandbox ? [] : ['--no-sandbox']),
      '--force-device-scale-factor=1',
      projectDir,
      `--profile=${profile}`,
      ...(options.args ?? []),
    ],
    chromiumSandbox: sandbox,
    cwd: projectDir,
    env: windowEnvironment(options.env),
    timeout,
  });

  const close = onceOnly(async () => {
    await endOf(app);
    if (ownsProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });
  try {
    const page = await app.firstWindow({ timeout });
    return { app, page, profile, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The environment of a window: with ELECTRON_RUN_AS_NODE Electron would be a plain Node. */
function windowEnvironment(changes = {}) {
  const env = { ...process.env, ...changes };
  delete env.ELECTRON_RUN_AS_NODE;
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

/** Asks the app to quit; one that has not ended after ten seconds is killed, so that no test leaves one behind. */
async function endOf(app) {
  const child = app.process();
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  try {
    await app.close();
  } catch {
    // It had ended before.
  } finally {
    clearTimeout(killer);
  }
}

function onceOnly(work) {
  let running;
  return () => (running ??= work());
}
