// npm test: brings what is missing, runs every check, and ends with "N passed, N failed".
//   npm test -- --only unit,lint    some stages only (said at the end: it proves nothing about the rest)
//   npm test -- --list              the names of the stages
//   npm test -- --raise-minimum     after a green full run: commits more cases as the new minimum
import { readFileSync, writeFileSync } from 'node:fs';
import { allStages } from './checks/stage-list.mjs';
import { minimumFile } from './checks/vitest-stage.mjs';
import { runStages } from './run/stages.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

const args = process.argv.slice(2);
const print = (line) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  const stages = allStages();
  const names = [...new Set(stages.map(({ name }) => name))];
  if (args.includes('--list')) {
    print(names.join('\n'));
    return 0;
  }
  const only = onlyNames(names);
  const chosen = only ? stages.filter(({ name }) => only.includes(name)) : stages;

  const missing = await prepare(new Set(chosen.flatMap(({ needs }) => needs)), print);
  const total = await runStages(chosen, { width: 2, missing, print });
  if (args.includes('--raise-minimum') && total.failed === 0) raiseMinimum(total.ran);

  print('');
  if (only) print(`Partial run: only ${only.join(', ')}.`);
  if (total.failedStages.length > 0) print(`Failed: ${[...new Set(total.failedStages)].join(', ')}`);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

function onlyNames(names) {
  const at = args.findIndex((each) => each === '--only' || each.startsWith('--only='));
  if (at === -1) return undefined;
  const value = args[at].includes('=') ? args[at].split('=')[1] : args[at + 1];
  const wanted = (value ?? '').split(',').filter(Boolean);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Error(
      `--only takes some of: ${names.join(', ')}${unknown.length > 0 ? ` (not: ${unknown.join(', ')})` : ''}`,
    );
  }
  return wanted;
}

/** Raises only: a lower number is a decision, made by hand in the file. */
function raiseMinimum(ran) {
  const minimum = JSON.parse(readFileSync(minimumFile, 'utf8'));
  for (const [project, cases] of Object.entries(ran)) minimum[project] = Math.max(minimum[project] ?? 1, cases);
  writeFileSync(minimumFile, `${JSON.stringify(minimum, null, 2)}\n`);
}
