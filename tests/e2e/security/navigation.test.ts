import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { makePartGuardedApp } from '../support/part-guarded-app';
import { launchShell, makeShellApp } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

const entry = 'app://chorale/index.html';
let shellDir: string;
let partDir: string;
let shell: ShellApp;
let part: ShellApp | undefined;

beforeAll(async () => {
  shellDir = makeShellApp();
  partDir = await makePartGuardedApp();
  shell = await launchShell({ appDir: shellDir });
});
afterAll(async () => {
  await shell.close();
  rmSync(shellDir, { recursive: true, force: true });
  rmSync(partDir, { recursive: true, force: true });
});
afterEach(async () => {
  await part?.close();
  part = undefined;
});

const openPart = async (guards: string): Promise<ShellApp> => {
  part = await launchShell({ appDir: partDir, env: { GUARDS: guards } });
  await part.page.waitForURL(entry);
  return part;
};

const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });

const attempt = (page: Page, script: string): Promise<unknown> => page.evaluate(script).catch(() => undefined);

const openForms = [
  "window.open('https://example.invalid/')",
  "window.open('about:blank')",
  "window.open('')",
  'window.open()',
  "window.open('app://chorale/index.html')",
  "window.open('file:///etc/passwd')",
  "window.open('javascript:1')",
  "window.open('data:text/html,x')",
  "window.open('blob:app://chorale/x')",
  "window.open('https://example.invalid/', '_top')",
  "window.open('https://example.invalid/', '_self')",
  "window.open('https://example.invalid/', 'named')",
  "window.open('https://example.invalid/', '_blank', 'noopener')",
  "window.open('https://example.invalid/', '', 'nodeIntegration=yes,contextIsolation=no,sandbox=no')",
  "window.open('about:blank', '', 'width=100,height=100,popup')",
  "const a = document.createElement('a'); a.href = 'https://example.invalid/'; a.target = '_blank'; document.body.append(a); a.click()",
  "const b = document.createElement('a'); b.href = 'https://example.invalid/'; b.target = 'x'; b.rel = 'opener'; document.body.append(b); b.click()",
  "const c = document.createElement('a'); c.href = 'about:blank'; document.body.append(c); c.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true }))",
  "const d = document.createElement('a'); d.href = 'about:blank'; document.body.append(d); d.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))",
  "const e = document.createElement('a'); e.href = 'about:blank'; document.body.append(e); e.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))",
  "const f = document.createElement('form'); f.action = 'https://example.invalid/'; f.target = '_blank'; document.body.append(f); f.submit()",
];

const leaveForms = [
  "location.href = 'https://example.invalid/'",
  "location.replace('file:///etc/passwd')",
  "location.assign('app://chorale/page.js')",
  "location.assign('app://other/index.html')",
  "location.search = '?x'",
  "location.href = 'data:text/html,x'",
  "location.href = 'javascript:document.write(1)'",
  "document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=\"0;url=https://example.invalid/\">')",
  "const a = document.createElement('a'); a.href = 'https://example.invalid/'; a.target = '_top'; document.body.append(a); a.click()",
  "const f = document.createElement('form'); f.action = 'https://example.invalid/'; document.body.append(f); f.submit()",
  "const g = document.createElement('form'); g.method = 'post'; g.action = 'app://chorale/page.js'; document.body.append(g); g.submit()",
];

