import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { operationNames } from '@shared/contract/operations';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleForNode } from '../support/bundle';
import { startTestCore, tempProfile } from '../support/core/test-core';
import { runDriver, startDriver, type Driver, type DriverRun } from '../support/driver';
import { until } from '../support/until';

// Each case starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const root = resolve(import.meta.dirname, '../..');
let coreFile: string;
let profile: string;
let drivers: Driver[] = [];

beforeAll(async () => {
  const outDir = await bundleForNode('driver/out/main', {
    core: 'electron/core/index.ts',
    reader: 'electron/core/reader/index.ts',
    keychain: 'electron/keychain/index.ts',
  });
  coreFile = join(outDir, 'core.js');
  // The core looks for these beside its own folder.
  const home = resolve(outDir, '../..');
  rmSync(join(home, 'resources'), { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  symlinkSync(join(root, 'resources'), join(home, 'resources'));
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
}, 180_000);

afterEach(async () => {
  await Promise.all(drivers.map((driver) => driver.end()));
  drivers = [];
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
});

const fresh = (): string => {
  profile = tempProfile();
  return profile;
};
const open = (dir: string, extra: readonly string[] = []): Driver => {
  const driver = startDriver(coreFile, dir, extra);
  drivers.push(driver);
  return driver;
};
const drive = (args: readonly string[], input?: string): Promise<DriverRun> => runDriver(coreFile, args, input);

/** Names of the workspaces in the profile's file. */
function names(): unknown[] {
  const file = join(profile, 'agency.db');
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare('SELECT name FROM workspaces').pluck().all();
  } catch {
    // Not made yet.
    return [];
  } finally {
    db.close();
  }
}

/** The one line of JSON that stdout must be. */
function answerOf(run: DriverRun): { ok: boolean; value?: unknown; error?: { code: string; reason?: string } } {
  expect(run.stdout.endsWith('\n'), run.stdout + run.stderr).toBe(true);
  expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(run.stdout);
}

interface Described {
  readonly name: string;
  readonly input: { readonly type?: string; readonly properties?: object };
  readonly output: { readonly type?: string; readonly anyOf?: unknown; readonly oneOf?: unknown };
}

describe('the list of operations', () => {
  it('names every operation with the JSON Schema of what goes in and what comes out', async () => {
    const run = await drive(['--profile', fresh(), '--list']);
    expect(run.code).toBe(0);
    const { operations } = answerOf(run).value as { operations: readonly Described[] };
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining([...operationNames]));
    for (const { name, input, output } of operations) {
      expect(input.type, name).toBe('object');
      expect(
        [output.type, output.anyOf, output.oneOf].some((part) => part !== undefined),
        name,
      ).toBe(true);
    }
    const send = operations.find(({ name }) => name === 'outbox.send');
    expect(Object.keys(send?.input.properties ?? {})).toEqual(
      expect.arrayContaining(['workspaceId', 'conversationId', 'accountId', 'draftId', 'text']),
    );
  });

  it('comes whole to a reader that is slow, and bears one that leaves early', async () => {
    const list = (reader: string): { status: number | null; stdout: string; stderr: string } =>
      spawnSync(
        'sh',
        [
          '-c',
          `{ "$0" "$1" --driver --profile "$2" --list; echo "status $?" >&2; } | ${reader}`,
          process.execPath,
          coreFile,
          fresh(),
        ],
        {
          encoding: 'utf8',
        },
      );
    const slow = list('{ sleep 1; cat; }');
    expect(JSON.parse(slow.stdout)).toMatchObject({ ok: true });
    expect(slow.stderr).toBe('status 0\n');
    const early = list('head -c 100');
    expect([early.stdout.length, early.stderr]).toEqual([100, 'status 0\n']);
    expect(list('true').stderr).toBe('status 0\n');
  });

  it('offers the steering of the practice network where a profile uses it, and nowhere else', async () => {
    const driver = open(fresh());
    expect((await driver.ask('sandbox.received')).ok).toBe(false);
    await driver.call('agency.openSample');
    const list = answerOf(await drive(['--profile', profile, '--list'])).value as { operations: readonly Described[] };
    expect(list.operations.map(({ name }) => name)).toContain('sandbox.received');
    expect((await driver.ask('sandbox.received')).ok).toBe(true);
  });
});

