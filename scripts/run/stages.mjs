/**
 * @typedef {object} StageResult
 * @property {number} passed Checks that held.
 * @property {number} failed Checks that did not.
 * @property {string} [details] What to print when something failed.
 * @property {string} [note] A short remark for the stage's line.
 * @property {number} [ran] How many cases ran, where the stage counts cases.
 *
 * @typedef {object} Stage
 * @property {string} name What `--only` calls it.
 * @property {string} title
 * @property {readonly string[]} needs Prerequisites by name; a missing one fails the stage.
 * @property {boolean} [alone] Runs with nothing beside it.
 * @property {(print: (line: string) => void) => Promise<StageResult>} run
 */

/**
 * Runs stages in their order, `width` at a time, and prints each as it ends. `missing` maps a prerequisite's name to why it
 * is missing. Answers the sums, the names of the stages that failed, and how many cases ran per stage.
 */
export async function runStages(stages, { width, missing, print }) {
  const total = { passed: 0, failed: 0, failedStages: [], ran: {} };
  let ended = 0;
  const running = new Set();
  for (const stage of stages) {
    while (running.size > 0 && (running.size >= width || stage.alone)) await Promise.race(running);
    const work = runOne(stage, missing, print).then(({ result, seconds }) => {
      ended += 1;
      total.passed += result.passed;
      total.failed += result.failed;
      if (result.ran !== undefined) total.ran[stage.name] = result.ran;
      if (result.failed > 0) total.failedStages.push(stage.name);
      const verdict = result.failed > 0 ? 'FAILED' : 'ok';
      const count = result.passed + result.failed > 1 ? ` ${result.passed} passed, ${result.failed} failed` : '';
      const note = result.note ? ` (${result.note})` : '';
      print(`[${ended}/${stages.length}] ${stage.title}: ${verdict}${count}${note}, ${seconds} s`);
      if (result.failed > 0 && result.details) print(indent(result.details));
    });
    running.add(work);
    void work.finally(() => running.delete(work));
    if (stage.alone) await work;
  }
  await Promise.all(running);
  return total;
}

async function runOne(stage, missing, print) {
  const startedAt = performance.now();
  const result = await attempt(stage, missing, print);
  return { result, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) };
}

async function attempt(stage, missing, print) {
  const lacking = stage.needs.filter((need) => missing.has(need));
  if (lacking.length > 0) {
    return { passed: 0, failed: 1, details: `Not run: ${lacking.map((need) => missing.get(need)).join(' ')}` };
  }
  try {
    return await stage.run(print);
  } catch (error) {
    return { passed: 0, failed: 1, details: String(error?.stack ?? error) };
  }
}

function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
