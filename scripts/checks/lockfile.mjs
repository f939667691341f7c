import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the lockfiles for what must not be there: an address (the registry is the installer's own choice) and an entry
 * without an integrity sum. Answers `{ problems, looked }`.
 */
export function checkLockfiles(root, files) {
  const problems = [];
  let looked = 0;
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [path, entry] of Object.entries(JSON.parse(text).packages)) {
      if (path === '' || entry.link) continue;
      looked += 1;
      if (entry.resolved) problems.push(`${file}: ${path} names an address: ${entry.resolved}`);
      if (!entry.integrity?.startsWith('sha512-')) problems.push(`${file}: ${path} has no sha512 integrity`);
    }
    for (const address of text.match(/"(?:git\+|https?:|file:)[^"]*\.(?:tgz|git)[^"]*"/g) ?? []) {
      problems.push(`${file}: holds the address ${address}`);
    }
  }
  return { problems, looked };
}

/** The exact versions of package.json and no ranges: another day must not bring another program. */
export function checkExactVersions(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entries = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const problems = entries
    .filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} has the range ${version} instead of a version`);
  return { problems, looked: entries.length };
}
