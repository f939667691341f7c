import { describe, expect, it } from 'vitest';
import { maxPartBytes } from '@shared/domain/keychain-messages';
import { acme, bolt } from './support/client';
import { absent, done, found, unavailableAs, useFixture } from './support/fixture';
import { askProcess, runBareKeytar } from './support/process';

const { aKeyring, aClient, entry } = useFixture();
const account = 'profile-1/acme/bluesky-1';
const generic = { 'xdg:schema': 'org.freedesktop.Secret.Generic' } as const;

describe('the canary', () => {
  it('is what tells locked from logged out: without it the same keychain reads as empty', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const bare = await askProcess(entry(), keyring.env, { op: 'get', account });
    expect(bare).toMatchObject({ ok: true, value: { status: 'absent' } });
    expect(await client.get(acme)).toMatchObject(unavailableAs('locked'));
  });

  it('is written before the first secret and remembered', async () => {
    const keyring = await aKeyring();
    const { client, memory } = aClient(keyring);
    await client.get(acme);
    expect(memory.written).toBe(false);
    await client.set(acme, 'token of acme');
    expect(memory.written).toBe(true);
    const bare = await askProcess(entry(), keyring.env, { op: 'canary', account: 'profile-1/canary' });
    expect(bare).toMatchObject({ value: 'present' });
  });
});

describe('K10: items of other programs', () => {
  it('does not crash on an item of our service without an account, and ignores it', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await keyring.addForeignItem('foreign', { service: 'chorale', ...generic });
    await client.set(acme, 'token of acme');
    expect(await client.get(acme)).toEqual(found('token of acme'));
    expect(await client.get(bolt)).toEqual(absent);
    expect(client.state()).toBe('ready');
    expect(await runBareKeytar(keyring.env, `await keytar.findCredentials('chorale')`).end).toBe('SIGSEGV');
  });

  it('never uses a foreign value as a credential; only that account has to reconnect', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await client.set(bolt, 'token of bolt');
    await keyring.addForeignItem('foreign', { service: 'chorale', account, ...generic });
    expect(await client.get(acme)).toEqual({ ok: true, value: { status: 'damaged' } });
    expect(client.status()).toEqual({ state: 'damaged', reason: 'item' });
    expect(await client.get(bolt)).toEqual(found('token of bolt'));
    expect(await client.set(acme, 'new token')).toEqual(done);
    expect(await client.get(acme)).toEqual(found('new token'));
    expect(client.state()).toBe('ready');
  });

  it('believes nothing while the canary is foreign', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.addForeignItem('foreign', { service: 'chorale', account: 'profile-1/canary', ...generic });
    expect(await client.refresh('press')).toBe('damaged');
    expect(await client.get(bolt)).toMatchObject(unavailableAs('damaged'));
    expect(await client.acceptLoss()).toBe('ready');
    expect(await client.get(acme)).toEqual(found('token of acme'));
  });
});

describe('K11: values that the keychain would spoil', () => {
  it.each([
    ['an empty one', '', 'secret_empty'],
    ['one with a NUL', 'half\0lost', 'secret_nul'],
    ['one with half a character', 'x\ud800', 'secret_broken'],
    ['a huge one', 'x'.repeat(70_000), 'secret_too_long'],
  ])('refuses %s and keeps the old one', async (_name, value, reason) => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    expect(await client.set(acme, value)).toMatchObject({ ok: false, error: { code: 'validation_failed', reason } });
    expect(await client.get(acme)).toEqual(found('token of acme'));
  });

  it('refuses them in the keychain process as well, where keytar would cut at the NUL', async () => {
    const keyring = await aKeyring();
    const refused = await askProcess(entry(), keyring.env, { op: 'set', account, value: 'half\0lost' });
    expect(refused).toMatchObject({ ok: false, error: 'invalid' });
    const bare = runBareKeytar(
      keyring.env,
      `await keytar.setPassword('chorale', 'nul', 'half\\0lost'); console.log(await keytar.getPassword('chorale', 'nul'))`,
    );
    await bare.end;
    expect(bare.output().trim()).toBe('half');
  });
});

describe('long credentials', () => {
  it('are kept in parts of at most 2,000 bytes and come back exactly, also after a shorter one took their place', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    const long = 'ş🙂x'.repeat(2_000);
    await client.set(acme, long);
    expect(await client.get(acme)).toEqual(found(long));
    const stored = await keyring.storedItems();
    expect(stored.length).toBeGreaterThan(Buffer.byteLength(long) / maxPartBytes);
    expect(Math.max(...stored.map(({ value }) => Buffer.byteLength(value)))).toBeLessThanOrEqual(maxPartBytes);
    await client.set(acme, 'short');
    expect(await client.get(acme)).toEqual(found('short'));
    const names = (await keyring.storedItems()).map((item) => item.account);
    expect(names.filter((name) => name.startsWith(account)).toSorted()).toEqual([account, `${account}#1.0`]);
  });

  it('leave nothing behind when the account is deleted', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    await client.set(acme, 'x'.repeat(9_000));
    await client.delete(acme);
    const names = (await keyring.storedItems()).map((item) => item.account);
    expect(names.toSorted()).toEqual(['profile-1/canary', 'profile-1/probe']);
  });
});
