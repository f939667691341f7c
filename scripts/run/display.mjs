import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../setup/processes.mjs';
import { CannotHave } from '../setup/say.mjs';

/** True on a Linux without a screen: a window needs a display of our own there. */
export function lacksDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Starts Xvfb on a free display number, open to this user alone. Answers `{ name, env, framebuffer, close }`; `env` is what
 * a child needs to use it, `framebuffer` the file with its picture.
 */
export async function openVirtualDisplay({ width = 1440, height = 900 } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'chorale-display-'));
  const cookie = randomBytes(16).toString('hex');
  const serverKeys = join(dir, 'server-keys');
  const clientKeys = join(dir, 'client-keys');
  await addKey(serverKeys, ':0', cookie);

  const server = spawn(
    'Xvfb',
    [
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${width}x${height}x24`,
      '-fbdir',
      dir,
      '-auth',
      serverKeys,
      '-nolisten',
      'tcp',
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const close = () => {
    process.off('exit', close);
    server.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  };
  process.on('exit', close);
  const number = await displayNumber(server).catch((error) => {
    close();
    throw error;
  });
  const name = `:${number}`;
  await addKey(clientKeys, name, cookie);
  return { name, env: { DISPLAY: name, XAUTHORITY: clientKeys }, framebuffer: join(dir, 'Xvfb_screen0'), close };
}

function displayNumber(server) {
  return new Promise((done, fail) => {
    let errors = '';
    let answer = '';
    server.stderr.on('data', (part) => (errors += part));
    server.stdio[3].on('data', (part) => {
      answer += part;
      if (answer.endsWith('\n')) done(answer.trim());
    });
    const cannot = (why) =>
      fail(new CannotHave(`No display could be started (${why}).`, 'apt-get install -y xvfb xauth'));
    server.once('error', (error) => cannot(error.message));
    server.once('exit', () => cannot(errors.trim().split('\n').at(-1) || 'Xvfb ended'));
  });
}

async function addKey(file, display, cookie) {
  writeFileSync(file, '', { mode: 0o600 });
  const result = await run('xauth', ['-f', file, 'add', display, '.', cookie]);
  if (result.code !== 0) {
    throw new CannotHave(`No display could be started (${result.stderr.trim()}).`, 'apt-get install -y xvfb xauth');
  }
}
