import { existsSync } from 'node:fs';
import { ensureFallbackElectron, fallbackIsOffered } from './electron-fallback.mjs';
import { installedOfficialElectron, officialVersion, tryOfficialElectron } from './electron-official.mjs';
import { run } from './processes.mjs';
import { CannotHave } from './say.mjs';

/**
 * Finds or fetches Electron: the one named by CHORALE_ELECTRON, the official one, and where that cannot be reached the
 * fallback. Answers `{ path, version, nodeVersion, source }`, with `source` one of given, official, fallback.
 */
export async function ensureElectron() {
  const given = process.env.CHORALE_ELECTRON;
  if (given) return describe(given, 'given', 'unset CHORALE_ELECTRON');

  const installed = installedOfficialElectron() ?? (await tryOfficialElectron());
  if (installed) return describe(installed, 'official', 'rm -rf node_modules/electron/dist && npm start');

  if (!fallbackIsOffered()) {
    throw new CannotHave(
      `Electron ${officialVersion()} could not be downloaded, and there is no fallback for ${process.platform}-${process.arch}.`,
      'node node_modules/electron/install.js (with network), or set CHORALE_ELECTRON to an Electron of yours',
    );
  }
  const fallback = await ensureFallbackElectron();
  return describe(fallback, 'fallback', `rm -rf "${fallback.replace(/\/electron$/, '')}" && npm start`);
}

async function describe(path, source, mend) {
  if (!existsSync(path)) throw new CannotHave(`There is no Electron at ${path}.`, mend);
  const probe = await run(path, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  try {
    const versions = JSON.parse(probe.stdout);
    return { path, version: versions.electron, nodeVersion: versions.node, source };
  } catch {
    throw new CannotHave(`Electron at ${path} does not start: ${probe.stderr.trim().split('\n')[0]}.`, mend);
  }
}
