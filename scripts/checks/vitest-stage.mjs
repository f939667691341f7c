import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../run/build.mjs';
import { openVirtualDisplay } from '../run/display.mjs';
import { withKeychain } from '../run/keyring.mjs';
import { readRuntime } from '../setup/index.mjs';
import { modulePath, projectDir } from '../setup/paths.mjs';
import { run } from '../setup/processes.mjs';

/** No project of tests may take longer; a hanging one fails instead of holding the run for ever. */
const longestRunMs = 45 * 60 * 1000;

/** The committed least number of cases per vitest project. */
export const minimumFile = join(projectDir, 'tests', 'minimum.json');

/**
 * A stage that runs one vitest project and counts its cases. `keychain` runs it inside a real Secret Service, `display` on
 * a display of its own, `electron` in the Node inside Electron, which is the product's; `built` makes sure of a fresh build.
 */
export function vitestStage(project, { title, name = project, needs = [], built, keychain, display, electron }) {
  return {
    name,
    title,
    needs: ['packages', 'runtime', ...needs],
    alone: true,
    run: async (print) => {
      print(`${title} …`);
      if (built) await ensureBuilt();
      const screen =
        display && process.platform === 'linux' ? await openVirtualDisplay({ width: 1700, height: 1100 }) : undefined;
      try {
        const env = { ...screen?.env, ...(electron ? { ELECTRON_RUN_AS_NODE: '1' } : {}) };
        const program = electron ? readRuntime().electron.path : process.execPath;
        return judge(name, await runVitest(project, { name, program, keychain, env, print }));
      } finally {
        screen?.close();
      }
    },
  };
}

async function runVitest(project, { name, program, keychain, env, print }) {
  const resultsDir = join(projectDir, '.cache', 'test-counts');
  const countsFile = join(resultsDir, `${name}.json`);
  mkdirSync(resultsDir, { recursive: true });
  rmSync(countsFile, { force: true });
  const vitest = [
    modulePath('vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--reporter=default', '--silent=passed-only'],
    `--reporter=${join(projectDir, 'scripts', 'checks', 'vitest-progress.mjs')}`,
  ];
  const [command, args] = keychain ? await withKeychain(program, vitest) : [program, vitest];
  const ended = await run(command, args, {
    cwd: projectDir,
    env: { ...process.env, ...env, CHORALE_TEST_COUNTS: countsFile, NO_COLOR: '1' },
    timeoutMs: longestRunMs,
    onStderr: progressLines(print),
  });
  return { ...ended, counts: readCounts(countsFile) };
}

/** Prints only the lines of the progress reporter: what tests and Electron write there belongs to the details. */
function progressLines(print) {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) if (isProgress(line)) print(line);
  };
}

function isProgress(line) {
  return /^ {6}(ok|FAILED) /.test(line);
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Turns a finished run into counts; nothing that did not run, or ran too little, passes in silence. */
export function judge(project, { code, timedOut, stdout, stderr, counts }, minimum = readMinimum(project)) {
  const errors = stderr.split('\n').filter((line) => !isProgress(line));
  const output = `${stdout}\n${errors.slice(-40).join('\n')}`;
  if (!counts) {
    const why = timedOut
      ? `gave no result within ${longestRunMs / 60_000} minutes`
      : `ended with status ${code} before it counted`;
    return { passed: 0, failed: 1, details: `The ${project} tests: the run ${why}.\n${output}` };
  }
  const problems = [];
  if (counts.skipped > 0) problems.push(`${counts.skipped} cases were skipped; a skipped case counts as failed.`);
  if (counts.errors > 0) problems.push(`${counts.errors} errors happened outside of cases.`);
  const ran = counts.passed + counts.failed;
  const tooFew = ran < minimum ? 1 : 0;
  if (tooFew) problems.push(`Only ${ran} cases ran; tests/minimum.json asks for ${minimum}.`);
  let failed = counts.failed + counts.skipped + counts.errors + tooFew;
  if (failed === 0 && code !== 0) {
    problems.push(`vitest ended with status ${code}.`);
    failed = 1;
  }
  return { passed: counts.passed, failed, ran, details: `${problems.join('\n')}\n${output}` };
}

/** The least number of cases of a project; a project without one needs one case. */
export function readMinimum(project) {
  return JSON.parse(readFileSync(minimumFile, 'utf8'))[project] ?? 1;
}
