import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import {
  callCore,
  doubleLog,
  exitCode,
  freshProfile,
  launchShell,
  makeShellApp,
  planDouble,
  waitForPort,
} from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let appDir: string;
let shell: ShellApp | undefined;

beforeAll(() => {
  appDir = makeShellApp();
});
afterAll(() => rmSync(appDir, { recursive: true, force: true }));
afterEach(async () => {
  await shell?.close();
  shell = undefined;
});

const open = async (profile?: string): Promise<ShellApp> => {
  shell = await launchShell({ appDir, ...(profile !== undefined && { profile }) });
  return shell;
};

/** Makes the core die; the call itself is never answered. */
const killCore = (page: Page): void => {
  callCore(page, 'double.exit').catch(() => undefined);
};

/** Records dialogs; each waits until the test presses a button. */
const recordDialogs = ({ app }: ShellApp): Promise<void> =>
  app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    const presses: ((response: number) => void)[] = [];
    Reflect.set(globalThis, 'asked', asked);
    Reflect.set(globalThis, 'presses', presses);
    Reflect.set(dialog, 'showMessageBox', (...values: readonly { readonly message?: string }[]) => {
      asked.push(values.at(-1)?.message ?? '');
      return new Promise((done) => presses.push((response) => done({ response, checkboxChecked: false })));
    });
  });

const asked = ({ app }: ShellApp): Promise<readonly string[]> => app.evaluate(() => Reflect.get(globalThis, 'asked'));
const press = ({ app }: ShellApp, button: number): Promise<void> =>
  app.evaluate((_electron, response) => {
    for (const answer of Reflect.get(globalThis, 'presses').splice(0)) answer(response);
  }, button);

describe('a core that dies', () => {
  it('is started again, and every window gets a new line to it', async () => {
    const app = await open();
    const { page } = app;
    await waitForPort(page);
    const opening = app.app.waitForEvent('window');
    await page.evaluate(() => window.shell.openWindow({ workspaceId: 'w', conversationId: null }));
    const second = await opening;
    await waitForPort(second);
    const before = await callCore(page, 'double.pid');
    killCore(page);
    await waitForPort(page, 2);
    await waitForPort(second, 2);
    expect(await callCore(page, 'double.pid')).not.toBe(before);
    expect(await callCore(second, 'agency.get')).toMatchObject({ profileId: 'double' });
  });

  it('is not started again for ever: the third time the person is asked', async () => {
    const app = await open();
    const { page } = app;
    await recordDialogs(app);
    for (const nth of [1, 2, 3]) {
      await waitForPort(page, nth);
      killCore(page);
    }
    await eventually(() => asked(app)).toEqual(['The part of Chorale that keeps your data stopped three times.']);
    expect(doubleLog(app.profile).filter((each) => each['type'] === 'init')).toHaveLength(3);
    await press(app, 0);
    await waitForPort(page, 4);
    expect(await callCore(page, 'agency.get')).toMatchObject({ profileId: 'double' });
  });
});

describe('a profile that cannot be opened', () => {
  it.each([
    ['conflict', 'This profile is already open in another Chorale.'],
    ['storage_failed', 'This profile cannot be opened.'],
  ])('is said (%s), and the app ends with status 3', async (code, message) => {
    const profile = freshProfile();
    planDouble(profile, { refuses: { code, message: 'A newer Chorale wrote this profile.' } });
    const app = await open(profile);
    await recordDialogs(app);
    const ended = exitCode(app.app.process());
    writeFileSync(join(profile, 'double-go'), '');
    await eventually(() => asked(app)).toEqual([message]);
    await press(app, 0);
    expect(await ended).toBe(3);
  });
});

describe('a page that dies (A2)', () => {
  it('is loaded again with a new line to the core, and the third time the person is asked', async () => {
    const app = await open();
    await waitForPort(app.page);
    await recordDialogs(app);
    const clients = (): number => doubleLog(app.profile).filter((each) => each['type'] === 'client').length;
    // The page that the test holds is gone with its process; the core sees the next one come.
    const before = clients();
    const crash = (): Promise<void> =>
      app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    for (const nth of [1, 2]) {
      await crash();
      await eventually(clients).toBe(before + nth);
    }
    await crash();
    await eventually(() => asked(app)).toEqual(['This window stopped three times.']);
    await press(app, 0);
    await eventually(clients).toBe(before + 3);
  });
});

describe('a failure that nobody caught (A3)', () => {
  it('is written down without its text, and starting again is offered', async () => {
    const app = await open();
    await waitForPort(app.page);
    await recordDialogs(app);
    const ended = exitCode(app.app.process());
    await app.app.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('token xoxb-secret of Ada Kılıç');
      });
    });
    await eventually(() => asked(app)).toEqual(['Something went wrong in Chorale.']);
    const log = join(app.profile, 'logs/main.log');
    await eventually(() => existsSync(log) && readFileSync(log, 'utf8')).toContain('main.uncaught');
    const text = readFileSync(log, 'utf8');
    expect(text).toContain('TypeError');
    expect(text).not.toMatch(/xoxb|Ada/);
    await press(app, 1);
    expect(await ended).toBe(1);
    // The core was asked first.
    expect(existsSync(join(app.profile, 'double-left'))).toBe(true);
  });
});

describe('quitting', () => {
  it('waits for the core to write what it holds', async () => {
    const app = await open();
    await waitForPort(app.page);
    const ended = exitCode(app.app.process());
    await app.app.close();
    expect(await ended).toBe(0);
    expect(existsSync(join(app.profile, 'double-left'))).toBe(true);
  });

  it('does not wait for ever for a core that hangs', async () => {
    const profile = freshProfile();
    planDouble(profile, { isDeaf: true });
    const app = await open(profile);
    await waitForPort(app.page);
    const pid = Number(await callCore(app.page, 'double.pid'));
    const ended = exitCode(app.app.process());
    await app.app.close();
    expect(await ended).toBe(0);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });

  it('happens when the last window is closed', async () => {
    const app = await open();
    await waitForPort(app.page);
    const ended = exitCode(app.app.process());
    await app.page.close();
    expect(await ended).toBe(0);
    expect(existsSync(join(app.profile, 'double-left'))).toBe(true);
  });
});

describe('the keychain process', () => {
  it('is forked, handed over and killed for the core', async () => {
    const app = await open();
    await waitForPort(app.page);
    const seen = (type: string) => doubleLog(app.profile).filter((each) => each['type'] === type);
    await callCore(app.page, 'double.keychain', { type: 'keychain:spawn', helperId: 'k1' });
    await eventually(() => seen('keychain:port')).toEqual([{ type: 'keychain:port', helperId: 'k1', ports: 1 }]);
    await callCore(app.page, 'double.keychain', { type: 'keychain:kill', helperId: 'k1' });
    await eventually(() => seen('keychain:exited')).toEqual([{ type: 'keychain:exited', helperId: 'k1', ports: 0 }]);
  });

  it('ends with the core', async () => {
    const app = await open();
    await waitForPort(app.page);
    await callCore(app.page, 'double.keychain', { type: 'keychain:spawn', helperId: 'k1' });
    const keychains = (): Promise<number> =>
      app.app.evaluate(
        ({ app: electron }) => electron.getAppMetrics().filter((each) => each.name === 'Chorale keychain').length,
      );
    await eventually(keychains).toBe(1);
    killCore(app.page);
    await waitForPort(app.page, 2);
    await eventually(keychains).toBe(0);
  });
});
