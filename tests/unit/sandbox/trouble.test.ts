import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdNetwork } from '../../../electron/core/connectors/sandbox/network/open';
import { openStore } from '../../../electron/core/connectors/sandbox/network/store';
import { itemFor, never, openNetwork, valueOf, type TestDesk, type TestNetwork } from './desk';

let network: TestNetwork;
let desk: TestDesk;
let other: TestDesk;

beforeEach(async () => {
  network = openNetwork();
  desk = await network.signIn('lale', 'token');
  other = await network.signIn('nord');
});
afterEach(() => network.dispose());

const fail = (more: Record<string, unknown>): Promise<unknown> => network.run('sandbox.fail', more);
const pullKind = async (from = desk): Promise<string> => {
  const page = await from.link.pull('feed', null, never);
  return page.ok ? 'ok' : page.error.kind;
};

describe('trouble on the sandbox network', () => {
  it('fails the next calls by count, for one account, and lets the others go on', async () => {
    await fail({ account: 'lale', what: 'pull', mode: 'rate_limited', count: 2, retryAfterMs: 7000 });
    expect(await desk.link.pull('feed', null, never)).toEqual({
      ok: false,
      error: { kind: 'rate_limited', networkCode: '429', retryAfterMs: 7000 },
    });
    expect(await pullKind(other)).toBe('ok');
    expect([await pullKind(), await pullKind()]).toEqual(['rate_limited', 'ok']);
  });

  it('fails until a time, or until it is healed', async () => {
    await fail({ what: 'pull', mode: 'server_error', untilMs: network.clock.now() + 1000 });
    expect(await pullKind()).toBe('transient');
    network.clock.move(1000);
    expect(await pullKind()).toBe('ok');
    await fail({ mode: 'unreachable' });
    expect([await pullKind(), await pullKind(other)]).toEqual(['unreachable', 'unreachable']);
    await network.run('sandbox.heal');
    expect([await pullKind(), await pullKind(other)]).toEqual(['ok', 'ok']);
  });

  it('hands out garbage, and pages that repeat in another order', async () => {
    for (const word of ['bir', 'iki']) {
      await network.run('sandbox.writeAs', { account: 'lale', kind: 'mention', customer: 'ada', text: word });
    }
    await fail({ what: 'pull', mode: 'garbage', count: 1 });
    expect(await pullKind()).toBe('garbage');
    await fail({ what: 'pull', mode: 'repeat', count: 1 });
    const events = valueOf(await desk.link.pull('feed', null, never)).events;
    expect(events.map((event) => (event.type === 'message' ? event.message.text : ''))).toEqual([
      'iki',
      'bir',
      'bir',
      'iki',
    ]);
  });

  it('lets a send that was given up while the network was slow end as unknown, never as failed', async () => {
    await network.run('sandbox.writeAs', { account: 'lale', customer: 'ada', text: 'merhaba' });
    const asked = await desk.find('merhaba');
    for (const when of ['before', 'after']) {
      await network.run('sandbox.delay', { account: 'lale', what: 'send', when, delayMs: 5000 });
      const giveUp = new AbortController();
      const outcome = desk.link.send(itemFor(asked, `yavaş ${when}`), giveUp.signal);
      await Promise.resolve();
      giveUp.abort();
      expect((await outcome).kind).toBe('unknown');
      await network.run('sandbox.heal');
    }
    const { messages } = await network.run('sandbox.received');
    expect((messages as { text: string }[]).map((message) => message.text)).toEqual(['yavaş after']);
  });

  it('renews an expired token once for calls at the same time, and stores it before it is used', async () => {
    await network.run('sandbox.expireToken', { account: 'lale' });
    const before = desk.credential.value;
    const answers = await Promise.all([
      desk.link.identify(never),
      desk.link.identify(never),
      desk.link.identify(never),
    ]);
    for (const answer of answers) expect(valueOf(answer).handle).toBe('lale');
    expect(desk.credential.setCount).toBe(1);
    expect(desk.credential.value).not.toBe(before);
  });

  it('does not use a renewed token that could not be stored, and recovers when it can', async () => {
    await network.run('sandbox.expireToken', { account: 'lale' });
    desk.credential.isBroken = true;
    expect((await desk.link.identify(never)).ok).toBe(false);
    desk.credential.isBroken = false;
    expect(valueOf(await desk.link.identify(never)).handle).toBe('lale');
  });

  it('recovers from a renewal whose answer was lost, and passes on a failing one', async () => {
    await network.run('sandbox.expireToken', { account: 'lale' });
    await fail({ what: 'refresh', mode: 'lost_answer', count: 1 });
    await fail({ what: 'refresh', mode: 'server_error', count: 1 });
    expect(await desk.link.identify(never)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(await desk.link.identify(never)).toMatchObject({ ok: false, error: { kind: 'transient' } });
    expect(valueOf(await desk.link.identify(never)).handle).toBe('lale');
  });

  it('ends a replaced token as soon as the new one was used', async () => {
    const replaced = desk.credential.value;
    await network.run('sandbox.expireToken', { account: 'lale' });
    expect(valueOf(await desk.link.identify(never)).handle).toBe('lale');
    desk.credential.value = replaced;
    expect(await desk.link.identify(never)).toMatchObject({ ok: false, error: { kind: 'auth_revoked' } });
  });

  it('needs a new sign-in after a token was revoked, for that account only', async () => {
    await network.run('sandbox.expireToken', { account: 'lale', refreshable: false });
    expect(await desk.link.identify(never)).toMatchObject({ ok: false, error: { kind: 'auth_revoked' } });
    expect(valueOf(await other.link.identify(never)).handle).toBe('nord');
    const again = await network.signIn('lale', 'token');
    expect(valueOf(await again.link.identify(never)).remoteId).toBe(desk.accountRemoteId);
    expect((await desk.link.identify(never)).ok).toBe(false);
  });

  it('ends sessions without a secret in the same two ways', async () => {
    await network.run('sandbox.expireToken', { account: 'nord' });
    expect((await other.link.identify(never)).ok).toBe(true);
    await network.run('sandbox.expireToken', { account: 'nord', refreshable: false });
    expect(await other.link.identify(never)).toMatchObject({ ok: false, error: { kind: 'auth_revoked' } });
  });

  it('keeps no token in its file', () => {
    const { access, refresh } = JSON.parse(desk.credential.value ?? '{}') as { access: string; refresh: string };
    const file = readdirSync(network.context.networkDir)
      .map((name) => readFileSync(join(network.context.networkDir, name)).toString('latin1'))
      .join('');
    expect(access.length).toBeGreaterThan(20);
    expect(file.includes(access) || file.includes(refresh)).toBe(false);
  });

  it('writes durably on a file that is opened again', () => {
    openStore(network.context.networkDir).close();
    const store = openStore(network.context.networkDir);
    expect(store.synchronous()).toBe(2);
    store.close();
  });

  it('refuses a file of a newer app and does not touch it', async () => {
    network.close();
    const file = join(network.context.networkDir, 'network.db');
    rmSync(file);
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
    const late = await network.tryRun('sandbox.setPace', { messagesPerHour: 0 });
    expect(late).toMatchObject({ ok: false, error: { kind: 'unreachable', networkCode: 'storage' } });
    const reopened = new Database(file, { readonly: true });
    expect(reopened.pragma('user_version', { simple: true })).toBe(99);
    reopened.close();
  });

  it('opens one file for all accounts of a process and lets it go with the last', () => {
    const first = holdNetwork(network.context.networkDir);
    const second = holdNetwork(network.context.networkDir);
    expect(second.store).toBe(first.store);
    first.release();
    first.release();
    expect(second.store.get<{ one: number }>('SELECT 1 AS one')).toEqual({ one: 1 });
    second.release();
  });

  it('answers nothing after it was closed', async () => {
    desk.link.close();
    expect(await pullKind()).toBe('unreachable');
    expect((await network.tryRun('sandbox.state')).ok).toBe(true);
  });

  it('says what is wrong with an operation’s input instead of guessing', async () => {
    expect(await network.tryRun('sandbox.writeAs', { account: 'nobody', customer: 'a', text: 'b' })).toMatchObject({
      ok: false,
      error: { kind: 'target_gone' },
    });
    expect(await network.tryRun('sandbox.fail', { mode: 'explode' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
  });
});
