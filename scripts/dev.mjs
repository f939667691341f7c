import { spawn } from 'node:child_process';
import { forgetBuild } from './run/build.mjs';
import { lacksDisplay, openVirtualDisplay } from './run/display.mjs';
import { setUp } from './setup/index.mjs';
import { modulePath, projectDir } from './setup/paths.mjs';
import { passOnSignals } from './setup/processes.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
  const headless = lacksDisplay();
  const runtime = await setUp({ debian: headless ? ['display'] : [] });
  const display = headless ? await openVirtualDisplay() : undefined;
  if (display) say(`There is no display here; started one of our own (Xvfb ${display.name}).`);
  forgetBuild();
  const env = { ...process.env, ...display?.env, ELECTRON_EXEC_PATH: runtime.electron.path };
  delete env.ELECTRON_RUN_AS_NODE;
  const args = ['dev', '--watch', ...(runtime.noSandbox ? ['--noSandbox'] : []), '--', ...process.argv.slice(2)];
  const child = spawn(process.execPath, [modulePath('electron-vite', 'bin', 'electron-vite.js'), ...args], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const release = passOnSignals(child, { alone: true });
  const code = await new Promise((done) => child.once('close', (status) => done(status ?? 1)));
  release();
  display?.close();
  return code;
});
