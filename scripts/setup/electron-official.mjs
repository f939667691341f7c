import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { modulePath, userCacheDir } from './paths.mjs';
import { endGroup, passOnSignals } from './processes.mjs';
import { say } from './say.mjs';

/** A download that grows by no byte for so long is given up. */
const stalledAfterMs = 20_000;
/** So long is a failed download remembered, to keep the next starts quick. */
const rememberedForMs = 24 * 60 * 60 * 1000;
const memoryFile = join(userCacheDir, 'electron-official-unreachable.json');

/** The Electron that the lockfile names. */
export function officialVersion() {
  return JSON.parse(readFileSync(modulePath('electron', 'package.json'), 'utf8')).version;
}

/** Path of the official Electron when its installer has put it in place, else undefined. */
export function installedOfficialElectron() {
  try {
    const version = readFileSync(modulePath('electron', 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    if (version !== officialVersion()) return undefined;
    return modulePath('electron', 'dist', readFileSync(modulePath('electron', 'path.txt'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs Electron's own installer; undefined where its download cannot be reached, which is remembered for a day. */
export async function tryOfficialElectron() {
  if (failedLately()) return undefined;
  return withLock(join(userCacheDir, 'electron-official.lock'), async () => {
    const already = installedOfficialElectron();
    if (already || failedLately()) return already;
    say(`Fetching Electron ${officialVersion()} …`);
    await runInstaller();
    const path = installedOfficialElectron();
    if (!path) writeFileSync(memoryFile, JSON.stringify({ version: officialVersion(), at: Date.now() }));
    return path;
  });
}

function failedLately() {
  try {
    const { version, at } = JSON.parse(readFileSync(memoryFile, 'utf8'));
    return version === officialVersion() && Date.now() - at < rememberedForMs;
  } catch {
    return false;
  }
}

/** Watches the installer's own folders and ends it when nothing grows: a blocked network may answer never. */
async function runInstaller() {
  const tempDir = join(userCacheDir, `electron-download-${process.pid}`);
  mkdirSync(tempDir, { recursive: true });
  const child = spawn(process.execPath, [modulePath('electron', 'install.js')], {
    env: { ...process.env, TMPDIR: tempDir },
    stdio: 'ignore',
    detached: true,
  });
  const release = passOnSignals(child);
  const end = new Promise((done) => child.once('close', () => done('ended')));
  let size = -1;
  let grewAt = performance.now();
  while ((await Promise.race([end, wait(500)])) !== 'ended') {
    const now = folderBytes(tempDir) + folderBytes(modulePath('electron', 'dist'));
    if (now !== size) [size, grewAt] = [now, performance.now()];
    else if (performance.now() - grewAt > stalledAfterMs) endGroup(child);
  }
  release();
  rmSync(tempDir, { recursive: true, force: true });
}

function folderBytes(dir) {
  try {
    return readdirSync(dir, { recursive: true }).reduce((sum, name) => sum + sizeOf(join(dir, name)), 0);
  } catch {
    return 0;
  }
}

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
