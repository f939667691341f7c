import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callCore, doubleLog, launchShell, makeShellApp, waitForPort } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let appDir: string;
let shell: ShellApp;

beforeAll(() => {
  appDir = makeShellApp();
});
afterAll(() => rmSync(appDir, { recursive: true, force: true }));
afterEach(() => shell?.close());

describe('a start', () => {
  it('shows the window once it has painted and gives its page a line to the core', async () => {
    shell = await launchShell({ appDir });
    await waitForPort(shell.page);
    expect(await callCore(shell.page, 'agency.get')).toMatchObject({ profileId: 'double' });
    expect(shell.page.url()).toBe('app://chorale/index.html');
    await expect
      .poll(() =>
        shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible())),
      )
      .toEqual([true]);
    expect(doubleLog(shell.profile).filter((each) => each['type'] === 'init')).toHaveLength(1);
  });
});
