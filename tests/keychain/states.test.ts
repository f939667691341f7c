import { describe, expect, it } from 'vitest';
import { acme, bolt } from './support/client';
import { absent, done, found, unavailableAs, useFixture } from './support/fixture';
import { until } from './support/until';

const { aKeyring, aClient } = useFixture();

describe('a working keychain', () => {
  it('keeps, reads and deletes the credentials of each account', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    expect(await client.get(acme)).toEqual(absent);
    expect(await client.set(acme, 'token of acme ğüşİ🙂')).toEqual(done);
    expect(await client.set(bolt, 'token of bolt')).toEqual(done);
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.refresh('start')).toBe('ready');
    expect(await next.client.get(acme)).toEqual(found('token of acme ğüşİ🙂'));
    expect(await next.client.delete(acme)).toEqual(done);
    expect(await next.client.get(acme)).toEqual(absent);
    expect(await next.client.get(bolt)).toEqual(found('token of bolt'));
    expect(next.seen).toEqual([]);
  });

  it('gives two profiles nothing of each other', async () => {
    const keyring = await aKeyring();
    const first = aClient(keyring, { profileId: 'profile-1' });
    const copy = aClient(keyring, { profileId: 'profile-2' });
    await first.client.set(acme, 'token of acme');
    expect(await copy.client.get(acme)).toEqual(absent);
    expect(await copy.client.delete(acme)).toEqual(done);
    expect(await first.client.get(acme)).toEqual(found('token of acme'));
  });
});

describe('K1: no session bus', () => {
  it('says that there is no keychain, keeps every account and stores nothing', async () => {
    const keyring = await aKeyring({ bus: 'none', daemon: 'none' });
    const { client } = aClient(keyring, { hadCanary: true });
    expect(await client.refresh('start')).toBe('none');
    expect(client.status()).toEqual({ state: 'none', reason: 'no_bus' });
    expect(await client.get(acme)).toMatchObject(unavailableAs('none'));
    expect(await client.set(acme, 'token')).toMatchObject(unavailableAs('none'));
    expect(await client.delete(acme)).toMatchObject(unavailableAs('none'));
  });
});

describe('K2: a bus without a Secret Service', () => {
  it('says what is missing, keeps every account and goes on once it is installed', async () => {
    const keyring = await aKeyring({ bus: 'bare', daemon: 'none' });
    const { client } = aClient(keyring);
    expect(await client.set(acme, 'token')).toMatchObject({
      error: { reason: 'none', details: { cause: 'no_service' } },
    });
    expect(client.status()).toEqual({ state: 'none', reason: 'no_service' });
    await keyring.startDaemon();
    expect(await client.set(acme, 'token')).toEqual(done);
    expect(client.state()).toBe('ready');
  });
});

describe('K3: a service without a keyring', () => {
  it('says that there is none, and takes nothing for deleted', async () => {
    const keyring = await aKeyring({ daemon: 'fresh' });
    const { client, memory } = aClient(keyring);
    expect(await client.set(acme, 'token')).toMatchObject(unavailableAs('none'));
    expect(client.status()).toEqual({ state: 'none', reason: 'no_collection' });
    expect(memory.written).toBe(false);
    expect(await client.refresh('press')).toBe('none');
  });

  it('says lost when something was stored before', async () => {
    const keyring = await aKeyring({ daemon: 'fresh' });
    const { client } = aClient(keyring, { hadCanary: true });
    expect(await client.refresh('start')).toBe('lost');
    expect(await client.get(acme)).toMatchObject(unavailableAs('lost'));
  });

  it('offers to create one on a press, never by itself', async () => {
    const keyring = await aKeyring({ daemon: 'fresh', withDisplay: true });
    const { client } = aClient(keyring);
    expect(await client.refresh('start')).toBe('ready');
    expect(await client.get(acme)).toEqual(absent);
    expect(await keyring.promptCount()).toBe(0);
    expect(await client.refresh('press')).toBe('prompt_open');
    await until(async () => (await keyring.promptCount()) === 1);
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
    expect(await client.get(bolt)).toMatchObject(unavailableAs('locked'));
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

  it('is known at start as well, by a profile that stored something', async () => {
    const keyring = await aKeyring();
    await aClient(keyring).client.set(acme, 'token of acme');
    await keyring.lock();
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.get(acme)).toMatchObject(unavailableAs('locked'));
    expect(next.client.state()).toBe('locked');
  });
});

describe('K9: the wrong password at login', () => {
  it('says locked, as nothing was opened', async () => {
    const keyring = await aKeyring();
    await aClient(keyring).client.set(acme, 'token of acme');
    await keyring.killDaemon();
    await keyring.startDaemon('wrong');
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.refresh('start')).toBe('locked');
    expect(await next.client.get(acme)).toMatchObject(unavailableAs('locked'));
    await keyring.killDaemon();
    await keyring.startDaemon();
    expect(await next.client.get(acme)).toEqual(found('token of acme'));
  });
});

describe('K6: the service is frozen', () => {
  it('gives up after the limit, kills its process and goes on when the service does', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    keyring.freeze();
    expect(await client.get(acme)).toMatchObject(unavailableAs('frozen'));
    expect(client.status()).toEqual({ state: 'frozen', reason: null });
    keyring.thaw();
    expect(await client.get(acme)).toEqual(found('token of acme'));
    expect(client.state()).toBe('ready');
  });
});

describe('K7: the service is killed and started again', () => {
  it('takes a new process and the next call works', async () => {
    const keyring = await aKeyring();
    const { client, processes } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.killDaemon();
    await keyring.startDaemon();
    expect(await client.get(acme)).toEqual(found('token of acme'));
    expect(processes.length).toBeGreaterThan(1);
    expect(client.state()).toBe('ready');
  });

  it('never takes an account for logged out in between', async () => {
    const keyring = await aKeyring({ bus: 'bare' });
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.killDaemon();
    expect(await client.get(acme)).toMatchObject(unavailableAs('none'));
    await keyring.startDaemon();
    expect(await client.get(acme)).toEqual(found('token of acme'));
  });
});

describe('K8: the keyring file is cut', () => {
  it('says lost, believes nothing, and goes on only when the person reconnects the accounts', async () => {
    const keyring = await aKeyring();
    await aClient(keyring).client.set(acme, 'token of acme');
    await keyring.killDaemon();
    keyring.truncateFile(20);
    await keyring.startDaemon();
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.refresh('start')).toBe('lost');
    expect(await next.client.get(acme)).toMatchObject(unavailableAs('lost'));
    expect(await next.client.set(bolt, 'token')).toMatchObject(unavailableAs('lost'));
    expect(await next.client.refresh('press')).toBe('lost');
    const restarted = aClient(keyring, { hadCanary: true });
    expect(await restarted.client.refresh('start')).toBe('lost');
    expect(await restarted.client.acceptLoss()).toBe('ready');
    expect(await restarted.client.get(acme)).toEqual(absent);
    expect(await restarted.client.set(acme, 'new token')).toEqual(done);
    expect(await restarted.client.get(acme)).toEqual(found('new token'));
  });
});
