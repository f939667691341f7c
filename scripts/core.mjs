// The driver: runs operations of the app's contract without a window. stdout is JSON only, so this script never writes
// to it except for the one answer that says why the driver could not start.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './run/build.mjs';
import { setUpForNode } from './setup/index.mjs';
import { projectDir } from './setup/paths.mjs';

try {
  await setUpForNode();
  await ensureBuilt();
} catch (error) {
  const answer = {
    ok: false,
    error: { code: 'internal', message: `The driver could not be prepared. ${error.message}` },
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exit(1);
}

const core = spawn(
  process.execPath,
  [join(projectDir, 'out', 'main', 'core.js'), '--driver', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
// Ctrl+C reaches the core by itself; it decides how to end, and this script ends with its status.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => signal !== 'SIGINT' && core.kill(signal));
}
core.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
core.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
