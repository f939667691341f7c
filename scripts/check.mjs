// npm run check: the quick checks, side by side, for use while working.
import { availableParallelism } from 'node:os';
import { allStages, quickStages } from './checks/stage-list.mjs';
import { runStages } from './run/stages.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  const stages = allStages()
    .filter(({ name }) => quickStages.includes(name))
    .map((stage) => ({ ...stage, alone: false }));
  const missing = await prepare(new Set(stages.flatMap(({ needs }) => needs)), print);
  const total = await runStages(stages, { width: Math.max(2, availableParallelism()), missing, print });
  print(`\nQuick part only; npm test runs everything.\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
