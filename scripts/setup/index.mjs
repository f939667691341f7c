import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureDebianPackages } from './debian-packages.mjs';
import { ensureElectron } from './electron.mjs';
import { checkKeytar } from './keytar.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { modulePath, runtimeFile } from './paths.mjs';
import { ensureSqlite } from './sqlite.mjs';

/**
 * Brings what the project needs to run, installing only what is missing, and writes the findings to `.cache/runtime.json`:
 * `{ electron: { path, version, nodeVersion, source }, noSandbox, sqlite, checked }`.
 * `debian` names the groups of Debian packages that the caller needs beside those of the window.
 */
export async function setUp({ debian = [] } = {}) {
  await ensureNpmPackages();
  await ensureDebianPackages(['window', ...debian]);
  const electron = await ensureElectron();
  const checked = fingerprint(electron.path);
  const before = readRuntime();
  if (before?.checked === checked) return before;

  const sqlite = await ensureSqlite([
    { path: process.execPath, env: {} },
    { path: electron.path, env: { ELECTRON_RUN_AS_NODE: '1' } },
  ]);
  await checkKeytar(electron.path);
  // Chromium's sandbox cannot work for root; every other user keeps it.
  const noSandbox = process.platform === 'linux' && process.getuid?.() === 0;
  return writeRuntime({ electron, noSandbox, sqlite, checked: fingerprint(electron.path) });
}

/** The part of set-up that plain Node needs (the driver): no window, no Electron. */
export async function setUpForNode() {
  await ensureNpmPackages();
  const before = readRuntime();
  if (before?.checked === fingerprint(before?.electron?.path)) return;
  await ensureSqlite([{ path: process.execPath, env: {} }]);
}

/** What the last set-up found, or undefined. */
export function readRuntime() {
  return existsSync(runtimeFile) ? JSON.parse(readFileSync(runtimeFile, 'utf8')) : undefined;
}

function writeRuntime(runtime) {
  mkdirSync(dirname(runtimeFile), { recursive: true });
  writeFileSync(`${runtimeFile}.new`, `${JSON.stringify(runtime, null, 2)}\n`);
  renameSync(`${runtimeFile}.new`, runtimeFile);
  return runtime;
}

/** Changes whenever a check of native code has to be done again. */
function fingerprint(electronPath) {
  const files = [
    electronPath,
    modulePath('better-sqlite3', 'package.json'),
    modulePath('better-sqlite3', 'build', 'Release', 'better_sqlite3.node'),
    modulePath('keytar', 'package.json'),
  ];
  return [process.execPath, process.version, ...files.map((file) => `${file}@${changedAt(file)}`)].join(' ');
}

function changedAt(file) {
  return file && existsSync(file) ? statSync(file).mtimeMs : 0;
}
