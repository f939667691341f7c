import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { acme, bolt } from './support/client';
import { found, unavailableAs, useFixture } from './support/fixture';
import { runBareKeytar } from './support/process';
import { until } from './support/until';

const { aKeyring, aClient, entry } = useFixture();

describe('K5: an unlock window stands open', () => {
  it('opens one window at most and goes on when the person types the password', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client, seen } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const waiting = client.get(acme);
    await until(() => client.state() === 'prompt_open');
    await until(async () => (await keyring.promptCount()) === 1);
    expect(await client.get(bolt)).toMatchObject(unavailableAs('prompt_open'));
    expect(await client.refresh('press')).toBe('prompt_open');
    expect(await client.refresh('focus')).toBe('prompt_open');
    expect(await keyring.promptCount()).toBe(1);
    await keyring.typePassword();
    expect(await waiting).toEqual(found('token of acme'));
    expect(seen.map(({ state }) => state)).toEqual(['prompt_open', 'ready']);
  });

  it('says locked when the person closes the window, and opens no other until somebody presses', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const waiting = client.get(acme);
    await until(() => client.state() === 'prompt_open');
    await keyring.dismissPrompt();
    expect(await waiting).toMatchObject(unavailableAs('locked'));
    expect(client.status()).toEqual({ state: 'locked', reason: 'dismissed' });
    expect(await client.get(acme)).toMatchObject(unavailableAs('locked'));
    expect(await client.get(bolt)).toMatchObject(unavailableAs('locked'));
    expect(await client.refresh('focus')).toBe('locked');
    expect(await keyring.promptCount()).toBe(0);
    expect(await client.refresh('press')).toBe('prompt_open');
    await keyring.typePassword();
    await until(() => client.state() === 'ready');
    expect(await client.get(acme)).toEqual(found('token of acme'));
  });

  it('keeps a new token waiting for the password instead of dropping it', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client } = aClient(keyring);
    await client.set(acme, 'old token');
    await keyring.lock();
    const waiting = client.get(acme);
    await until(() => client.state() === 'prompt_open');
    const rotated = client.set(acme, 'rotated token');
    await keyring.typePassword();
    expect(await waiting).toEqual(found('old token'));
    expect(await rotated).toEqual({ ok: true, value: undefined });
    expect(await client.get(acme)).toEqual(found('rotated token'));
  });

  it('notices that the service froze behind the window', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const waiting = client.get(acme);
    await until(() => client.state() === 'prompt_open');
    keyring.freeze();
    expect(await waiting).toMatchObject(unavailableAs('frozen'));
  });

  it('reads files and quits while the window is open', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const waiting = Promise.all([
      client.get(acme),
      client.get(bolt),
      client.set(acme, 'a'),
      client.set(bolt, 'b'),
      client.delete(bolt),
    ]);
    await until(() => client.state() === 'prompt_open');
    await until(async () => (await keyring.promptCount()) === 1);
    expect(await readFile(entry(), 'utf8')).toContain('getPassword');
    expect(keyring.keychainProcesses(entry()).length).toBeGreaterThan(0);
    client.close();
    for (const answer of await waiting)
      expect(answer).toMatchObject({ ok: false, error: { code: 'keychain_unavailable' } });
    await until(() => keyring.keychainProcesses(entry()).length === 0);
  });

  it('starts again under a window that is still open, with one password for both', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const first = aClient(keyring);
    await first.client.set(acme, 'token of acme');
    await keyring.lock();
    void first.client.get(acme);
    await until(async () => first.client.state() === 'prompt_open' && (await keyring.promptCount()) === 1);
    first.client.close();
    const next = aClient(keyring, { hadCanary: true });
    expect(await next.client.refresh('start')).toBe('prompt_open');
    expect(await keyring.promptCount()).toBe(1);
    await keyring.typePassword();
    await until(() => next.client.state() === 'ready');
    expect(await next.client.get(acme)).toEqual(found('token of acme'));
    await until(async () => (await keyring.promptCount()) === 0);
  });

  it('would not even quit before the window is closed, were keytar inside the process', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const { client } = aClient(keyring);
    await client.set(acme, 'token of acme');
    await keyring.lock();
    const bare = runBareKeytar(
      keyring.env,
      `for (let n = 0; n < 4; n += 1) void keytar.getPassword('chorale', 'profile-1/canary');
       require('node:fs').readFile(process.execPath, () => console.log('file read'));
       setImmediate(() => { console.log('leaving'); process.exit(0); });`,
    );
    await until(async () => bare.output().includes('leaving') && (await keyring.promptCount()) === 1);
    // Our own process starts, asks and learns of the window in the meantime.
    expect(await client.refresh('press')).toBe('prompt_open');
    expect(bare.isRunning()).toBe(true);
    expect(bare.output()).not.toContain('file read');
    bare.kill();
    expect(await bare.end).toBe('SIGKILL');
  });
});
