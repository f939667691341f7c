import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { hostsInSources } from '../../support/source-hosts';
import { customerWrites, receivedBy } from '../../support/right-brand/network';
import allowed from '../egress-allowed.json' with { type: 'json' };
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';
import { runtime } from '../support/shell-app';

let folder: string;
let trace: string;
let chorale: Chorale;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chorale-egress-'));
  trace = join(folder, 'connects');
  // Electron and every process that it starts, watched by the kernel: whatever connects is written down.
  const program = join(folder, 'watched-electron');
  writeFileSync(
    program,
    `#!/bin/sh\nexec strace -D -f -qq -e signal=none -e trace=connect,sendto -o '${trace}' '${runtime().electron.path}' "$@"\n`,
  );
  chmodSync(program, 0o755);
  chorale = await openChorale({ program });
});
afterAll(async () => {
  await chorale.close();
  rmSync(folder, { recursive: true, force: true });
});
keepPictures(() => chorale);

/** Addresses outside of this machine's own files that something connected or sent to. */
const contacted = (): readonly string[] => {
  const lines = readFileSync(trace, 'utf8').split('\n');
  const hosts = lines.flatMap((line) => {
    const v4 = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/.exec(line);
    const v6 = /sin6_port=htons\((\d+)\).*inet_pton\(AF_INET6, "([^"]+)"/.exec(line);
    const found = v4 ?? v6;
    return found ? [`${found[2]}:${found[1]}`] : [];
  });
  return [...new Set(hosts)];
};

describe('the main job in the sample agency', () => {
  it('contacts nothing at all', async () => {
    const { window, driver } = chorale;
    await window.openSample();
    await customerWrites(driver, {
      account: 'pekkola',
      customer: 'aino',
      customerName: 'Aino Salmi',
      text: 'Is it oak?',
    });
    await window.desk.open('Aino Salmi');
    await window.composer.write('Hello Aino, it is.');
    await window.composer.send();
    await expect
      .poll(async () => (await receivedBy(driver)).map((message) => message.text), { timeout: 90_000 })
      .toContain('Hello Aino, it is.');
    await window.desk.search('oak');
    await window.desk.hits.first().waitFor();
    await window.press('Escape');
    await window.press('Control+,');
    await window.page.getByRole('radio').first().waitFor({ state: 'attached' });
    expect(contacted()).toEqual(allowed.sampleAgency);
  });

  it('would be seen if it did', async () => {
    // The same watch sees a connection that the main process makes to this machine, past what Chromium is kept from.
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await chorale.app.evaluate((_electron, to) => {
      const { connect } = process.getBuiltinModule('node:net');
      connect(to, '127.0.0.1').on('error', () => undefined);
    }, port);
    await expect.poll(contacted, { timeout: 20_000 }).toEqual([`127.0.0.1:${port}`]);
    server.close();
  });
});

describe('the list of hosts', () => {
  it('names every host that stands in the sources of the product, and no other', () => {
    const known = [...allowed.hosts, ...allowed.neverContacted].map(({ host }) => host).sort();
    expect(hostsInSources(projectDir)).toEqual(known);
  });

  it('says of each why', () => {
    for (const entry of [...allowed.hosts, ...allowed.named, ...allowed.neverContacted]) {
      expect(entry.why.length).toBeGreaterThan(20);
    }
  });
});
