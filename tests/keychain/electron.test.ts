import { afterEach, describe, expect, it } from 'vitest';
import { startElectronKeychain } from './support/electron-app';
import type { ElectronKeychain } from './support/electron-app';
import { found, unavailableAs, useFixture } from './support/fixture';
import type { Keyring } from './support/keyring';
import { until } from './support/until';

const { aKeyring, entry } = useFixture();
const opened: ElectronKeychain[] = [];
afterEach(() => {
  for (const app of opened.splice(0)) app.kill();
});

const anApp = async (keyring: Keyring): Promise<ElectronKeychain> => {
  const app = await startElectronKeychain(keyring, entry());
  opened.push(app);
  return app;
};

describe('the keychain inside Electron', () => {
  it('keeps credentials in a process that main forked for the core', async () => {
    const app = await anApp(await aKeyring({ withDisplay: true }));
    expect(await app.set('token of acme')).toEqual({ ok: true });
    expect(await app.get()).toEqual(found('token of acme'));
    expect(await app.quit()).toBe(0);
  });

  it('quits while an unlock window is open', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const app = await anApp(keyring);
    await app.set('token of acme');
    await keyring.lock();
    const waiting = app.get().catch(() => 'ended');
    await until(async () => (await app.state()) === 'prompt_open' && (await keyring.promptCount()) === 1);
    expect(await app.get()).toMatchObject(unavailableAs('prompt_open'));
    expect(await app.quit()).toBe(0);
    expect(await waiting).toBe('ended');
  });

  it('kills a process that the service froze, and takes a new one', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const app = await anApp(keyring);
    await app.set('token of acme');
    keyring.freeze();
    expect(await app.get()).toMatchObject(unavailableAs('frozen'));
    keyring.thaw();
    expect(await app.refresh()).toBe('ready');
    expect(await app.get()).toEqual(found('token of acme'));
  });

  it('reaches a service that was killed and started again', async () => {
    const keyring = await aKeyring({ withDisplay: true });
    const app = await anApp(keyring);
    await app.set('token of acme');
    await keyring.killDaemon();
    await keyring.startDaemon();
    expect(await app.get()).toEqual(found('token of acme'));
  });
});
