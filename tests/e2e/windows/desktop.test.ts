import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { callCore, doubleLog, launchShell, makeShellApp, waitForPort } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let appDir: string;
let shell: ShellApp;
let page: Page;

interface Shown {
  readonly title: string;
  readonly body: string;
}

beforeAll(async () => {
  appDir = makeShellApp();
  shell = await launchShell({ appDir });
  ({ page } = shell);
  await waitForPort(page);
  await shell.app.evaluate(({ app, Notification }) => {
    const shown: unknown[] = [];
    const counts: number[] = [];
    Reflect.set(globalThis, 'shown', shown);
    Reflect.set(globalThis, 'counts', counts);
    Reflect.set(Notification.prototype, 'show', function show(this: Electron.Notification) {
      shown.push(this);
    });
    Reflect.set(app, 'setBadgeCount', (count: number) => counts.push(count));
  });
});
afterAll(async () => {
  await shell.close();
  rmSync(appDir, { recursive: true, force: true });
});

const shown = (): Promise<readonly Shown[]> =>
  shell.app.evaluate(() => Reflect.get(globalThis, 'shown').map(({ title, body }: Shown) => ({ title, body })));

const blur = (): Promise<void> =>
  shell.app.evaluate(({ BrowserWindow }) => {
    // No window manager runs here that would take the focus away.
    Reflect.set(BrowserWindow, 'getFocusedWindow', () => null);
  });

const arrive = (conversationId: string, preview = 'Kargom hâlâ gelmedi'): Promise<unknown> =>
  callCore(page, 'double.emit', {
    event: 'notification:message',
    payload: { workspaceId: 'w', workspaceName: 'Lale Kahve', conversationId, contactName: 'Ada', preview },
  });

const notificationSettings = async (change: object): Promise<void> => {
  const notifications = { isOn: true, showsText: true, quietHours: null, ...change };
  await callCore(page, 'agency.updateSettings', { notifications });
};

describe('notifications', () => {
  beforeEach(blur);

  it('tell of a new message, and a click opens its conversation', async () => {
    await arrive('c1');
    await eventually(shown).toEqual([{ title: 'Ada · Lale Kahve', body: 'Kargom hâlâ gelmedi' }]);
    await shell.app.evaluate(() => Reflect.get(globalThis, 'shown')[0].emit('click'));
    await page.waitForFunction(() => window.bare.commands.length > 0);
    expect(await page.evaluate(() => window.bare.commands.at(-1))).toEqual({
      type: 'openConversation',
      workspaceId: 'w',
      conversationId: 'c1',
    });
  });

  it('say nothing of the text when it is to be hidden', async () => {
    await notificationSettings({ showsText: false });
    await arrive('c2');
    await eventually(async () => (await shown()).length).toBe(2);
    expect((await shown())[1]).toEqual({ title: 'Lale Kahve', body: 'New message' });
  });

  it('are not shown when switched off', async () => {
    await notificationSettings({ isOn: false });
    await arrive('c3');
    await notificationSettings({});
    await arrive('c4');
    await eventually(async () => (await shown()).length).toBe(3);
  });

  it('of a burst become one that counts', async () => {
    for (let index = 0; index < 12; index += 1) await arrive(`burst-${index}`);
    await eventually(async () => (await shown()).at(-1)?.body).toMatch(/^\d+ new messages$/);
    expect((await shown()).at(-1)?.title).toBe('Chorale');
  });
});

describe('the unread count', () => {
  it('stands on the dock and in the tray', async () => {
    await callCore(page, 'double.setUnread', { count: 7 });
    await eventually(() => shell.app.evaluate(() => Reflect.get(globalThis, 'counts').at(-1))).toBe(7);
    await callCore(page, 'double.setUnread', { count: 0 });
    await eventually(() => shell.app.evaluate(() => Reflect.get(globalThis, 'counts').at(-1))).toBe(0);
  });
});

