// npm run servers: the test servers for a person who tries Chorale by hand. Starts them on this machine only, lets
// customers write, prints what to type into Chorale, and reads every answer back from the server that holds it.
//   node tests/servers/run.mjs [bluesky] [mastodon] [snac]      (all three without a name)
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { argv, execPath, exit, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { isListening } from './host/http.mjs';
import { atprotoPeople } from './people/atproto.mjs';
import { HELP, carryOut } from './people/commands.mjs';
import { mastodonPeople } from './people/mastodon.mjs';
import { playScene } from './people/scene.mjs';
import { watchAnswers } from './people/watch.mjs';

const KINDS = {
  bluesky: {
    title: 'Bluesky: an AT Protocol network',
    script: 'atproto/start.mjs',
    port: ['CHORALE_ATPROTO_PORT', 2583],
    meet: atprotoPeople,
  },
  mastodon: {
    title: 'Mastodon API: our own test server',
    script: 'mastodon-fake/start.mjs',
    port: ['CHORALE_MASTODON_PORT', 3100],
    meet: mastodonPeople,
  },
  snac: {
    title: 'Mastodon API: snac, a real small server',
    script: 'snac/start.mjs',
    port: undefined,
    meet: mastodonPeople,
  },
};

const print = (text) => stdout.write(`${text}\n`);
const children = new Set();
let ending = false;

const end = (code) => {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  const wait = setInterval(() => {
    if (children.size === 0) {
      clearInterval(wait);
      exit(code);
    }
  }, 50);
};

/** The usual port where it is free, so that an account connected yesterday still finds its server. */
const usualPort = async (port) => {
  if (port === undefined || process.env[port[0]] || (await isListening(port[1]))) return {};
  return { [port[0]]: String(port[1]) };
};

const launch = async (name) => {
  const { script, port } = KINDS[name];
  const env = { ...process.env, ...(await usualPort(port)), CHORALE_SERVERS_OWNER: String(process.pid) };
  // Its own process group: Ctrl+C reaches this process alone, which then ends its servers in order.
  const child = spawn(execPath, [join(import.meta.dirname, script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
    detached: true,
  });
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    if (!ending) print(`The server "${name}" has ended.`);
  });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise((resolve) => {
    lines.once('line', resolve);
    child.once('exit', () => resolve(undefined));
  });
  return line === undefined ? undefined : JSON.parse(line);
};

const describe = ({ name, info }) => {
  const rows = info.brands.map((brand) =>
    name === 'bluesky'
      ? `  ${brand.displayName}\n    account            ${brand.handle}\n    app password       ${brand.dmAppPassword}\n    browser password   ${brand.password}`
      : `  ${brand.displayName}\n    account            ${brand.acct}\n    password           ${brand.password}   (asked for on the page that Chorale opens)`,
  );
  return [`${KINDS[name].title} ("${name}")`, `  server               ${info.baseUrl}`, ...rows].join('\n');
};

const begin = async (name) => {
  const info = await launch(name);
  if (info === undefined) return undefined;
  const people = await KINDS[name].meet(info);
  await playScene(people);
  return { name, info, people };
};

const obey = async (servers, line) => {
  if (['quit', 'exit'].includes(line.trim())) return end(0);
  try {
    print(await carryOut(servers, line));
  } catch (error) {
    print(`Not done: ${error.message}`);
  }
};

const main = async () => {
  const asked = argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(KINDS, name));
  if (unknown !== undefined) {
    print(`There is no server "${unknown}". There are: ${Object.keys(KINDS).join(', ')}.`);
    exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  print('Starting the test servers on this machine. The first time takes some minutes, later about 20 seconds.');
  const started = await Promise.all((asked.length === 0 ? Object.keys(KINDS) : asked).map(begin));
  const servers = started.filter((server) => server !== undefined);
  if (servers.length === 0) {
    print('No server could be started; the reasons stand above.');
    return end(1);
  }
  print(`\nReady. Customers have already written to both brands. Connect these accounts in Chorale:\n`);
  print(servers.map(describe).join('\n\n'));
  print(`\nEvery answer that you send is read back from its server and shown here.\n\n${HELP}\n`);
  for (const { name, people } of servers) {
    void watchAnswers(people, (brand, { kind, text, id }) =>
      print(`[${name}] read back: ${brand.displayName}, ${kind}: "${text}"\n  ${id}`),
    );
  }
  const typed = createInterface({ input: stdin });
  let doing = Promise.resolve();
  typed.on('line', (line) => {
    // One after the other: a line must find what the line before it has done.
    doing = doing.then(() => obey(servers, line));
  });
};

await main();
