import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../electron/main/windows/content-policy';
import { launchShell, makeShellApp, waitForPort } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let appDir: string;
let shell: ShellApp;
let page: Page;

beforeAll(async () => {
  appDir = makeShellApp();
  shell = await launchShell({ appDir });
  ({ page } = shell);
  await waitForPort(page);
  // A second window: what holds for one must hold for all.
  const second = shell.app.waitForEvent('window');
  await page.evaluate(() => window.shell.openWindow({ workspaceId: 'w1', conversationId: null }));
  await waitForPort(await second);
});
afterAll(async () => {
  await shell.close();
  rmSync(appDir, { recursive: true, force: true });
});

describe('every page of the app', () => {
  it('is one of our own files (E1)', async () => {
    const urls = await shell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.getURL()),
    );
    expect(urls).toEqual(['app://chorale/index.html', 'app://chorale/index.html']);
  });

  it('runs without Node, isolated, sandboxed, with web security and nothing experimental (E2, E3, E4, E6, E8, E9, E10)', async () => {
    const all = await shell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents): Record<string, unknown> => {
        const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
        return typeof read === 'function' ? read.call(contents) : {};
      }),
    );
    expect(all).toHaveLength(2);
    for (const preferences of all) {
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      });
      expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    }
  });

  it('finds nothing of Node or Electron in its world (E2, E20)', async () => {
    const found = await page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        'setImmediate',
        'ipcRenderer',
        'electron',
        '__dirname',
      ].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  it('is given functions and plain data, and nothing more (E20)', async () => {
    const seen = await page.evaluate(() => {
      const walk = (value: unknown, path: string, depth: number): string[] => {
        if (typeof value === 'function') return [`${path}()`];
        if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
        if (Object.getPrototypeOf(value) !== Object.prototype || depth > 4) return [`${path} is no plain object`];
        return Reflect.ownKeys(value).flatMap((key) =>
          walk(Reflect.get(value, key), `${path}.${String(key)}`, depth + 1),
        );
      };
      return walk(window.shell, 'shell', 0);
    });
    expect(seen.sort()).toEqual(
      [
        'shell.context.platform: string',
        'shell.context.systemLanguage: string',
        'shell.context.target.workspaceId: object',
        'shell.context.target.conversationId: object',
        'shell.context.isSecondary: boolean',
        'shell.openLink()',
        'shell.openSignIn()',
        'shell.pickFile()',
        'shell.pickSaveTarget()',
        'shell.openWindow()',
        'shell.setZoom()',
        'shell.setTheme()',
        'shell.onCommand()',
        'shell.copyText()',
      ].sort(),
    );
  });

  it('cannot reach the preload by what it poisons (E3)', async () => {
    const reached = await page.evaluate(async () => {
      const stolen: string[] = [];
      const natives = [Function.prototype, Array.prototype, Promise.prototype, Object.prototype] as unknown[];
      const names = ['call', 'apply', 'bind', 'push', 'find', 'then', 'toString'];
      const kept: [object, string, unknown][] = [];
      for (const native of natives) {
        if (typeof native !== 'object' && typeof native !== 'function') continue;
        if (native === null) continue;
        for (const name of names) {
          if (!Object.hasOwn(native, name)) continue;
          const original: unknown = Reflect.get(native, name);
          if (typeof original !== 'function') continue;
          kept.push([native, name, original]);
        }
      }
      const { apply } = Reflect;
      for (const [native, name, original] of kept) {
        Object.defineProperty(native, name, {
          configurable: true,
          writable: true,
          value: function poisoned(this: unknown, ...values: unknown[]): unknown {
            for (const value of [this, ...values]) {
              if (typeof value !== 'object' || value === null) continue;
              for (const secret of ['ipcRenderer', 'sendSync', 'mainModule', '_linkedBinding']) {
                if (secret in value) stolen[stolen.length] = secret;
              }
            }
            return apply(original as () => unknown, this, values);
          },
        });
      }
      await window.shell.openLink('javascript:1');
      window.shell.setZoom(100);
      for (const [native, name, original] of kept)
        Object.defineProperty(native, name, { configurable: true, writable: true, value: original });
      const made: unknown = Reflect.get(window.shell.openLink, 'constructor');
      let type = 'blocked';
      try {
        type = typeof made === 'function' ? String(made('return typeof process')()) : type;
      } catch {
        // The policy forbids making code from text.
      }
      return { stolen, type };
    });
    expect(reached.stolen).toEqual([]);
    expect(['blocked', 'undefined']).toContain(reached.type);
  });
});

