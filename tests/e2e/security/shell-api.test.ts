import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shellChannels } from '../../../shared/contract/shell-channels';
import { callCore, launchShell, makeShellApp, waitForPort } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let appDir: string;
let shell: ShellApp;
let page: Page;

interface Recorded {
  readonly opened: readonly string[];
  readonly asked: readonly { readonly message: string; readonly detail: string }[];
}

/** Puts recorders in the place of the browser and of the dialogs; `answer` is the button that is pressed. */
const record = (answer: number): Promise<void> =>
  shell.app.evaluate(({ dialog, shell: system }, pressed) => {
    const opened: string[] = [];
    const asked: unknown[] = [];
    Reflect.set(globalThis, 'recorded', { opened, asked });
    Reflect.set(system, 'openExternal', async (url: string) => void opened.push(url));
    Reflect.set(dialog, 'showMessageBox', async (...values: readonly unknown[]) => {
      asked.push(values.at(-1));
      return { response: pressed, checkboxChecked: false };
    });
    Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: true, filePaths: [] }));
    Reflect.set(dialog, 'showSaveDialog', async () => ({ canceled: true, filePath: '' }));
  }, answer);

const recorded = (): Promise<Recorded> => shell.app.evaluate(() => Reflect.get(globalThis, 'recorded'));

beforeAll(async () => {
  appDir = makeShellApp();
  shell = await launchShell({ appDir });
  ({ page } = shell);
  await waitForPort(page);
});
afterAll(async () => {
  await shell.close();
  rmSync(appDir, { recursive: true, force: true });
});

describe('what a page can ask of main (E17)', () => {
  it('is the table, and nothing beside it', async () => {
    const channels = await shell.app.evaluate(({ ipcMain }) => {
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
      return { invoked: handlers instanceof Map ? [...handlers.keys()] : [], heard: ipcMain.eventNames() };
    });
    expect(new Set(channels.invoked)).toEqual(new Set<string>(Object.values(shellChannels)));
    // Electron's own, which hears nothing from a page.
    expect(channels.heard).toEqual(['error']);
  });

  it('is refused to a window that is not ours, on every channel, even where it shows our page', async () => {
    await record(0);
    const opening = shell.app.waitForEvent('window');
    await shell.app.evaluate(({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const context = encodeURIComponent(
        JSON.stringify({ platform: 'linux', systemLanguage: 'en', target: {}, isSecondary: false }),
      );
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, additionalArguments: [`--chorale-context=${context}`] },
      });
      return window.loadURL('app://chorale/index.html');
    });
    const foreign = await opening;
    await foreign.waitForFunction(() => 'bare' in window);
    const answers = await foreign.evaluate(async () => {
      const asks: Record<string, () => Promise<unknown>> = {
        openLink: () => window.shell.openLink('https://example.org/'),
        openSignIn: () => window.shell.openSignIn('https://example.org/'),
        pickFile: () => window.shell.pickFile('import'),
        pickSaveTarget: () => window.shell.pickSaveTarget('x'),
        openWindow: () => window.shell.openWindow({ workspaceId: 'w', conversationId: null }),
      };
      const outcome: Record<string, string> = {};
      for (const [name, ask] of Object.entries(asks)) {
        outcome[name] = await ask().then(
          () => 'answered',
          (error: unknown) => String(error).replace(/^.*: /, ''),
        );
      }
      window.shell.setZoom(200);
      window.shell.setTheme('dark');
      window.shell.copyText('stolen');
      return { outcome, ports: window.bare.ports };
    });
    expect(new Set(Object.values(answers.outcome))).toEqual(new Set(['refused']));
    expect(answers.ports).toBe(0);
    // Calls are answered in order, so the three without an answer have been judged by now.
    await foreign.evaluate(() => window.shell.openLink('x').catch(() => undefined));
    const effects = await shell.app.evaluate(({ clipboard, nativeTheme, BrowserWindow }) => ({
      theme: nativeTheme.themeSource,
      copied: clipboard.readText(),
      zooms: BrowserWindow.getAllWindows().map((window) => window.webContents.getZoomFactor()),
      windows: BrowserWindow.getAllWindows().length,
    }));
    expect(effects).toMatchObject({ theme: 'system', windows: 2 });
    expect(effects.copied).not.toBe('stolen');
    expect(effects.zooms.every((zoom) => zoom === 1)).toBe(true);
    expect((await recorded()).opened).toEqual([]);
    await foreign.close();
  });

  it('is refused with arguments of the wrong kind, two hundred for each', async () => {
    await record(0);
    const outcome = await page.evaluate(async () => {
      const values: unknown[] = [
        null,
        undefined,
        true,
        0,
        -1,
        1e308,
        Number.NaN,
        '',
        'x',
        [],
        {},
        new Date(0),
        new Map(),
        10n,
      ];
      values.push(
        { workspaceId: 1 },
        { workspaceId: '../x', conversationId: null },
        { type: 'import' },
        'x'.repeat(5_000),
      );
      values.push(
        ['image'],
        new Uint8Array(9),
        /x/,
        new Error('x'),
        { length: 1e9 },
        'javascript:1',
        'file:///etc/passwd',
      );
      while (values.length < 200) values.push({ [`key${values.length}`]: [values.length, { deep: [null] }] });
      const names = [
        'openLink',
        'openSignIn',
        'pickFile',
        'pickSaveTarget',
        'openWindow',
        'setZoom',
        'setTheme',
        'copyText',
      ] as const;
      const answered: string[] = [];
      for (const name of names) {
        for (const value of values) {
          const ask = window.shell[name] as (value: unknown) => unknown;
          const answer = await Promise.resolve()
            .then(() => ask(value))
            .catch(() => 'refused');
          const isHarmless =
            answer === 'refused' ||
            answer === undefined ||
            answer === null ||
            JSON.stringify(answer) === '{"opened":false}';
          if (!isHarmless) answered.push(`${name} ${String(value)}`);
        }
      }
      return answered;
    });
    expect(outcome).toEqual([]);
    expect((await recorded()).opened).toEqual([]);
    expect(await shell.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
    expect(await callCore(page, 'agency.get')).toMatchObject({ profileId: 'double' });
  });
});

