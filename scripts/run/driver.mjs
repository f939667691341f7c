import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { run } from '../setup/processes.mjs';

/** A function that runs one operation of the contract in a profile, through the built core; it throws what the core refuses. */
export function driverOf(profile) {
  const core = join(projectDir, 'out', 'main', 'core.js');
  return async (operation, input = {}) => {
    const args = [core, '--driver', '--profile', profile, operation, JSON.stringify(input)];
    const result = await run(process.execPath, args, { timeoutMs: 60_000 });
    const line = result.stdout.trim().split('\n').at(-1) ?? '';
    const answer = line.startsWith('{') ? JSON.parse(line) : undefined;
    if (answer?.ok) return answer.value;
    throw new Error(`${operation}: ${answer ? JSON.stringify(answer.error) : result.stderr.trim() || 'no answer'}`);
  };
}
