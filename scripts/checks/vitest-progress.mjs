import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A reporter for vitest: prints one line for each finished test file on stderr and writes the counts to the file named by
 * CHORALE_TEST_COUNTS. Skipped cases and errors outside of cases are counted apart, because `npm test` fails on both.
 */
export default class VitestProgress {
  onTestModuleEnd(module) {
    const counts = count(module);
    const name = relative(process.cwd(), module.moduleId);
    const bad = counts.failed + counts.skipped + counts.errors > 0;
    const extra = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stderr.write(
      `      ${bad ? 'FAILED' : 'ok'} ${name}: ${counts.passed} passed, ${counts.failed} failed${extra}\n`,
    );
  }

  onTestRunEnd(modules, unhandledErrors) {
    const total = { passed: 0, failed: 0, skipped: 0, errors: unhandledErrors.length };
    for (const module of modules) {
      for (const [key, value] of Object.entries(count(module))) total[key] += value;
    }
    if (process.env.CHORALE_TEST_COUNTS) writeFileSync(process.env.CHORALE_TEST_COUNTS, JSON.stringify(total));
  }
}

function count(module) {
  const counts = { passed: 0, failed: 0, skipped: 0, errors: module.errors().length };
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed' || state === 'failed') counts[state] += 1;
    // What is neither passed nor failed did not run.
    else counts.skipped += 1;
  }
  return counts;
}
