import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePartGuardedApp } from '../support/part-guarded-app';
import { freshProfile, launchShell, makeShellApp } from '../support/shell-app';

let shellDir: string;
let partDir: string;
let logs: string;

beforeAll(async () => {
  logs = freshProfile();
  shellDir = makeShellApp();
  partDir = await makePartGuardedApp();
});
afterAll(() => {
  for (const dir of [logs, shellDir, partDir]) rmSync(dir, { recursive: true, force: true });
});

/** Starts an app on a fresh profile, types into it, quits, and answers every host that Chromium wanted, by its own log. */
async function hostsOf(appDir: string, env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const log = join(logs, `${Object.values(env).join('')}-net.json`);
  const shell = await launchShell({ appDir, args: [`--log-net-log=${log}`], env });
  const { page } = shell;
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type('teh wrod is misspeled and gone ');
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  await shell.close();
  const text = readFileSync(log, 'utf8');
  expect(text).toContain('"constants"');
  return [...new Set([...text.matchAll(/"(?:host|url)":"(?:https?:\/\/)?([^"/:]+)/g)].map((match) => match[1] ?? ''))];
}

describe('a first start', () => {
  it('contacts nobody: no dictionary, no update, no report', async () => {
    expect(await hostsOf(shellDir, {})).toEqual([]);
  });

  it('would fetch a dictionary in an app that lets Chromium decide', async () => {
    expect(await hostsOf(partDir, { GUARDS: 'policy' })).toContain('redirector.gvt1.com');
  });
});
