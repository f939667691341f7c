import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './run/build.mjs';
import { lacksDisplay, openVirtualDisplay } from './run/display.mjs';
import { writeScreenshot } from './run/screenshot.mjs';
import { runWindowScript } from './run/window-script.mjs';
import { setUp } from './setup/index.mjs';
import { projectDir } from './setup/paths.mjs';
import { endGroup, passOnSignals } from './setup/processes.mjs';
import { runMain, say } from './setup/say.mjs';

const args = process.argv.slice(2);

await runMain(async () => {
  const headless = lacksDisplay();
  const demo = args.includes('--demo');
  // The demo keeps its sign-ins in a keychain of its own; a desktop's own serves where there is one.
  const needsKeyring = demo && !process.env.DBUS_SESSION_BUS_ADDRESS;
  const runtime = await setUp({ debian: [...(headless ? ['display'] : []), ...(needsKeyring ? ['keyring'] : [])] });
  await ensureBuilt();
  const display = headless ? await openVirtualDisplay() : undefined;
  try {
    if (display) say(`There is no display here; started one of our own (Xvfb ${display.name}).`);
    if (demo) {
      const script = join(projectDir, 'scripts', 'demo.mjs');
      return await runWindowScript(script, {
        env: { ...process.env, ...display?.env },
        args: args.filter((each) => each !== '--demo'),
      });
    }
    return await openWindow(runtime, display);
  } finally {
    display?.close();
  }
});

/** Opens the app and stays until it ends; on a display of our own, says where its picture is. */
async function openWindow(runtime, display) {
  const env = { ...process.env, ...display?.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const app = spawn(runtime.electron.path, [...(runtime.noSandbox ? ['--no-sandbox'] : []), projectDir, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: true,
  });
  const release = passOnSignals(app, { alone: true });
  process.once('exit', () => endGroup(app));
  const ended = new AbortController();
  const exit = new Promise((done) => {
    app.once('error', (error) => done(say(`chorale: Electron did not start: ${error.message}`) ?? 1));
    app.once('exit', (code) => done(code ?? 1));
  }).finally(() => ended.abort());
  watchErrors(app, runtime);

  if (display) {
    const file = join(projectDir, 'shots', 'start.png');
    const written = await writeScreenshot(display.framebuffer, file, { signal: ended.signal });
    if (written) say(`Chorale is running. A screenshot of it: ${file}\nCtrl+C ends it.`);
    else if (!ended.signal.aborted) say('Chorale is running, but has shown no window for a minute.');
  }
  const code = await exit;
  release();
  return code;
}

/** Passes the app's own messages on, without the noise of a machine that has no system bus. */
function watchErrors(app, runtime) {
  app.stderr.setEncoding('utf8').on('data', (text) => {
    for (const line of text.split('\n')) {
      if (line && !/ERROR:(bus|object_proxy|viz_main_impl|gpu)/.test(line)) say(line);
      if (/SUID sandbox helper|No usable sandbox/.test(line)) {
        const helper = join(runtime.electron.path, '..', 'chrome-sandbox');
        say(
          `chorale: this system does not let Chromium build its sandbox. Mend it with: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
        );
      }
    }
  });
}
