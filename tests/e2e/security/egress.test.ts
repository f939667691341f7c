import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { egressVectors, scriptVectors } from '../support/egress-vectors';
import { makePartGuardedApp } from '../support/part-guarded-app';
import { launchShell, makeShellApp } from '../support/shell-app';
import type { ShellApp } from '../support/shell-app';

let server: Server;
let address: string;
let hits: string[] = [];
let shell: ShellApp | undefined;
let shellDir: string;
let partDir: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  shellDir = makeShellApp();
  partDir = await makePartGuardedApp();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(shellDir, { recursive: true, force: true });
  rmSync(partDir, { recursive: true, force: true });
});
beforeEach(() => {
  hits = [];
});
afterEach(async () => {
  await shell?.close();
  shell = undefined;
});

/** Lets the page work off what it was given: many frames painted, and idle in between. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 40; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => requestIdleCallback(done, { timeout: 100 }));
    }
  });

const writeVectors = async (page: Page): Promise<void> => {
  for (const [name, vector] of Object.entries(egressVectors)) {
    await page
      .evaluate(
        ([html, isClicked]) => {
          const host = document.createElement('div');
          document.body.append(host);
          host.innerHTML = html;
          if (isClicked) host.querySelector<HTMLElement>('.click')?.click();
        },
        [vector(`${address}/${name}`), vector('').includes('class="click"')] as [string, boolean],
      )
      .catch(() => undefined);
  }
};

const runScripts = async (page: Page): Promise<void> => {
  for (const [name, script] of Object.entries(scriptVectors)) {
    // As a debugger would: the policy does not stop it from running, only what it tries.
    await page
      .evaluate(
        `(async () => { const url = ${JSON.stringify(`${address}/${name}`)}; ${script}; })().catch(() => undefined)`,
      )
      .catch(() => undefined);
  }
};

const open = async (guards: string): Promise<Page> => {
  shell = await launchShell({ appDir: partDir, env: { GUARDS: guards } });
  await shell.page.waitForURL('app://chorale/index.html');
  return shell.page;
};

describe('markup that a sanitiser let through', () => {
  it('reaches nobody, from 40 and more places', async () => {
    expect(Object.keys(egressVectors).length).toBeGreaterThanOrEqual(40);
    shell = await launchShell({ appDir: shellDir });
    const { page, app } = shell;
    await writeVectors(page);
    await settle(page);
    // The fragment is of the link with the ping.
    expect(page.url()).toBe('app://chorale/index.html#x');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // The server can be reached from this machine: only the page could not.
    await fetch(`${address}/control`);
    expect(hits).toEqual(['/control']);
  });

  it('would reach the server from an app without our guards', async () => {
    const page = await open('');
    await writeVectors(page);
    await eventually(() => new Set(hits).size).toBeGreaterThanOrEqual(15);
  });

  it('is held back by the request filter and the navigation guard alone, too', async () => {
    const page = await open('filter,navigation');
    await writeVectors(page);
    await settle(page);
    expect(hits).toEqual([]);
  });

  it('gets out by a refresh or a click where only the policy stands', async () => {
    const page = await open('policy');
    await writeVectors(page);
    await eventually(() => hits.length).toBeGreaterThan(0);
    const ways = hits.map((hit) => hit.replaceAll(/[/?].*$|^\//g, ''));
    expect(ways.filter((way) => ['img', 'iframe', 'stylesheet', 'fontFace'].includes(way))).toEqual([]);
  });
});

describe('script that got in all the same', () => {
  it('reaches nobody', async () => {
    shell = await launchShell({ appDir: shellDir });
    await runScripts(shell.page);
    await settle(shell.page);
    expect(shell.page.url()).toBe('app://chorale/index.html');
    await fetch(`${address}/control`);
    expect(hits).toEqual(['/control']);
  });

  it('would reach the server from an app without our guards', async () => {
    const page = await open('');
    await runScripts(page);
    await eventually(() => new Set(hits).size).toBeGreaterThanOrEqual(5);
  });
});