describe('a link (E15)', () => {
  const open = (url: string): Promise<{ opened: boolean }> => page.evaluate((each) => window.shell.openLink(each), url);
  const signIn = (url: string): Promise<{ opened: boolean }> =>
    page.evaluate((each) => window.shell.openSignIn(each), url);

  beforeEach(() => record(0));

  it('is opened once the person agreed, as the parser wrote it', async () => {
    expect(await open('HTTPS://Example.org/a b'.replace(' ', '%20'))).toEqual({ opened: true });
    const { opened, asked } = await recorded();
    expect(opened).toEqual(['https://example.org/a%20b']);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.message).toContain('example.org');
    expect(asked[0]?.detail).toContain('https://example.org/a%20b');
  });

  it('stays closed when the person does not agree', async () => {
    await record(1);
    expect(await open('https://example.org/')).toEqual({ opened: false });
    expect((await recorded()).opened).toEqual([]);
  });

  it('shows how a name in other letters reads, beside what it is', async () => {
    await open('https://аррӏе.com/');
    const { asked } = await recorded();
    expect(asked[0]?.message).toContain('xn--80ak6aa92e.com');
    expect(asked[0]?.detail).toContain('аррӏе.com');
  });

  it('warns where the connection is not encrypted', async () => {
    await open('http://example.org/');
    await open('https://example.org/');
    const { asked } = await recorded();
    expect(asked[0]?.detail).toContain('not encrypted');
    expect(asked[1]?.detail).not.toContain('not encrypted');
  });

  it('that is no web page or email is refused without a question', async () => {
    for (const url of [
      'file:///etc/passwd',
      'javascript:1',
      'ms-msdt:/x',
      'https://a@b.c/',
      'vbscript:x',
      'smb://x/y',
    ]) {
      expect(await open(url)).toEqual({ opened: false });
      expect(await signIn(url)).toEqual({ opened: false });
    }
    expect(await recorded()).toEqual({ opened: [], asked: [] });
  });

  it('to sign in opens without a question only where the core named it', async () => {
    const url = 'https://social.example.org/oauth/authorize?state=1';
    await callCore(page, 'double.signIn', { url });
    expect(await signIn(url)).toEqual({ opened: true });
    expect((await recorded()).asked).toEqual([]);
    await signIn('https://evil.example.org/oauth/authorize?state=1');
    expect((await recorded()).asked).toHaveLength(1);
  });

  it('to sign in without encryption is warned about, except on this machine', async () => {
    for (const url of ['http://127.0.0.1:3000/oauth', 'http://own.example.org/oauth']) {
      await callCore(page, 'double.signIn', { url });
      await signIn(url);
    }
    const { opened, asked } = await recorded();
    expect(opened).toEqual(['http://127.0.0.1:3000/oauth', 'http://own.example.org/oauth']);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.message).toContain('own.example.org');
  });
});

describe('the code that hands addresses to the system', () => {
  it('stands in one file', () => {
    const root = new URL('../../../electron/', import.meta.url).pathname;
    const users = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && readFileSync(`${root}${name}`, 'utf8').includes('openExternal('))
      .map((name) => name.replaceAll('\\', '/'));
    expect(users).toEqual(['main/platform/open-link.ts']);
  });
});
