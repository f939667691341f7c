import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that anything in the tree may have. */
const allowed = new Set([
  ...['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MPL-2.0', '0BSD', 'BlueOak-1.0.0'],
]);

/** Licences that only tools may have: they are never shipped. */
const allowedForTools = new Set(['CC0-1.0', 'Unlicense', 'WTFPL']);

/** Single packages that were looked at, each with the reason. */
const reviewed = new Map([
  ['argparse', ['Python-2.0', 'permissive; reads the update feed below electron-updater']],
  ['caniuse-lite', ['CC-BY-4.0', 'browser data of a build tool, not shipped']],
  ['@fontsource-variable/inter', ['OFL-1.1', 'a font, shipped with its licence']],
]);

/** Packages whose licence may not be used, in every entry of the lockfile. Answers `{ problems, looked }`. */
export function checkLicences(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const problems = entries
    .filter(([path, entry]) => !isAllowed(nameOf(path, entry), entry))
    .map(
      ([path, entry]) =>
        `${path}@${entry.version}: licence ${entry.license ?? 'unknown'}${entry.dev ? '' : ' (shipped)'}`,
    );
  return { problems, looked: entries.length };
}

function isAllowed(name, { license, dev }) {
  if (!license) return false;
  if (reviewed.get(name)?.[0] === license) return true;
  return isExpressionAllowed(license, (id) => allowed.has(id) || (dev === true && allowedForTools.has(id)));
}

/** "(MIT OR CC0-1.0)" lets us choose, "(Apache-2.0 AND MIT)" binds us to both. */
function isExpressionAllowed(expression, isIdAllowed) {
  const plain = expression.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((id) => isIdAllowed(id.trim())));
}

function nameOf(path, entry) {
  return entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
