// Starts snac, a small ActivityPub server with a part of the Mastodon API, on loopback and prints one JSON line.
// It comes from Debian (snac2); CHORALE_SNAC or a snac on the PATH is used instead.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startFaultProxy } from '../host/fault-proxy.mjs';
import { askJson, isListening, startControl } from '../host/http.mjs';
import { makeRunFolder, pickPort, runStarter, startChild, endWith, waitUntil } from '../host/lifecycle.mjs';
import { findSnac, shortPauses } from './program.mjs';
import { signIn } from './sign-in.mjs';

const HTTP_PORT = 80;
const BRANDS = [
  ['northlight', 'Northlight Coffee'],
  ['kumru', 'Kumru Bisiklet'],
];
const CUSTOMERS = [
  ['ada', 'Ada Lindqvist'],
  ['mehmet', 'Mehmet Işık'],
  ['june', 'June Okafor'],
];

/** snac does not recognise people at host:port, so it needs an address of its own at port 80. */
const freeAddress = async () => {
  for (let last = 1; last < 20; last += 1) {
    const address = `127.0.0.${last}`;
    if (await isListening(HTTP_PORT, address)) continue;
    const probe = createServer();
    const problem = await new Promise((resolve) => {
      probe.once('error', resolve).listen(HTTP_PORT, address, () => resolve(undefined));
    });
    if (problem?.code === 'EACCES')
      throw new Error(
        'snac needs port 80 on loopback: run as root, or allow it with: sysctl net.ipv4.ip_unprivileged_port_start=80',
      );
    if (problem !== undefined) continue;
    await new Promise((resolve) => probe.close(resolve));
    return address;
  }
  throw new Error('port 80 is taken on every loopback address that was tried');
};

const start = async () => {
  const startedAt = performance.now();
  const snac = await findSnac();
  const folder = await makeRunFolder('snac');
  const data = join(folder, 'data');
  const address = await freeAddress();
  const innerPort = await pickPort();
  execFileSync(snac, ['init', data], {
    input: `127.0.0.1\n${innerPort}\n${address}\n\nadmin@mail.test\n`,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const settings = JSON.parse(await readFile(join(data, 'server.json'), 'utf8'));
  const ours = {
    protocol: 'http',
    disable_email_notifications: true,
    queue_retry_minutes: 1,
    // It delivers to itself: with the usual four, deliveries can hold every thread that could take them in, until they time out.
    num_threads: 24,
  };
  await writeFile(join(data, 'server.json'), JSON.stringify({ ...settings, ...ours }));
  const passwords = new Map();
  for (const [name, displayName] of [...BRANDS, ...CUSTOMERS]) {
    const output = execFileSync(snac, ['adduser', data, name], {
      input: `${displayName}\n`,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    passwords.set(name, /User password is (\S+)/.exec(output)[1]);
  }
  const faults = await startFaultProxy({ host: address, port: HTTP_PORT, route: () => ({ port: innerPort }) });
  const server = await startChild(folder, 'snac', snac, ['httpd', data], {
    env: { ...process.env, ...(await shortPauses(folder)) },
  });
  await waitUntil('snac', () => isListening(innerPort), { child: server });
  endWith(server, 'snac');
  const baseUrl = `http://${address}`;
  const describe = async ([name, displayName]) => {
    const token = await signIn(baseUrl, name, passwords.get(name));
    const { id } = await askJson('GET', `${baseUrl}/api/v1/accounts/verify_credentials`, { token });
    return { id, acct: name, displayName, mention: `@${name}@${address}`, password: passwords.get(name), token };
  };
  const brands = [];
  const customers = [];
  for (const person of BRANDS) brands.push(await describe(person));
  for (const person of CUSTOMERS) customers.push(await describe(person));
  const { version: software } = await askJson('GET', `${baseUrl}/api/v1/instance`);
  const controlUrl = await startControl(faults, 'CHORALE_SNAC_CONTROL_PORT');
  const startMs = Math.round(performance.now() - startedAt);
  return { name: 'snac', baseUrl, controlUrl, software, brands, customers, startMs, folder };
};

await runStarter(start);
