// Starts the AT Protocol network on loopback and prints one JSON line: where it is, who lives there, how to steer it.
// Needs Debian's postgresql, redis-server, g++, make and python3; the rest comes from npm into the user's cache.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres, startRedis } from '../host/databases.mjs';
import { startFaultProxy } from '../host/fault-proxy.mjs';
import { askJson, startControl } from '../host/http.mjs';
import { makeRunFolder, pickPort, runStarter, startChild, endWith, waitUntil } from '../host/lifecycle.mjs';
import { BRANDS, CUSTOMERS, registerAccount } from './accounts.mjs';
import { atprotoPackages, nodeFolder } from './packages.mjs';

const here = import.meta.dirname;

const start = async () => {
  const startedAt = performance.now();
  const packagesFolder = await atprotoPackages();
  const folder = await makeRunFolder('atproto');
  const [postgresUrl, redisHost] = await Promise.all([startPostgres(folder), startRedis(folder)]);
  const settings = {
    packagesFolder,
    readyFile: join(folder, 'network.json'),
    publicPort: await pickPort('CHORALE_ATPROTO_PORT'),
    pdsPort: await pickPort(),
    plcPort: await pickPort(),
    appViewPort: await pickPort(),
    ozonePort: await pickPort(),
    chatPort: await pickPort(),
    rateLimits: process.env.CHORALE_ATPROTO_RATE_LIMITS === '1',
    withoutChat: process.env.CHORALE_ATPROTO_CHAT === '0',
  };
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  // The proxy is there first: parts of the network speak to the PDS at its public address while they start.
  const faults = await startFaultProxy({ port: settings.publicPort, route: () => ({ port: settings.pdsPort }) });
  const network = await startChild(
    folder,
    'network',
    join(nodeFolder(packagesFolder), 'bin', 'node'),
    [join(here, 'network.mjs')],
    {
      env: {
        ...process.env,
        TMPDIR: temporary,
        LOG_ENABLED: process.env.LOG_ENABLED ?? 'false',
        DB_POSTGRES_URL: postgresUrl,
        DB_POSTGRES_SCHEMA: 'net',
        REDIS_HOST: redisHost,
        CHORALE_NETWORK: JSON.stringify(settings),
      },
    },
  );
  const readNetwork = () => readFile(settings.readyFile, 'utf8').then(JSON.parse);
  const reachable = await waitUntil('the network', readNetwork, { withinMs: 300_000, child: network });
  endWith(network, 'the network');

  const baseUrl = `http://localhost:${settings.publicPort}`;
  const brands = [];
  const customers = [];
  for (const person of BRANDS) brands.push(await registerAccount(baseUrl, person));
  for (const person of CUSTOMERS) customers.push(await registerAccount(baseUrl, person));
  const flush = () => askJson('POST', `${reachable.controlUrl}/flush`);
  await flush();
  const controlUrl = await startControl(
    { 'POST /flush': flush, 'POST /accounts': (person) => registerAccount(baseUrl, person), ...faults },
    'CHORALE_ATPROTO_CONTROL_PORT',
  );
  const { rssMb } = await askJson('GET', `${reachable.controlUrl}/memory`);
  const startMs = Math.round(performance.now() - startedAt);
  return { name: 'atproto', baseUrl, ...reachable, controlUrl, brands, customers, startMs, rssMb, folder };
};

await runStarter(start);
