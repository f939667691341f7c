import { ensureDebianPackages } from './debian-packages.mjs';
import { setUp } from './index.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';

/** Prerequisites in the order in which they build on each other. */
const steps = [
  ['packages', () => ensureNpmPackages()],
  ['display', () => ensureDebianPackages(['display'])],
  ['keyring', () => ensureDebianPackages(['keyring'])],
  ['tests', () => ensureDebianPackages(['tests'])],
  ['runtime', () => setUp()],
];

/** Brings each wanted prerequisite; answers those that could not be had, each with its reason. Nothing is thrown. */
export async function prepare(wanted, print) {
  const missing = new Map();
  for (const [name, bring] of steps) {
    if (!wanted.has(name)) continue;
    try {
      await bring();
    } catch (error) {
      missing.set(name, error.message);
      print(`Missing: ${error.message}`);
    }
  }
  return missing;
}
