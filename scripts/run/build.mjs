import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { modulePath, projectDir } from '../setup/paths.mjs';
import { run, whyFailed } from '../setup/processes.mjs';
import { say } from '../setup/say.mjs';

/** Everything that decides what a build contains. */
const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
const stampFile = join(projectDir, 'out', 'build-stamp');

/** The oldest Electron that one build has to run on (the fallback of set-up); electron-vite takes its targets from it. */
const oldestElectronMajor = '33';

/** Builds all processes and the page when a source differs from what the last build was made of. */
export async function ensureBuilt() {
  if (isFresh(sourceStamp())) return;
  await withLock(join(projectDir, '.cache', 'build.lock'), async () => {
    const stamp = sourceStamp();
    if (isFresh(stamp)) return;
    say('Building …');
    const result = await run(process.execPath, [modulePath('electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: projectDir,
      env: { ...process.env, ELECTRON_MAJOR_VER: oldestElectronMajor, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    if (result.code !== 0) throw new Error(`The build failed. ${whyFailed(result)}`);
    mkdirSync(join(projectDir, 'out'), { recursive: true });
    writeFileSync(stampFile, stamp);
  });
}

/** For whoever writes other things into `out/` (the development server does): the next start builds anew. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

function isFresh(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** Contents rather than times: a clone or a branch switch touches every file. */
function sourceStamp() {
  const hash = createHash('sha256').update(oldestElectronMajor);
  for (const file of sources.flatMap(filesUnder))
    hash.update(`\0${file}\0`).update(readFileSync(join(projectDir, file)));
  return hash.digest('hex');
}

function filesUnder(source) {
  if (!existsSync(join(projectDir, source))) return [];
  if (/\.\w+$/.test(source)) return [source];
  return readdirSync(join(projectDir, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectDir.length + 1))
    .sort();
}
