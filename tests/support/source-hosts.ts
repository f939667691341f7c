import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['electron', 'shared', 'renderer'];
/** Names that mean this machine. */
const own = new Set(['localhost', '127.0.0.1']);

/** Hosts of the web addresses that stand in the code of the product, comments left out. */
export function hostsInSources(projectDir: string): readonly string[] {
  const hosts = folders.flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name))
      .flatMap((entry) => hostsIn(readFileSync(join(entry.parentPath, entry.name), 'utf8'))),
  );
  return [...new Set(hosts)].filter((host) => !own.has(host)).sort();
}

const hostsIn = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(/(?:https?|wss?):\/\/([a-z0-9.-]*[a-z0-9])/gi)].map((match) => match[1] ?? '');

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
