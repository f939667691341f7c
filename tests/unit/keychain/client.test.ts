import { describe, expect, it } from 'vitest';
import type { KeychainAnswers, KeychainOp } from '@shared/domain/keychain-messages';
import { createKeychainClient } from '../../../electron/core/ports/keychain-client';
import { createFakeClock, createFakeTransport } from './fake-process';

const acme = { workspaceId: 'acme', channelAccountId: 'bluesky-1' } as const;

const setup = (written: boolean) => {
  const clock = createFakeClock();
  const transport = createFakeTransport();
  const memory = { written };
  const client = createKeychainClient({
    profileId: 'p',
    clock,
    transport,
    memory: {
      wasWritten: () => memory.written,
      remember: () => {
        memory.written = true;
      },
    },
  });
  const states: string[] = [];
  client.onState(({ state }) => states.push(state));
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  };
  /** Waits for the next call of the working process and answers it. */
  const answer = async (op: KeychainOp, value: KeychainAnswers[KeychainOp]): Promise<void> => {
    await settle();
    const [process] = transport.opened;
    expect(process?.requests.at(-1)?.op).toBe(op);
    process?.answer(value);
    await settle();
  };
  /** Lets the call that runs hang until the second process says that the service lives. */
  const hang = async (): Promise<void> => {
    await settle();
    clock.advance(1_500);
    transport.opened.at(-1)?.answer('alive');
    await settle();
  };
  const start = async (): Promise<void> => {
    await settle();
    transport.opened[0]?.ready();
  };
  return { clock, transport, client, memory, states, settle, answer, hang, start };
};

describe('the keychain as the core believes it', () => {
  it('does not take a slow answer for a closed unlock window', async () => {
    const { client, states, answer, hang, start } = setup(true);
    const state = client.refresh('start');
    await start();
    await hang();
    expect(await state).toBe('prompt_open');
    await answer('canary', 'absent');
    await answer('probe', 'unlocked');
    await answer('canary', 'present');
    expect(states).toEqual(['prompt_open', 'ready']);
  });

  it('comes back by itself after a service that was only slow: the next reader gets its secret, nobody presses anything', async () => {
    const { client, clock, transport, states, settle, answer, start } = setup(true);
    void client.refresh('start');
    await start();
    await answer('canary', 'present');
    await answer('write-probe', 'stored');
    const tooSlow = client.get(acme);
    await settle();
    clock.advance(10_000);
    expect(await tooSlow).toMatchObject({ error: { code: 'keychain_unavailable', reason: 'frozen' } });
    clock.advance(5_000);
    const next = client.get(acme);
    for (const value of ['unlocked', 'present', { status: 'found', value: 'token' }] as const) {
      await settle();
      const process = transport.opened.at(-1);
      process?.ready();
      process?.answer(value);
    }
    expect(await next).toEqual({ ok: true, value: { status: 'found', value: 'token' } });
    expect(states).toEqual(['frozen', 'ready']);
  });

  it('says locked when the window was closed, and asks nothing that opens another', async () => {
    const { client, clock, transport, answer, hang, start } = setup(true);
    void client.refresh('start');
    await start();
    await hang();
    await answer('canary', 'absent');
    await answer('probe', 'unknown');
    expect(client.status()).toEqual({ state: 'locked', reason: 'dismissed' });
    const asked = transport.opened[0]?.requests.length;
    expect(await client.get(acme)).toMatchObject({ error: { code: 'keychain_unavailable', reason: 'locked' } });
    expect(transport.opened[0]?.requests.length).toBe(asked);
    clock.advance(5_000);
    const read = client.get(acme);
    await answer('probe', 'unknown');
    expect(await read).toMatchObject({ error: { reason: 'locked' } });
  });

  it('has nothing to lose before anything was stored', async () => {
    const { client, answer, start } = setup(false);
    const read = client.get(acme);
    await start();
    await answer('canary', 'absent');
    await answer('get', { status: 'absent' });
    expect(await read).toEqual({ ok: true, value: { status: 'absent' } });
  });

  it('remembers the canary before the first secret is written', async () => {
    const { client, memory, transport, answer, start } = setup(false);
    const write = client.set(acme, 'token');
    await start();
    await answer('canary', 'absent');
    await answer('write-canary', 'stored');
    expect(memory.written).toBe(true);
    expect(transport.opened[0]?.requests.some(({ op }) => op === 'set')).toBe(false);
    await answer('write-probe', 'stored');
    await answer('set', 'stored');
    expect(await write).toEqual({ ok: true, value: undefined });
  });

  it('refuses names that could reach the items of another account', async () => {
    const { client, transport } = setup(true);
    for (const ref of [
      { workspaceId: 'a/b', channelAccountId: 'c' },
      { workspaceId: 'a', channelAccountId: 'c#0.1' },
      { workspaceId: '', channelAccountId: 'c' },
    ]) {
      expect(await client.get(ref)).toMatchObject({ error: { code: 'validation_failed' } });
      expect(await client.set(ref, 'token')).toMatchObject({ error: { code: 'validation_failed' } });
      expect(await client.delete(ref)).toMatchObject({ error: { code: 'validation_failed' } });
    }
    expect(transport.opened.length).toBe(0);
  });

  it('asks one call at a time, however many accounts want something', async () => {
    const { client, transport, answer, start } = setup(true);
    const reads = [1, 2, 3].map((n) => client.get({ workspaceId: 'acme', channelAccountId: `account-${n}` }));
    await start();
    await answer('canary', 'present');
    await answer('write-probe', 'stored');
    expect(transport.opened[0]?.requests.length).toBe(3);
    for (const value of ['a', 'b', 'c']) await answer('get', { status: 'found', value });
    expect(
      (await Promise.all(reads)).map((read) => read.ok && read.value.status === 'found' && read.value.value),
    ).toEqual(['a', 'b', 'c']);
    expect(transport.opened.length).toBe(1);
  });
});
