import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import type { OutputOf } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleForNode } from '../support/bundle';
import { manualClock, type ManualClock } from '../support/core/manual-clock';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { startTestCore, tempProfile, type TestCore } from '../support/core/test-core';
import { smallDisk } from '../support/storage/small-disk';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let clock: ManualClock;
let profileDir: string;
let core: TestCore;
let brand: SandboxBrand;
beforeEach(async () => {
  clock = manualClock();
  profileDir = tempProfile();
  core = startTestCore({ profileDir, clock });
  brand = await aBrand(core, 'Lale');
  await brand.hears('Merhaba');
});
afterEach(async () => {
  await core.stop();
  rmSync(profileDir, { recursive: true, force: true });
});

const backupsDir = (): string => join(profileDir, 'backups');
const list = (): Promise<OutputOf<'backup.list'>> => core.call('backup.list');
const daily = async (): Promise<OutputOf<'backup.list'>> => (await list()).filter(({ kind }) => kind === 'daily');

/** Time passes, and what fell due has its turn. */
async function pass(ms: number): Promise<void> {
  clock.sleep(ms);
  await settled();
}
/** Copies in this thread are over after a few turns of the event loop. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}
async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await pass(dayMs);
}
const restart = async (): Promise<void> => {
  await core.core.stop();
  core = startTestCore({ profileDir, clock });
  core.core.startWork();
};
const textsIn = (folder: string): unknown[] => {
  const copy = new Database(join(folder, 'workspaces', brand.workspaceId, 'data.db'), { readonly: true });
  const rows = copy.prepare('SELECT text FROM messages').pluck().all();
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
  return rows;
};

describe('a backup by hand', () => {
  it('copies every file as it is now, checked, and is listed', async () => {
    const made = await core.call('backup.create');
    expect([made.files, made.kind]).toEqual([2, 'manual']);
    expect(textsIn(made.path)).toEqual(['Merhaba']);
    expect((await list()).map((backup) => backup.path)).toEqual([made.path]);
    expect(readdirSync(backupsDir()).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('is made beside the writer, in a thread of its own', async () => {
    const bundle = await bundleForNode('reader', { reader: 'electron/core/reader/index.ts' });
    await core.core.stop();
    core = startTestCore({ profileDir, clock, readerEntry: pathToFileURL(join(bundle, 'reader.js')) });
    const { workspaceId } = brand;
    const [row] = (await core.call('conversations.list', { workspaceId })).items;
    let isMade = false;
    const making = core.call('backup.create').finally(() => (isMade = true));
    let notes = 0;
    while (!isMade) {
      await core.call('messages.addNote', { workspaceId, conversationId: row?.id ?? '', text: `Note ${notes}` });
      notes += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(notes).toBeGreaterThan(1);
    expect(textsIn((await making).path)).toEqual(['Merhaba']);
  });

  it('leaves the old ones and nothing half done where a database turns out to be damaged', async () => {
    const good = await core.call('backup.create');
    await core.core.stop();
    truncateSync(join(profileDir, 'workspaces', brand.workspaceId, 'data.db'), 20_000);
    core = startTestCore({ profileDir, clock });
    expect((await core.refused('backup.create')).code).toBe('storage_failed');
    expect((await list()).map(({ path }) => path)).toEqual([good.path]);
    expect(textsIn(good.path)).toEqual(['Merhaba']);
    expect(readdirSync(backupsDir()).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('does not count where its own check finds it unsound', async () => {
    await core.core.stop();
    const schema = (from: string, to: string): string =>
      `UPDATE sqlite_master SET sql = replace(sql, '\`name\` text${from}', '\`name\` text${to}') WHERE name = 'staff'`;
    for (const change of [schema(' NOT NULL', ''), 'UPDATE staff SET name = NULL', schema('', ' NOT NULL')]) {
      const db = new Database(join(profileDir, 'agency.db'));
      db.unsafeMode();
      db.pragma('writable_schema = ON');
      db.exec(change);
      db.close();
    }
    core = startTestCore({ profileDir, clock });
    expect((await core.core.call('backup.create', {})).ok).toBe(false);
    const made = existsSync(backupsDir()) ? readdirSync(backupsDir()) : [];
    expect(made).toEqual([]);
  });

  it('holds databases and nothing else', async () => {
    const { path } = await core.call('backup.create');
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).toSorted()).toEqual(['agency.db', 'data.db']);
  });
});

describe('the daily backup', () => {
  it('is made soon after the start, then once a day, and the last seven are kept', async () => {
    core.core.startWork();
    await pass(2 * 60_000);
    const [first] = await daily();
    expect(first && textsIn(first.path)).toEqual(['Merhaba']);
    for (let hour = 0; hour < 10; hour += 1) await pass(hourMs);
    expect(await daily()).toHaveLength(1);
    await passDays(9);
    const kept = await daily();
    expect(kept).toHaveLength(7);
    expect(kept.map(({ path }) => path)).not.toContain(first?.path);
    expect(clock.now() - (kept[0]?.createdAt ?? 0)).toBeLessThan(dayMs + hourMs);
  });

  it('never takes one away that was made by hand', async () => {
    const { path } = await core.call('backup.create');
    core.core.startWork();
    await passDays(9);
    expect((await list()).map((backup) => backup.path)).toContain(path);
  });

  it('is not made again after a restart on the same day, and made at once where a day was missed', async () => {
    core.core.startWork();
    await pass(2 * 60_000);
    await restart();
    await pass(2 * hourMs);
    expect(await daily()).toHaveLength(1);
    await core.core.stop();
    clock.advance(3 * dayMs);
    core = startTestCore({ profileDir, clock });
    core.core.startWork();
    await pass(2 * 60_000);
    expect(await daily()).toHaveLength(2);
  });

  it('is begun anew where the app was killed in the middle, and what was half done goes', async () => {
    const half = join(backupsDir(), `${clock.now() - 1000}-daily.partial`);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'agency.db'), 'half');
    expect(await list()).toEqual([]);
    core.core.startWork();
    await pass(2 * 60_000);
    expect(await daily()).toHaveLength(1);
    expect(existsSync(half)).toBe(false);
  });

  it('is made although one stands there from a day when the clock was wrong', async () => {
    core.core.startWork();
    const today = clock.now();
    clock.setWall(today + 400 * dayMs);
    await pass(2 * 60_000);
    clock.setWall(today);
    await pass(2 * hourMs);
    expect((await daily()).filter(({ createdAt }) => createdAt < today + dayMs)).toHaveLength(1);
  });

  it('is not made of a profile that has no brand yet', async () => {
    const other = startTestCore({ clock });
    other.core.startWork();
    await pass(2 * hourMs);
    expect(await other.call('backup.list')).toEqual([]);
    await other.stop();
  });

  it('says why it failed, in the status and in the report, goes on working, and succeeds when it can', async () => {
    core.core.startWork();
    writeFileSync(backupsDir(), 'not a folder');
    await pass(2 * 60_000);
    const { failure } = await core.call('backup.status');
    expect(failure?.reason).toBe('internal');
    expect((await core.call('diagnostics.report')).text).toMatch(/backup none, failed: internal/);
    await brand.hears('Hâlâ çalışıyor');
    rmSync(backupsDir());
    await pass(2 * hourMs);
    expect([await daily(), (await core.call('backup.status')).failure]).toEqual([[expect.anything()], null]);
  });

  it('does not fill the disk: it says that there is no room, and the app goes on', async () => {
    const disk = smallDisk(40);
    const other = startTestCore({ profileDir: join(disk.path, 'profile'), clock });
    await aBrand(other, 'Nord');
    other.core.startWork();
    await pass(2 * 60_000);
    expect((await other.call('backup.status')).failure?.reason).toBe('disk_full');
    expect((await other.call('agency.get')).storage).toBe('ok');
    await other.stop();
    disk.remove();
  });
});