describe('a page that wants to go elsewhere (E13)', () => {
  it('stays where it is, whatever it tries', async () => {
    const { page } = shell;
    await page.evaluate(() => Reflect.set(window, 'isFirstLoad', true));
    for (const script of leaveForms) {
      await attempt(page, `{ ${script} }`);
      await settle(page);
      expect(page.url(), script).toBe(entry);
    }
    expect(await page.evaluate(() => Reflect.get(window, 'isFirstLoad'))).toBe(true);
  });

  it('keeps its place when a file is dropped on it', async () => {
    const { page, app } = shell;
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await client.send('Input.dispatchDragEvent', { type, x: 200, y: 400, data });
    }
    await settle(page);
    expect(page.url()).toBe(entry);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  it('is back at once where nobody is asked, as for a blank page', async () => {
    const { page } = shell;
    await Promise.all([page.waitForEvent('load'), attempt(page, "location.href = 'about:blank'")]);
    await page.waitForURL(entry);
    await page.waitForFunction(() => window.bare.ports > 0);
  });

  it('would be gone without the guard', async () => {
    const { page } = await openPart('policy');
    await attempt(page, "location.href = 'about:blank'");
    await eventually(() => page.url()).not.toBe(entry);
  });

  it('may reload itself', async () => {
    const { page } = shell;
    await page.evaluate(() => Reflect.set(window, 'isFirstLoad', true));
    await Promise.all([page.waitForEvent('load'), attempt(page, 'location.reload()')]);
    expect(await page.evaluate(() => Reflect.get(window, 'isFirstLoad'))).toBeUndefined();
    await page.waitForFunction(() => window.bare.ports > 0);
  });
});

describe('a page that wants another window (E14)', () => {
  it('gets none, in twenty ways and more', async () => {
    expect(openForms.length).toBeGreaterThanOrEqual(20);
    const { page, app } = shell;
    for (const script of openForms) await attempt(page, `{ ${script} }`);
    await settle(page);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(page.url()).toBe(entry);
  });

  it('would get one without the guard', async () => {
    const { page, app } = await openPart('policy');
    await attempt(page, "window.open('about:blank')");
    await eventually(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
  });
});

describe('a webview (E11, E12)', () => {
  const inject =
    'document.body.insertAdjacentHTML(\'beforeend\', \'<webview src="about:blank" style="height:9px"></webview>\')';
  const contents = (target: ShellApp): Promise<number> =>
    target.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

  it('never attaches', async () => {
    await attempt(shell.page, inject);
    await settle(shell.page);
    expect(await contents(shell)).toBe(1);
  });

  it('would attach in a window that allows it and lacks the guard', async () => {
    const bare = await openPart('webviewTag');
    await attempt(bare.page, inject);
    await eventually(() => contents(bare)).toBe(2);
  });

  it('is held back by the guard even where a window allows it', async () => {
    const bare = await openPart('webviewTag,navigation');
    await attempt(bare.page, inject);
    await settle(bare.page);
    expect(await contents(bare)).toBe(1);
  });
});

describe('permissions (E5)', () => {
  const askAll = (page: Page): Promise<Readonly<Record<string, string>>> =>
    page.evaluate(async () => {
      const got: Record<string, string> = {};
      const note = async (name: string, ask: () => unknown): Promise<void> => {
        try {
          const answer = await Promise.race([ask(), new Promise((done) => setTimeout(done, 3_000, 'no answer'))]);
          got[name] = typeof answer === 'string' ? answer : 'granted';
        } catch {
          got[name] = 'denied';
        }
      };
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      await note('notifications', () => Notification.requestPermission());
      await note('clipboardRead', () => navigator.clipboard.readText());
      await note('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
      await note('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }));
      await note('screen', () => navigator.mediaDevices.getDisplayMedia());
      await note(
        'location',
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(() => done('granted'), fail)),
      );
      await note('midi', () => navigator.requestMIDIAccess({ sysex: true }));
      await note('storage', async () => ((await navigator.storage.persist()) ? 'granted' : 'denied'));
      for (const name of [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'background-sync',
        'idle-detection',
        'window-management',
      ]) {
        await note(`query ${name}`, () => state(name));
      }
      return got;
    });
  const granted = (got: Readonly<Record<string, string>>): readonly string[] =>
    Object.keys(got).filter((name) => got[name] === 'granted');

  it('are all denied', async () => {
    const got = await askAll(shell.page);
    expect(Object.keys(got).length).toBeGreaterThanOrEqual(12);
    expect(granted(got)).toEqual([]);
  });

  it('would be granted without the guard', async () => {
    const bare = await openPart('policy');
    expect(granted(await askAll(bare.page)).length).toBeGreaterThan(2);
  });
});

describe('a download', () => {
  it('does not start from the page', async () => {
    const { page, app } = shell;
    await app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) =>
        Reflect.set(globalThis, 'downloadStopped', event.defaultPrevented),
      );
    });
    await attempt(
      page,
      "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.exe'; document.body.append(a); a.click()",
    );
    await eventually(() => app.evaluate(() => Reflect.get(globalThis, 'downloadStopped'))).toBe(true);
  });
});
