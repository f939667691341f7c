import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { productFolders, readSources } from './source-files.mjs';

const connectorsDir = 'electron/core/connectors';
/** Folders beside the networks that are no network. */
const notNetworks = new Set(['core', '_template']);

/** The ids of the networks: the names of their folders. */
export function networkIds(root) {
  const dir = join(root, connectorsDir);
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notNetworks.has(entry.name))
    .map((entry) => entry.name);
}

/** Finds generic code that names a network: screens and services read the manifest instead. */
export function checkNetworkNames(root) {
  const ids = networkIds(root);
  const named = new RegExp(`['"\`](${ids.join('|')})(['"\`.:/])`);
  const files = readSources(root, productFolders).filter(
    ({ path }) => !ids.some((id) => path.startsWith(`${connectorsDir}/${id}/`)),
  );
  const problems = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line }) => ids.length > 0 && named.test(line))
      .map(({ line, at }) => `${at}: generic code names the network "${named.exec(line)[1]}"`),
  );
  return { problems, looked: files.length };
}
