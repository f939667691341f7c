import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../electron/core/db/open';
import { aBrand } from '../support/core/sandbox-brands';
import { noKeychain, resourcesDir, startTestCore, tempProfile, type TestCore } from '../support/core/test-core';
import { openCore } from '../../electron/core/app/core';

let core: TestCore | undefined;
afterEach(async () => {
  await core?.stop();
  core = undefined;
});

const dataFile = (profileDir: string, workspaceId: string): string =>
  join(profileDir, 'workspaces', workspaceId, 'data.db');

describe('a database that is opened again', () => {
  it('writes through to the disk on every commit', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chorale-db-')), 'data.db');
    openSqlite(file, 'write').close();
    const again = openSqlite(file, 'write');
    expect([again.pragma('synchronous', { simple: true }), again.pragma('journal_mode', { simple: true })]).toEqual([
      2,
      'wal',
    ]);
    expect(again.pragma('secure_delete', { simple: true })).toBe(1);
    again.close();
  });

  it('would not without our asking: this is what the guard is for', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chorale-db-')), 'data.db');
    openSqlite(file, 'write').close();
    const bare = new Database(file);
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();
  });
});

describe('one client, one file', () => {
  it('keeps each client’s words out of every other file', async () => {
    core = startTestCore();
    const lale = await aBrand(core, 'Lale');
    const nord = await aBrand(core, 'Nord');
    await lale.hears('yalnizcalaleninkelimesi');
    await nord.hears('onlynordsword');
    const words = (workspaceId: string): string => {
      const db = new Database(dataFile(core?.profileDir ?? '', workspaceId), { readonly: true });
      const text = JSON.stringify(db.prepare('SELECT text FROM messages').all());
      db.close();
      return text;
    };
    expect(words(lale.workspaceId)).not.toContain('onlynordsword');
    expect(words(nord.workspaceId)).not.toContain('yalnizcalaleninkelimesi');
  });

  it('logs changes by id and column, never by content', async () => {
    core = startTestCore();
    const brand = await aBrand(core, 'Lale');
    const row = await brand.hears('gizlimesaj');
    await brand.replies(row, 'gizliyanit');
    const db = new Database(dataFile(core.profileDir, brand.workspaceId), { readonly: true });
    const log = JSON.stringify(db.prepare('SELECT * FROM change_log').all());
    db.close();
    expect(log).toContain(row.id);
    expect(log).not.toMatch(/gizlimesaj|gizliyanit/);
  });
});

describe('a file from a newer app', () => {
  it('is refused, and nothing in it is changed', async () => {
    const profileDir = tempProfile();
    const first = startTestCore({ profileDir });
    const brand = await aBrand(first, 'Lale');
    await first.stop();
    const db = new Database(join(profileDir, 'agency.db'));
    db.pragma('user_version = 99');
    db.close();
    const opened = openCore({ profileDir, resourcesDir, appVersion: '0', keychain: noKeychain, readerEntry: null });
    expect(opened.ok ? null : [opened.error.code, opened.error.reason]).toEqual(['storage_failed', 'newer_file']);
    const after = new Database(join(profileDir, 'agency.db'), { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(99);
    after.close();
    expect(existsSync(dataFile(profileDir, brand.workspaceId))).toBe(true);
    rmSync(profileDir, { recursive: true });
  });
});

describe('a copied profile', () => {
  it('gets an id of its own, so that it never shares or deletes a secret of the first', async () => {
    core = startTestCore();
    const copyDir = join(mkdtempSync(join(tmpdir(), 'chorale-copy-')), 'profile');
    await core.call('workspaces.create', { name: 'Lale' });
    const first = await core.call('agency.get');
    await core.core.stop();
    cpSync(core.profileDir, copyDir, { recursive: true });
    const copy = startTestCore({ profileDir: copyDir });
    expect((await copy.call('agency.get')).profileId).not.toBe(first.profileId);
    expect(await copy.call('workspaces.list')).toHaveLength(1);
    await copy.stop();
    const again = startTestCore({ profileDir: core.profileDir });
    expect((await again.call('agency.get')).profileId).toBe(first.profileId);
    await again.stop();
  });
});

describe('the report on the app', () => {
  it('holds no name, text, handle or path', async () => {
    core = startTestCore();
    const brand = await aBrand(core, 'Lale Gizli', 'gizlihesap');
    await brand.hears('gizlimesaj');
    const { text } = await core.call('diagnostics.report');
    expect(text).toContain('workspace 1');
    expect(text).not.toMatch(/Lale|gizlihesap|gizlimesaj|Ada/);
    expect(text).not.toContain(core.profileDir);
  });
});
