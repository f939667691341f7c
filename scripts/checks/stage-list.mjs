import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../run/build.mjs';
import { modulePath, projectDir } from '../setup/paths.mjs';
import { run, whyFailed } from '../setup/processes.mjs';
import { checkAdvisories } from './advisories.mjs';
import { checkLicences } from './licences.mjs';
import { checkExactVersions, checkLockfiles } from './lockfile.mjs';
import { vitestStage } from './vitest-stage.mjs';

/** Fewest modules that the checks over the product's sources must see; below it they look at the wrong place. */
const leastModules = 150;

const node = process.execPath;
const tsc = modulePath('typescript', 'bin', 'tsc');

/** Every stage of `npm test`, in order. The checks that parse sources are loaded late: they need the npm packages. */
export function allStages() {
  return [
    commandStage('format', 'Formatting (oxfmt)', node, [modulePath('oxfmt', 'bin', 'oxfmt'), '--check']),
    commandStage('lint', 'Lint (oxlint, with types)', node, [
      modulePath('oxlint', 'bin', 'oxlint'),
      '--type-aware',
      '--deny-warnings',
    ]),
    commandStage('types', 'Types: processes, against Electron 45', node, [tsc, '-p', 'electron']),
    commandStage('types', 'Types: processes, against Electron 33', node, [
      tsc,
      '-p',
      'electron/tsconfig.electron33.json',
    ]),
    commandStage('types', 'Types: page', node, [tsc, '-p', 'renderer']),
    commandStage('types', 'Types: tests', node, [tsc, '-p', 'tests']),
    checkStage('layers', 'Layer rules', leastModules, async () =>
      (await import('./layers.mjs')).checkLayers(projectDir),
    ),
    checkStage('layers', 'Generic code names no network', leastModules, async () =>
      (await import('./network-names.mjs')).checkNetworkNames(projectDir),
    ),
    commandStage('dead-code', 'Dead code (knip)', node, [
      modulePath('knip', 'bin', 'knip.js'),
      ...['--config', 'scripts/knip.json', '--no-progress'],
    ]),
    checkStage('security', 'Security scan of the sources', leastModules, async () =>
      (await import('./security-scan.mjs')).scanSources(projectDir),
    ),
    checkStage('lockfile', 'Lockfiles: integrity, no addresses', 500, () => checkLockfiles(projectDir, lockfiles())),
    checkStage('lockfile', 'Exact versions', 40, () => checkExactVersions(projectDir)),
    checkStage('licences', 'Licences', 500, () => checkLicences(projectDir)),
    advisoriesStage(),
    checkStage('db', 'Migrations: stamps and drift', 2, async () =>
      (await import('./migrations.mjs')).checkMigrations(),
    ),
    buildStage(),
    vitestStage('unit', { title: 'Unit tests' }),
    vitestStage('unit', { name: 'unit-electron', title: "Unit tests on Electron's own Node", electron: true }),
    vitestStage('integration', { title: 'Integration tests', needs: ['tests'], built: true }),
    vitestStage('migrations', { title: 'Migration tests' }),
    vitestStage('keychain', {
      title: 'Keychain tests in a real Secret Service',
      needs: ['display', 'keyring', 'tests'],
      built: true,
      keychain: true,
      display: true,
    }),
    vitestStage('connectors', {
      title: 'Connector tests against real servers',
      needs: ['keyring', 'tests'],
      built: true,
      keychain: true,
    }),
    vitestStage('e2e', {
      title: 'End-to-end tests in real Electron',
      needs: ['display', 'keyring', 'tests'],
      built: true,
      keychain: true,
      display: true,
    }),
  ];
}

/** The quick part, for daily use: what `npm run check` runs side by side. */
export const quickStages = ['format', 'lint', 'types', 'layers', 'db', 'unit'];

/** A stage that is one command: it holds when the command ends with 0. */
function commandStage(name, title, command, args) {
  return {
    name,
    title,
    needs: ['packages'],
    run: async () => {
      const result = await run(command, args, { cwd: projectDir, env: { ...process.env, NO_COLOR: '1' } });
      return result.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: whyFailed(result) };
    },
  };
}

/** A stage that is one of our own checks: it holds when it found no problem and looked at enough. */
export function checkStage(name, title, least, check) {
  return {
    name,
    title,
    needs: ['packages'],
    run: async () => {
      const { problems, looked } = await check();
      const found =
        looked < least
          ? [...problems, `Only ${looked} things were looked at; at least ${least} are expected.`]
          : problems;
      return {
        passed: found.length === 0 ? 1 : 0,
        failed: found.length === 0 ? 0 : 1,
        details: found.join('\n'),
        note: `${looked} looked at`,
      };
    },
  };
}

function advisoriesStage() {
  return {
    name: 'advisories',
    title: 'Known weaknesses (npm audit)',
    needs: ['packages'],
    run: async () => {
      const answer = await checkAdvisories();
      // Not offered here: said, and counted neither way.
      if (!answer) return { passed: 0, failed: 0, note: 'advisories not checked' };
      return {
        passed: answer.problems.length === 0 ? 1 : 0,
        failed: answer.problems.length === 0 ? 0 : 1,
        details: answer.problems.join('\n'),
      };
    },
  };
}

function buildStage() {
  return {
    name: 'build',
    title: 'Build',
    needs: ['packages'],
    alone: true,
    run: async () => {
      await ensureBuilt();
      return { passed: 1, failed: 0 };
    },
  };
}

/** The project's own lockfile and those of the servers that the tests start. */
function lockfiles() {
  const below = readdirSync(join(projectDir, 'tests', 'servers'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `tests/servers/${entry.name}`)
    .filter((dir) => readdirSync(join(projectDir, dir)).includes('package-lock.json'));
  return ['package-lock.json', ...below.map((dir) => `${dir}/package-lock.json`)];
}