describe('one call', () => {
  it('prints one line of JSON and ends with 0', async () => {
    const run = await drive(['--profile', fresh(), 'workspaces.create', '{"name":"Lale Fincan"}']);
    expect(run.code).toBe(0);
    expect(answerOf(run)).toMatchObject({ ok: true, value: { name: 'Lale Fincan' } });
    const list = await drive(['--profile', profile, 'workspaces.list']);
    expect(answerOf(list)).toMatchObject({ ok: true, value: [{ name: 'Lale Fincan' }] });
  });

  it('reads its input from standard input where a dash stands', async () => {
    const run = await drive(['--profile', fresh(), 'workspaces.create', '-'], '{"name":"Nordkrume"}');
    expect(answerOf(run)).toMatchObject({ ok: true, value: { name: 'Nordkrume' } });
  });

  it('reads a large input from a pipe to its end', async () => {
    const text = 'x'.repeat(5_000_000);
    const run = await drive(['--profile', fresh(), 'workspaces.create', '-'], JSON.stringify({ name: text }));
    // All of it was read: it is refused for its length, not for being cut.
    expect(answerOf(run)).toMatchObject({ ok: false, error: { code: 'validation_failed', reason: 'input' } });
  });

  it.each([
    ['an input that does not fit', ['workspaces.get', '{}'], 'validation_failed'],
    ['an input that is not JSON', ['workspaces.list', '{name'], 'validation_failed'],
    ['an operation that is not there', ['workspaces.paint', '{}'], 'not_found'],
    ['something that is not there', ['workspaces.get', '{"workspaceId":"none"}'], 'not_found'],
    ['no operation', [], 'validation_failed'],
    ['an option that is not there', ['--colour', 'red', 'workspaces.list'], 'validation_failed'],
    ['too many words', ['workspaces.list', '{}', 'and', 'more'], 'validation_failed'],
  ])('answers %s with one error and status 1', async (_what, args, code) => {
    const run = await drive(['--profile', fresh(), ...args]);
    expect(run.code).toBe(1);
    expect(answerOf(run)).toMatchObject({ ok: false, error: { code } });
  });

  it('acts as the member of staff that it names, and within their rights', async () => {
    const driver = open(fresh());
    await driver.call('agency.saveStaff', { name: 'Deniz', role: 'observer' });
    await driver.end();
    const reads = await drive(['--profile', profile, '--as', 'Deniz', 'workspaces.list']);
    expect(answerOf(reads).ok).toBe(true);
    const writes = await drive(['--profile', profile, '--as', 'Deniz', 'workspaces.create', '{"name":"Lale"}']);
    expect(writes.code).toBe(1);
    expect(answerOf(writes)).toMatchObject({ ok: false, error: { code: 'permission_denied', reason: 'role' } });
    const unknown = await drive(['--profile', profile, '--as', 'Nobody', 'workspaces.list']);
    expect(answerOf(unknown).ok).toBe(false);
  });
});

describe('a driver that stays', () => {
  it('answers each call by its id, and prints what happens as events', async () => {
    const driver = open(fresh());
    const answers = await Promise.all([
      driver.ask('workspaces.create', { name: 'Lale' }),
      driver.ask('workspaces.get', { workspaceId: 'none' }),
      driver.ask('workspaces.create', { name: 'Nord' }),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(3);
    await until('the events', () => driver.events.some(({ event }) => event === 'workspaces:changed'));
  });

  it('answers a line that is no call, and goes on', async () => {
    const driver = open(fresh());
    expect(await driver.sayLine('hello?')).toMatchObject({ id: null, ok: false, error: { code: 'validation_failed' } });
    expect(await driver.sayLine('{"id":"a"}')).toMatchObject({ ok: false });
    expect((await driver.ask('workspaces.list')).ok).toBe(true);
  });

  it('does what it was asked, also where whoever reads its answers has left', async () => {
    const child = spawn(process.execPath, [coreFile, '--driver', '--profile', fresh(), '--repl'], { stdio: 'pipe' });
    child.stdout.destroy();
    for (const [id, name] of ['Lale', 'Nord'].entries()) {
      child.stdin.write(`${JSON.stringify({ id, op: 'workspaces.create', input: { name } })}\n`);
      await until(`${name} to be made`, () => names().includes(name));
    }
    child.stdin.end();
    expect(await new Promise((ended) => child.once('exit', ended))).toBe(0);
  });

  it('ends with 0 when its input ends, after the answers', async () => {
    const driver = open(fresh());
    const last = driver.ask('workspaces.create', { name: 'Lale' });
    expect(await driver.end()).toBe(0);
    expect((await last).ok).toBe(true);
  });
});

describe('one profile, one core', () => {
  it('is joined by every further driver while one is open', async () => {
    const first = open(fresh());
    await first.call('workspaces.create', { name: 'Lale' });
    const second = open(profile);
    await second.call('workspaces.create', { name: 'Nord' });
    const third = answerOf(await drive(['--profile', profile, 'workspaces.list']));
    expect(third.value).toMatchObject([{ name: 'Lale' }, { name: 'Nord' }]);
    // What one does, the other hears.
    await until('the event', () => first.events.filter(({ event }) => event === 'workspaces:changed').length >= 2);
  });

  it('lets two drivers that start at once both have their turn', async () => {
    fresh();
    const runs = await Promise.all(
      ['Lale', 'Nord', 'Pekkola'].map((name) =>
        drive(['--profile', profile, 'workspaces.create', JSON.stringify({ name })]),
      ),
    );
    expect(runs.map((run) => answerOf(run).ok)).toEqual([true, true, true]);
    const list = answerOf(await drive(['--profile', profile, 'workspaces.list'])).value as { name: string }[];
    expect(list.map(({ name }) => name).sort()).toEqual(['Lale', 'Nord', 'Pekkola']);
  });

  it('is opened again by a driver whose core has left, which goes on hearing what happens', async () => {
    const first = open(fresh());
    await first.call('workspaces.create', { name: 'Lale' });
    const second = open(profile);
    expect(await second.call('workspaces.list')).toHaveLength(1);
    await first.end();
    await drive(['--profile', profile, 'workspaces.create', '{"name":"Nord"}']);
    await until('the event', () => second.events.some(({ event }) => event === 'workspaces:changed'));
    expect(await second.call('workspaces.list')).toHaveLength(2);
  });

  it('is refused with `conflict` where a core has it that nobody can join', { timeout: 60_000 }, async () => {
    // This core has the profile's lock and listens nowhere.
    const holder = startTestCore({ profileDir: fresh() });
    const run = await drive(['--profile', profile, 'workspaces.list']);
    await holder.stop();
    expect(run.code).toBe(1);
    expect(answerOf(run)).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'profile_in_use' } });
  });

  it('keeps two profiles apart', async () => {
    const other = mkdtempSync(join(tmpdir(), 'chorale-test-'));
    const one = open(fresh());
    const two = open(other);
    await one.call('workspaces.create', { name: 'Lale' });
    expect(await two.call('workspaces.list')).toEqual([]);
    await two.end();
    rmSync(other, { recursive: true, force: true });
  });
});