describe('the policy of a page (E7)', () => {
  it('comes with the page, with a nonce of its own for each load', async () => {
    const [first, second] = await page.evaluate(() =>
      Promise.all(
        [1, 2].map(async () => (await fetch('app://chorale/index.html')).headers.get('content-security-policy') ?? ''),
      ),
    );
    const nonce = /'nonce-([^']+)'/.exec(first ?? '')?.[1] ?? '';
    expect(first).toBe(contentPolicy(nonce));
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(second).not.toBe(first);
  });

  it('tells the page the nonce where markup cannot read it', async () => {
    const read = await page.evaluate(() => {
      const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
      return { property: meta?.nonce ?? '', attribute: meta?.getAttribute('nonce') ?? null };
    });
    expect(read.property).not.toBe('');
    expect(read.attribute).toBe('');
  });

  it('takes styles with the nonce, and none without', async () => {
    const widths = await page.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
      return [nonce, undefined].map((each, index) => {
        const style = document.createElement('style');
        if (each !== undefined) style.nonce = each;
        style.textContent = `.styled${index} { width: 123px }`;
        document.head.append(style);
        const box = document.createElement('div');
        box.className = `styled${index}`;
        document.body.append(box);
        return getComputedStyle(box).width;
      });
    });
    expect(widths[0]).toBe('123px');
    expect(widths[1]).not.toBe('123px');
  });

  it('runs no script from markup, attributes or text', async () => {
    const ran = await page.evaluate(async () => {
      const marks: string[] = [];
      Reflect.set(window, 'mark', (name: string) => marks.push(name));
      const host = document.createElement('div');
      document.body.append(host);
      host.innerHTML = '<img src="x:" onerror="mark(\'onerror\')"><svg onload="mark(\'onload\')"></svg>';
      host.innerHTML +=
        '<iframe srcdoc="<script>parent.mark(\'srcdoc\')</script>"></iframe><a href="javascript:mark(\'href\')">x</a>';
      host.querySelector('a')?.click();
      const inline = document.createElement('script');
      inline.textContent = "mark('inline')";
      document.head.append(inline);
      const data = document.createElement('script');
      data.src = "data:text/javascript,mark('data')";
      const settled = new Promise((done) => {
        data.addEventListener('error', done);
        data.addEventListener('load', done);
      });
      document.head.append(data);
      await settled;
      try {
        // The indirect form, as a library would.
        Reflect.apply(Reflect.get(window, 'eval') as () => void, window, ["mark('eval')"]);
      } catch {
        // As it must be.
      }
      return marks;
    });
    expect(ran).toEqual([]);
  });
});

describe('the files of the app (E18)', () => {
  it('are all that its scheme answers with', async () => {
    const statuses = await page.evaluate(async () => {
      const shapes = [
        'app://chorale/page.js',
        'app://chorale/../package.json',
        'app://chorale/..%2Fpackage.json',
        'app://chorale/%2e%2e/%2e%2e/package.json',
        'app://chorale/..%5Cpackage.json',
        'app://chorale/%00',
        'app://chorale/index.html%00.js',
        'app://chorale//etc/passwd',
        'app://chorale/../preload/index.cjs',
        'app://chorale/../main/index.js',
      ];
      return Promise.all(
        shapes.map((shape) =>
          fetch(shape)
            .then((answer) => answer.status)
            .catch(() => 0),
        ),
      );
    });
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).every((status) => status === 404 || status === 0)).toBe(true);
  });

  it('answer to reading only', async () => {
    const status = await page.evaluate(
      async () => (await fetch('app://chorale/page.js', { method: 'POST' }).catch(() => null))?.status,
    );
    expect(status).toBe(404);
  });
});
