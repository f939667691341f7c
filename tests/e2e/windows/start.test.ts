import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { callCore, doubleLog, freshProfile, launchShell, makeShellApp, waitForPort } from '../support/shell-app';
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

const menuLabels = (target: ShellApp): Promise<readonly string[]> =>
  target.app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map((item) => item.label));

describe('a start', () => {
  it('shows the window once it has painted and gives its page a line to the core', async () => {
    shell = await launchShell({ appDir });
    const { page, app, profile } = shell;
    await waitForPort(page);
    expect(await callCore(page, 'agency.get')).toMatchObject({ profileId: 'double' });
    expect(page.url()).toBe('app://chorale/index.html');
    await eventually(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible())),
    ).toEqual([true]);
    expect(doubleLog(profile).filter((each) => each['type'] === 'init')).toHaveLength(1);
    expect(await page.evaluate(() => window.shell.context)).toMatchObject({
      target: { workspaceId: null, conversationId: null },
      isSecondary: false,
    });
  });

  it('keeps all of Chromium inside the profile', async () => {
    shell = await launchShell({ appDir });
    const { app, profile } = shell;
    const paths = await app.evaluate(({ app: electron, session }) => [
      electron.getPath('userData'),
      electron.getPath('sessionData'),
      electron.getPath('crashDumps'),
      electron.getPath('logs'),
      session.defaultSession.storagePath ?? '',
    ]);
    for (const path of paths) expect(path.startsWith(profile), path).toBe(true);
  });

  it('sends no crash report anywhere', async () => {
    shell = await launchShell({ appDir });
    expect(await shell.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
  });

  it('speaks the language it is told', async () => {
    shell = await launchShell({ appDir, args: ['--lang=tr'] });
    await waitForPort(shell.page);
    expect(await menuLabels(shell)).toContain('Düzenle');
    expect(await shell.page.evaluate(() => window.shell.context.systemLanguage)).toBe('tr');
    expect(doubleLog(shell.profile)[0]).toMatchObject({ type: 'init', locale: 'tr' });
    await callCore(shell.page, 'agency.updateSettings', { language: 'en' });
    await eventually(async () => shell && menuLabels(shell)).toContain('Edit');
  });

  it('opens where and as it was left', async () => {
    const profile = freshProfile();
    const first = await launchShell({ appDir, profile: join(profile, 'agency') });
    await waitForPort(first.page);
    await callCore(first.page, 'agency.updateSettings', { theme: 'dark', zoomPercent: 120 });
    await eventually(() => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 860, height: 640 }),
    );
    await first.app.close();
    const saved: unknown = JSON.parse(readFileSync(join(profile, 'agency/shell/windows.json'), 'utf8'));
    expect(saved).toMatchObject({ theme: 'dark', zoomPercent: 120, bounds: { width: 860, height: 640 } });

    shell = await launchShell({ appDir, profile: join(profile, 'agency') });
    const now = await shell.app.evaluate(({ BrowserWindow, nativeTheme }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return {
        bounds: window?.getBounds(),
        theme: nativeTheme.themeSource,
        ground: window?.getBackgroundColor(),
      };
    });
    expect(now).toMatchObject({ bounds: { width: 860, height: 640 }, theme: 'dark', ground: '#151513' });
    await eventually(() =>
      shell?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
    ).toBeCloseTo(1.2);
    await shell.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });
});
