import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exitCode, freshProfile, launchShell, makeShellApp, startPlain, waitForPort } from '../support/shell-app';
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

describe('a second start with the same profile (A1)', () => {
  it('brings the first one forward, says what to open, and ends', async () => {
    shell = await launchShell({ appDir });
    const { page, profile, app } = shell;
    await waitForPort(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await exitCode(startPlain(appDir, profile, ['--open=w-1/c-1']))).toBe(0);
    await page.waitForFunction(() => window.bare.commands.length > 0);
    expect(await page.evaluate(() => window.bare.commands)).toEqual([
      { type: 'openConversation', workspaceId: 'w-1', conversationId: 'c-1' },
    ]);
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.isMinimized()),
    );
    expect(windows).toEqual([false]);
  });

  it('cannot smuggle anything but ids into the first one', async () => {
    shell = await launchShell({ appDir });
    const { page, profile, app } = shell;
    await waitForPort(page);
    const hostile = [
      '--open=https://evil.test',
      '--open=../../etc/passwd',
      '--open=w/c/../x',
      '--inspect=0',
      'file:///etc/passwd',
    ];
    for (const argument of hostile) expect(await exitCode(startPlain(appDir, profile, [argument]))).toBe(0);
    // The honest one comes last: what was before it has been judged by then.
    await exitCode(startPlain(appDir, profile, ['--open=w-1/c-2']));
    await page.waitForFunction(() => window.bare.commands.length > 0);
    expect(await page.evaluate(() => window.bare.commands)).toHaveLength(1);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  it('takes over from one that was killed', async () => {
    const profile = freshProfile();
    const first = await launchShell({ appDir, profile });
    const child = first.app.process();
    const gone = exitCode(child);
    child.kill('SIGKILL');
    await gone;
    shell = await launchShell({ appDir, profile });
    await waitForPort(shell.page);
  });
});

describe('a second start with another profile', () => {
  it('runs beside the first', async () => {
    shell = await launchShell({ appDir });
    const other = await launchShell({ appDir });
    await waitForPort(other.page);
    await waitForPort(shell.page);
    await other.close();
    expect(await shell.page.title()).toBe('Bare page');
  });
});