describe('the menu', () => {
  const click = (labels: readonly string[]): Promise<void> =>
    shell.app.evaluate(({ Menu }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      let found;
      for (const label of path) {
        found = items.find((item) => item.label === label);
        items = found?.submenu?.items ?? [];
      }
      found?.click();
    }, labels);

  it('runs commands of the page', async () => {
    await click(['File', 'Settings…']);
    await page.waitForFunction(() =>
      window.bare.commands.some((command) => JSON.stringify(command).includes('settings.open')),
    );
    expect(await page.evaluate(() => window.bare.commands.at(-1))).toEqual({ type: 'run', commandId: 'settings.open' });
  });

  it('changes the zoom of all windows and keeps it in the settings', async () => {
    await click(['View', 'Zoom in']);
    await click(['View', 'Zoom in']);
    await eventually(async () => {
      const answer = await callCore(page, 'agency.get');
      return JSON.stringify(answer);
    }).toContain('"zoomPercent":120');
    await click(['View', 'Actual size']);
    await eventually(() =>
      shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
    ).toBe(1);
  });

  it('has a word for every item in both languages', async () => {
    for (const [language, word] of [
      ['tr', 'Dosya'],
      ['en', 'File'],
    ]) {
      await callCore(page, 'agency.updateSettings', { language });
      await eventually(() =>
        shell.app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map((item) => item.label)),
      ).toContain(word);
      const empty = await shell.app.evaluate(({ Menu }) => {
        const walk = (items: readonly Electron.MenuItem[]): readonly string[] =>
          items.flatMap((item) => (item.type === 'separator' ? [] : [item.label, ...walk(item.submenu?.items ?? [])]));
        return walk(Menu.getApplicationMenu()?.items ?? []).filter((label) => label === '' || /[{}]/.test(label))
          .length;
      });
      expect(empty).toBe(0);
    }
  });
});

describe('a second window', () => {
  it('knows what it was opened for, and is brought forward instead of opened twice', async () => {
    const opening = shell.app.waitForEvent('window');
    await page.evaluate(() => window.shell.openWindow({ workspaceId: 'w1', conversationId: 'c1' }));
    const second = await opening;
    await waitForPort(second);
    expect(await second.evaluate(() => window.shell.context)).toMatchObject({
      target: { workspaceId: 'w1', conversationId: 'c1' },
      isSecondary: true,
    });
    await page.evaluate(() => window.shell.openWindow({ workspaceId: 'w1', conversationId: 'c1' }));
    expect(await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
    const clients = Number(await callCore(page, 'double.clients'));
    await second.close();
    await eventually(() => callCore(page, 'double.clients')).toBe(clients - 1);
  });
});

describe('the machine', () => {
  it('is told to the core when it sleeps and wakes', async () => {
    await shell.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
    await eventually(() =>
      doubleLog(shell.profile)
        .filter((each) => each['type'] === 'power')
        .map((each) => each['state']),
    ).toEqual(['suspend', 'resume']);
  });
});

describe('spell check', () => {
  it('downloads no dictionary before the person agreed', async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const state = () => shell.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled());
    expect(await state()).toBe(false);
    await shell.app.evaluate(({ session }, url) => {
      const { defaultSession } = session;
      const set = defaultSession.setSpellCheckerDictionaryDownloadURL.bind(defaultSession);
      // Whatever address is asked for is written down, and ours is used, so that the download can be seen.
      const asked: string[] = [];
      Reflect.set(globalThis, 'dictionaryHosts', asked);
      Reflect.set(defaultSession, 'setSpellCheckerDictionaryDownloadURL', (host: string) => {
        asked.push(host);
        set(url);
      });
      set(url);
    }, address);
    await page.getByLabel('Text').fill('teh wrod');
    await callCore(page, 'agency.updateSettings', { spellcheckDownload: false });
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(await state()).toBe(false);
    expect(hits).toEqual([]);

    await callCore(page, 'agency.updateSettings', { spellcheckDownload: true });
    await eventually(state).toBe(true);
    await eventually(() => hits.length).toBeGreaterThan(0);
    const hosts = await shell.app.evaluate(() => Reflect.get(globalThis, 'dictionaryHosts'));
    expect(hosts[0]).toBe('https://dictionaries.invalid/');
    expect(hosts.at(-1)).toBe('https://redirector.gvt1.com/edgedl/chrome/dict/');
    server.closeAllConnections();
    server.close();
  });
});
