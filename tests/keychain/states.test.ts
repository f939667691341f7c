import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acme, bolt, buildKeychainEntry, openClient } from './support/client';
import type { ClientOptions, ClientUnderTest } from './support/client';
import { startKeyring } from './support/keyring';
import type { Keyring, KeyringOptions } from './support/keyring';

let entry = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  entry = await buildKeychainEntry();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const aKeyring = async (options: KeyringOptions = {}): Promise<Keyring> => {
  const keyring = await startKeyring(options);
  cleanups.push(() => keyring.stop());
  return keyring;
};
const aClient = (keyring: Keyring, options: ClientOptions = {}): ClientUnderTest => {
  const opened = openClient(entry, keyring.env, options);
  cleanups.push(() => opened.client.close());
  return opened;
};
const unavailableAs = (reason: string) => ({ ok: false, error: { code: 'keychain_unavailable', reason } });
const found = (value: string) => ({ ok: true, value: { status: 'found', value } });
const absent = { ok: true, value: { status: 'absent' } };

describe('a working keychain', () => {
  it('keeps, reads and deletes the credentials of each account', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    expect(await client.get(acme)).toEqual(absent);
    expect(await client.set(acme, 'token of acme ğüşİ🙂')).toEqual({ ok: true, value: undefined });
    expect(await client.set(bolt, 'token of bolt')).toEqual({ ok: true, value: undefined });
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.refresh('start')).toBe('ready');
    expect(await next.client.get(acme)).toEqual(found('token of acme ğüşİ🙂'));
    expect(await next.client.delete(acme)).toEqual({ ok: true, value: undefined });
    expect(await next.client.get(acme)).toEqual(absent);
    expect(await next.client.get(bolt)).toEqual(found('token of bolt'));
  });
});

describe('K4: locked, and no unlock window possible', () => {
  it('says locked, keeps every account and goes on once it is open again', async () => {
    const keyring = await aKeyring();
    const { client, memory } = aClient(keyring);
    await client.set(acme, 'token of acme');
    expect(memory.written).toBe(true);
    await keyring.lock();
    expect(await client.get(acme)).toMatchObject(unavailableAs('locked'));
    expect(await client.set(acme, 'other')).toMatchObject(unavailableAs('locked'));
    expect(await client.delete(acme)).toMatchObject(unavailableAs('locked'));
    expect(client.state()).toBe('locked');
    expect(await client.refresh('focus')).toBe('locked');
    expect(await client.refresh('press')).toBe('locked');
    await keyring.killDaemon();
    await keyring.startDaemon();
    expect(await client.refresh('focus')).toBe('ready');
    expect(await client.get(acme)).toEqual(found('token of acme'));
  });
});

describe('K5: an unlock window stands open', () => {
  it('opens one window at most and goes on when the person types the password', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client, seen } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const waiting = client.get(acme);
    const { until } = await import('./support/until');
    await until(() => client.state() === 'prompt_open');
    await until(async () => (await keyring.promptCount()) === 1);
    expect(await client.get(bolt)).toMatchObject(unavailableAs('prompt_open'));
    expect(await client.refresh('press')).toBe('prompt_open');
    expect(await client.refresh('focus')).toBe('prompt_open');
    expect(await keyring.promptCount()).toBe(1);
    await keyring.typePassword();
    expect(await waiting).toEqual(found('token of acme'));
    expect(client.state()).toBe('ready');
    expect(seen.map(({ state }) => state)).toEqual(['prompt_open', 'ready']);
  });
});
