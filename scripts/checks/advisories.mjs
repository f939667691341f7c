import { npmCommand } from '../setup/npm-packages.mjs';
import { projectDir } from '../setup/paths.mjs';
import { run } from '../setup/processes.mjs';

/**
 * Asks for known weaknesses of what is shipped. Not every source of packages offers that: then the answer is a note, and
 * nothing is claimed.
 */
export async function checkAdvisories() {
  const [command, args] = npmCommand(['audit', '--json', '--omit=dev', '--audit-level=high']);
  const result = await run(command, args, { cwd: projectDir, timeoutMs: 60_000 });
  try {
    const { metadata, vulnerabilities } = JSON.parse(result.stdout);
    const { high, critical } = metadata.vulnerabilities;
    const problems = Object.values(vulnerabilities)
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ name, severity }) => `${name}: ${severity}`);
    return { problems: high + critical > 0 ? problems : [], looked: metadata.dependencies.total };
  } catch {
    return undefined;
  }
}
