import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '@shared/domain/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/app/core';
import { manualClock, type ManualClock } from '../support/core/manual-clock';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { noKeychain, resourcesDir, startTestCore, type TestCore } from '../support/core/test-core';
import { smallDisk, type SmallDisk } from '../support/storage/small-disk';
import { until } from '../support/until';

let disk: SmallDisk;
/** On another disk: the network goes on whatever becomes of ours. */
let elsewhere: string;
let clock: ManualClock;
let core: TestCore;
let profileDir: string;
let brand: SandboxBrand;
let conversationId: string;

beforeEach(async () => {
  disk = smallDisk();
  elsewhere = mkdtempSync(join(tmpdir(), 'chorale-elsewhere-'));
  profileDir = join(disk.path, 'profile');
  mkdirSync(profileDir);
  mkdirSync(join(elsewhere, 'networks'));
  symlinkSync(join(elsewhere, 'networks'), join(profileDir, 'networks'));
  clock = manualClock();
  core = startTestCore({ profileDir, clock });
  brand = await aBrand(core, 'Pekkola');
  conversationId = (await brand.hears('Is it in stock?')).id;
});
afterEach(async () => {
  disk.makeRoom();
  await core.stop();
  disk.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

const ballast = (): string => join(profileDir, 'ballast');

/** As the app runs: with room kept for bad days. */
async function work(): Promise<void> {
  core.core.startWork();
  clock.advance(3000);
  await until('room to be kept', () => existsSync(ballast()));
}

/** Writes notes until the disk takes no more; answers the ids of those that were acknowledged, and the refusal. */
async function noteUntilFull(): Promise<{ ids: string[]; error: AppError }> {
  const ids: string[] = [];
  for (;;) {
    const input = { workspaceId: brand.workspaceId, conversationId, text: `Note ${ids.length}` };
    const result = await core.core.call('messages.addNote', input);
    if (!result.ok) return { ids, error: result.error };
    ids.push((result.value as { noteId: string }).noteId);
  }
}

const noteIds = async (): Promise<string[]> => {
  const { items } = await core.call('messages.list', { workspaceId: brand.workspaceId, conversationId, limit: 200 });
  return items.flatMap((entry) => (entry.type === 'note' ? [entry.id] : []));
};
const texts = async (): Promise<string[]> => (await brand.received()).map((message) => message.text);
const storage = async (): Promise<string> => (await core.call('agency.get')).storage;

async function recover(): Promise<void> {
  disk.makeRoom();
  await until('the disk to be well again', async () => {
    clock.advance(5000);
    return (await storage()) === 'ok';
  });
}

describe('a full disk', () => {
  it('is named as what it is, keeps what was acknowledged, and lets people read and delete', async () => {
    await work();
    const old = await core.call('messages.addNote', { workspaceId: brand.workspaceId, conversationId, text: 'Old' });
    disk.fill();
    const { ids, error } = await noteUntilFull();
    expect([error.code, error.reason]).toEqual(['storage_failed', 'disk_full']);
    expect(await storage()).toBe('full');

    expect((await noteIds()).toSorted()).toEqual([old.noteId, ...ids].toSorted());
    expect((await core.call('conversations.list', { workspaceId: brand.workspaceId })).items).toHaveLength(1);
    expect((await core.call('search.query', { query: 'stock' })).items).toHaveLength(1);
    await core.call('messages.deleteNote', { workspaceId: brand.workspaceId, noteId: old.noteId });
    expect(await noteIds()).not.toContain(old.noteId);

    await recover();
    await core.call('messages.addNote', { workspaceId: brand.workspaceId, conversationId, text: 'New' });
    expect(existsSync(ballast())).toBe(true);
  });

  it('would let nobody delete without the room that is kept for it', async () => {
    const { workspaceId } = brand;
    const { noteId } = await core.call('messages.addNote', { workspaceId, conversationId, text: 'Old' });
    disk.fill();
    await noteUntilFull();
    expect((await core.refused('messages.deleteNote', { workspaceId, noteId })).reason).toBe('disk_full');
  });

  it('keeps no room where that would fill a small disk', async () => {
    const tiny = smallDisk(20);
    const other = startTestCore({ profileDir: join(tiny.path, 'profile'), clock });
    other.core.startWork();
    clock.advance(3000);
    await other.stop();
    expect(existsSync(join(tiny.path, 'profile', 'ballast'))).toBe(false);
    tiny.remove();
  });

  it('stops fetching and sending, so that the room kept for people is not eaten, and goes on by itself', async () => {
    await work();
    disk.fill();
    await noteUntilFull();
    const item = await brand.replies({ id: conversationId }, 'Yes, in all sizes.');
    const report = await core.call('sync.now', { workspaceId: brand.workspaceId });
    expect(report.failed).toEqual(expect.arrayContaining([{ accountId: brand.accountId, reason: 'storage' }]));
    expect([await texts(), (await brand.item(item.id)).state]).toEqual([[], 'queued']);
    await recover();
    await until('the reply to leave', async () => {
      clock.advance(500);
      return (await brand.item(item.id)).state === 'sent';
    });
    expect(await texts()).toEqual(['Yes, in all sizes.']);
  });

  it('lets no reply leave that could not be written down as leaving', async () => {
    const item = await brand.replies({ id: conversationId }, 'Yes, in all sizes.');
    await core.steer('sandbox.delay', { what: 'read', when: 'before', delayMs: 2000 });
    clock.advance(1);
    const sending = core.call('sync.now', { workspaceId: brand.workspaceId });
    // What is new was fetched, and the thread is being read: the send is the first to find the disk full.
    await until('the fetching to be over', async () => {
      const { streams } = await core.call('sync.status');
      return streams.every(({ lastPullAt }) => lastPullAt === clock.now());
    });
    disk.fill();
    await until('the send to end', () => {
      clock.advance(2000);
      return Promise.race([sending.then(() => true), new Promise((resolve) => setImmediate(() => resolve(false)))]);
    });
    await core.steer('sandbox.delay', { what: 'read', when: 'before', delayMs: 0 });
    expect([await storage(), await texts()]).toEqual(['full', []]);
    await recover();
    await core.call('sync.now', { workspaceId: brand.workspaceId });
    clock.advance(600_000);
    await core.call('sync.now', { workspaceId: brand.workspaceId });
    expect([(await brand.item(item.id)).state, await texts()]).toEqual(['sent', ['Yes, in all sizes.']]);
  });

  it('answers where not even the trouble of an account can be written down', async () => {
    await core.steer('sandbox.expireToken', { account: brand.handle, refreshable: false });
    disk.fill();
    const report = await core.call('sync.now', { workspaceId: brand.workspaceId });
    expect(report.failed).toContainEqual({ accountId: brand.accountId, reason: 'storage' });
    await recover();
    await core.call('sync.now', { workspaceId: brand.workspaceId });
    const [account] = await core.call('channels.list', { workspaceId: brand.workspaceId });
    expect(account?.state).toBe('reconnect_needed');
  });

  it('does not make a reply leave twice that left and could not be written down as sent', async () => {
    await core.steer('sandbox.setNetwork', { keys: 'none', echoKeys: false });
    await core.steer('sandbox.delay', { what: 'send', when: 'after', delayMs: 2000 });
    const item = await brand.replies({ id: conversationId }, 'Yes, in all sizes.');
    const sending = core.call('sync.now', { workspaceId: brand.workspaceId });
    await until('the reply to be at the network', async () => (await texts()).length === 1);
    disk.fill();
    await noteUntilFull();
    clock.advance(2000);
    await sending;
    expect((await brand.item(item.id)).state).toBe('sending');
    await recover();
    await until('the reply to be found', async () => {
      clock.advance(60_000);
      await core.call('sync.now', { workspaceId: brand.workspaceId });
      return (await brand.item(item.id)).state === 'sent';
    });
    expect(await texts()).toEqual(['Yes, in all sizes.']);
  });

  it('stops only the workspaces that lie on it', async () => {
    const { workspaceId, accountId, handle, hears } = await aBrand(core, 'Nordkrume');
    const asked = await hears('Open on Sunday?');
    await core.core.stop();
    const here = join(profileDir, 'workspaces', workspaceId);
    const there = join(elsewhere, workspaceId);
    cpSync(here, there, { recursive: true });
    rmSync(here, { recursive: true });
    symlinkSync(there, here);

    core = startTestCore({ profileDir, clock });
    disk.fill();
    expect((await noteUntilFull()).error.reason).toBe('disk_full');
    const text = 'Yes, until noon.';
    const draft = await core.call('drafts.save', { workspaceId, conversationId: asked.id, text });
    await core.call('outbox.send', { workspaceId, conversationId: asked.id, accountId, draftId: draft.id, text });
    await core.call('sync.now');
    const received = (await core.steer('sandbox.received', { account: handle })) as { messages: { text: string }[] };
    expect(received.messages.map((message) => message.text)).toContain(text);
  });
});

describe('a start on a full disk', () => {
  const start = (): ReturnType<typeof openCore> =>
    openCore({ profileDir, resourcesDir, appVersion: '0', keychain: noKeychain, readerEntry: null, clock });

  it('opens the profile with the room that was kept', async () => {
    await work();
    await core.core.stop();
    disk.fill();
    const opened = start();
    expect(opened.ok ? 'open' : opened.error.reason).toBe('open');
    if (!opened.ok) return;
    const list = await opened.value.call('conversations.list', { workspaceId: brand.workspaceId });
    expect(list.ok && (list.value as { items: unknown[] }).items).toHaveLength(1);
    await opened.value.stop();
  });

  it('says that the disk is full where no room was kept', async () => {
    await core.core.stop();
    disk.fill();
    const opened = start();
    expect(opened.ok ? null : [opened.error.code, opened.error.reason]).toEqual(['storage_failed', 'disk_full']);
  });
});
