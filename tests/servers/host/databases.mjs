// Private PostgreSQL and Redis servers of one run: loopback, no password, nothing kept.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isListening } from './http.mjs';
import { pickPort, startChild, waitUntil } from './lifecycle.mjs';

const run = promisify(execFile);
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The folder with initdb and postgres: CHORALE_POSTGRES_BIN, else the newest that Debian's package installed. */
const postgresPrograms = async () => {
  if (process.env.CHORALE_POSTGRES_BIN) return process.env.CHORALE_POSTGRES_BIN;
  const versions = await readdir(DEBIAN_POSTGRES).catch(() => []);
  const newestFirst = versions
    .filter((name) => /^\d+$/.test(name))
    .toSorted((left, right) => Number(right) - Number(left));
  const found = newestFirst
    .map((name) => join(DEBIAN_POSTGRES, name, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found === undefined) throw new Error('PostgreSQL is missing; this mends it: apt-get install -y postgresql');
  return found;
};

const numericId = async (flag, user) => Number((await run('id', [flag, user])).stdout.trim());

/** Starts PostgreSQL and returns a connection URL for the database `network`. It refuses to run as root, so there it runs as user postgres. */
export const startPostgres = async (folder) => {
  const bin = await postgresPrograms();
  const data = join(folder, 'postgres');
  await mkdir(data, { mode: 0o700 });
  const options = { cwd: data, stopSignal: 'SIGINT' };
  if (process.getuid() === 0) {
    options.user = await numericId('-u', 'postgres');
    options.group = await numericId('-g', 'postgres');
    await chown(data, options.user, options.group);
  }
  const initArgs = ['-D', data, '-U', 'network', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-locale'];
  const init = await startChild(folder, 'initdb', join(bin, 'initdb'), initArgs, options);
  if ((await init.ended) !== 0) throw new Error(`initdb failed\n${await init.tail()}`);
  const port = await pickPort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const server = await startChild(
    folder,
    'postgres',
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...flags],
    options,
  );
  const psql = [
    '-X',
    '-q',
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-U',
    'network',
    '-d',
    'postgres',
    '-c',
    'create database network',
  ];
  await waitUntil('PostgreSQL', () => run(join(bin, 'psql'), psql).then(() => true), { child: server });
  return `postgresql://network@127.0.0.1:${port}/network`;
};

/** Starts Redis and returns its `host:port`. */
export const startRedis = async (folder) => {
  const program = process.env.CHORALE_REDIS_SERVER || 'redis-server';
  await run(program, ['--version']).catch(() => {
    throw new Error('Redis is missing; this mends it: apt-get install -y redis-server');
  });
  const port = await pickPort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = await startChild(folder, 'redis', program, settings);
  await waitUntil('Redis', () => isListening(port), { child: server });
  return `127.0.0.1:${port}`;
};
