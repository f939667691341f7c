import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectDir } from '../../scripts/setup/paths.mjs';

const temporaryDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'chorale-command-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10 }));
  return dir;
};

/** Starts a script of the project on a machine without a display. */
const startScript = (name: string, args: readonly string[]) => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(process.execPath, [join(projectDir, 'scripts', name), ...args], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, output };
};

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));

/** Waits until the script has said something. */
const saying = (child: ChildProcess, output: { stderr: string }, words: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = words.exec(output.stderr);
      if (found) resolve(found);
    };
    child.stderr?.on('data', look);
    child.once('close', () => reject(new Error(`ended without saying ${String(words)}:\n${output.stderr}`)));
  });

/** Numbers of the processes whose command line holds a text. */
const processesWith = (text: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(text);
    } catch {
      return false;
    }
  });

describe('npm start', () => {
  it('starts a display where there is none, says so, and says where its picture is; nothing stays behind', async () => {
    const profile = temporaryDir();
    const { child, output } = startScript('start.mjs', [`--profile=${profile}`]);
    const picture = await saying(child, output, /A screenshot of it: (.+\.png)/);
    const display = /started one of our own \(Xvfb (:\d+)\)/.exec(output.stderr);
    expect(display).not.toBeNull();
    expect(
      readFileSync(picture[1] ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(processesWith(profile).length).toBeGreaterThan(0);

    const ended = endOf(child);
    child.kill('SIGINT');
    await ended;
    await expect.poll(() => processesWith(profile), { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => existsSync(`/tmp/.X${display?.[1]?.slice(1)}-lock`), { timeout: 20_000 }).toBe(false);
  });

  it('plays the whole main job by itself with --demo, and ends with 0', { timeout: 600_000 }, async () => {
    const { child, output } = startScript('start.mjs', ['--demo']);
    const code = await endOf(child);
    expect(code, output.stdout + output.stderr).toBe(0);
    expect(output.stdout).toContain('The network has it once, from the right account');
    expect(readdirSync(join(projectDir, 'shots', 'demo')).filter((name) => /^\d\d\.png$/.test(name))).toHaveLength(9);
  });
});

describe('npm run -s core', () => {
  it('writes JSON and nothing else to stdout, and lists every operation', async () => {
    const { child, output } = startScript('core.mjs', ['--list']);
    expect(await endOf(child)).toBe(0);
    const lines = output.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const answer: { ok: boolean; value: { operations: { name: string }[] } } = JSON.parse(lines[0] ?? '');
    expect(answer.ok).toBe(true);
    expect(answer.value.operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['outbox.send', 'workspaces.list']),
    );
  });

  it('ends with 1 and one line of JSON where an operation is refused', async () => {
    const { child, output } = startScript('core.mjs', ['--profile', temporaryDir(), 'workspaces.get', '{}']);
    expect(await endOf(child)).toBe(1);
    expect(JSON.parse(output.stdout)).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
  });
});
