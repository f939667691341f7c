import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCore, type TestCore } from '../support/core/test-core';

let core: TestCore;
beforeEach(() => {
  core = startTestCore();
});
afterEach(() => core.stop());

describe('the sample agency', () => {
  it('opens six brands with four weeks of conversations and some that wait', async () => {
    const { workspaceIds } = await core.call('agency.openSample');
    expect(workspaceIds).toHaveLength(6);
    const report = await core.call('sync.now');
    expect(report.failed).toEqual([]);
    expect(report.added).toBeGreaterThan(600);
    const counts = await core.call('conversations.counts');
    expect(counts.open).toBeGreaterThan(25);
    const workspaces = await core.call('workspaces.list');
    expect(workspaces.filter((workspace) => workspace.language === 'tr')).toHaveLength(2);
  });

  it('is completed, not doubled, when it is opened again', async () => {
    const first = await core.call('agency.openSample');
    const second = await core.call('agency.openSample');
    expect(second.workspaceIds).toEqual(first.workspaceIds);
    expect(await core.call('workspaces.list')).toHaveLength(6);
  });

  it('adds nothing when the same history is fetched again', async () => {
    await core.call('agency.openSample');
    await core.steer('sandbox.setPace', { messagesPerHour: 0 });
    await core.call('sync.now');
    const again = await core.call('sync.now');
    expect([again.added, again.changed, again.deleted]).toEqual([0, 0, 0]);
  });
});

describe('the state of sync', () => {
  it('can be asked while work goes on', async () => {
    await core.call('agency.openSample');
    core.core.startWork();
    const status = await core.call('sync.status');
    expect(status.accounts.length).toBeGreaterThan(5);
    expect(status.isOnline).toBe(true);
  });
});

describe('who may do what', () => {
  it('lets an observer read and nothing else', async () => {
    await core.call('agency.saveStaff', { name: 'Deniz', role: 'observer' });
    const workspace = await core.call('workspaces.create', { name: 'Lale' });
    expect(await core.call('workspaces.list', {}, 'Deniz')).toHaveLength(1);
    const error = await core.refused(
      'conversations.markRead',
      { workspaceId: workspace.id, conversationIds: ['x'] },
      'Deniz',
    );
    expect([error.code, error.reason]).toEqual(['permission_denied', 'role']);
  });

  it('keeps staff who are bound to a workspace out of every other', async () => {
    const mine = await core.call('workspaces.create', { name: 'Lale' });
    const other = await core.call('workspaces.create', { name: 'Nord' });
    await core.call('agency.saveStaff', { name: 'Deniz', role: 'agent', workspaceIds: [mine.id] });
    expect((await core.call('workspaces.list', {}, 'Deniz')).map((workspace) => workspace.id)).toEqual([mine.id]);
    const error = await core.refused('workspaces.get', { workspaceId: other.id }, 'Deniz');
    expect([error.code, error.reason]).toEqual(['permission_denied', 'workspace']);
  });

  it('never leaves the agency without an owner', async () => {
    const [owner] = await core.call('agency.listStaff');
    const error = await core.refused('agency.saveStaff', { id: owner?.id ?? '', name: 'Owner', role: 'agent' });
    expect(error.reason).toBe('last_owner');
  });
});

describe('a profile', () => {
  it('belongs to one core at a time, and to the next after the first has gone', async () => {
    expect(() => startTestCore({ profileDir: core.profileDir })).toThrow('conflict');
  });
});
