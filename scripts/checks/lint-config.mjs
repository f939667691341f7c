import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { guardedPackages, isPackageOf, zones } from './zones.mjs';

/** The configuration that `oxlint` reads; generated, because its zones come from the same table as the walker's. */
export const lintConfigFile = join(projectDir, '.oxlintrc.json');

const maxLines = ['error', { max: 400, skipBlankLines: false, skipComments: false }];

/** Builds the whole configuration of oxlint. */
export function buildLintConfig() {
  return {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'node'],
    categories: { correctness: 'error', suspicious: 'error' },
    env: { es2024: true },
    ignorePatterns: ['out/**', 'node_modules/**', 'resources/**', 'shots/**', '.cache/**', 'tests/**/bad-samples/**'],
    rules: {
      'import/no-cycle': 'error',
      'max-lines': maxLines,
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'react/no-danger': 'error',
      'react/rules-of-hooks': 'error',
      'react/exhaustive-deps': 'error',
      'typescript/no-explicit-any': 'error',
      'typescript/ban-ts-comment': 'error',
      'typescript/consistent-type-imports': 'error',
      'typescript/no-floating-promises': 'error',
      'typescript/no-misused-promises': 'error',
      'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'typescript/no-non-null-assertion': 'error',
      // Off: each of these fights what the project does on purpose.
      'react/react-in-jsx-scope': 'off',
      'import/no-unassigned-import': 'off',
      'import/no-named-as-default-member': 'off',
      'import/no-named-as-default': 'off',
      'no-await-in-loop': 'off',
      'no-underscore-dangle': 'off',
      'unicorn/no-array-sort': 'off',
      'unicorn/no-array-reverse': 'off',
      'unicorn/no-useless-spread': 'off',
      // MessagePort.postMessage has no target origin; windows are never posted to.
      'unicorn/require-post-message-target-origin': 'off',
      'typescript/consistent-return': 'off',
      'typescript/unbound-method': 'off',
      'typescript/no-unsafe-type-assertion': 'off',
      'typescript/no-unnecessary-type-parameters': 'off',
      // [...text] is how code points are counted.
      'typescript/no-misused-spread': 'off',
      // Control characters are what the text cleaning looks for.
      'no-control-regex': 'off',
      'unicorn/consistent-function-scoping': 'off',
      'unicorn/require-module-specifiers': 'off',
      'promise/always-return': 'off',
      'no-new': 'off',
      'no-unmodified-loop-condition': 'off',
      // Virtual lists have no native element with the roles that they need.
      'jsx-a11y/prefer-tag-over-role': 'off',
      // Rows of a listbox are reached through its active descendant, forms catch keys for their fields; axe and the keyboard
      // test judge the real screens.
      'jsx-a11y/click-events-have-key-events': 'off',
      'jsx-a11y/interactive-supports-focus': 'off',
      'jsx-a11y/no-noninteractive-element-interactions': 'off',
      'jsx-a11y/no-static-element-interactions': 'off',
      'jsx-a11y/no-autofocus': 'off',
      // Conditions of the React Compiler, which is not used here; rules-of-hooks and exhaustive-deps stay.
      ...off('react', [
        'incompatible-library',
        'exhaustive-effect-dependencies',
        'set-state-in-effect',
        'immutability',
      ]),
      ...off('react', ['refs', 'hooks', 'static-components', 'use-memo', 'purity', 'globals', 'set-state-in-render']),
      'promise/no-callback-in-promise': 'off',
      // Setting onmessage also starts a MessagePort.
      'unicorn/prefer-add-event-listener': 'off',
    },
    overrides: [
      // The last one that fits wins, so the most special zone comes last.
      ...zones.toReversed().map(zoneOverride),
      {
        files: ['electron/**', 'shared/**', 'tests/**', 'scripts/**', 'renderer/**/*.ts'],
        rules: { 'unicorn/filename-case': ['error', { case: 'kebabCase' }] },
      },
      {
        files: ['renderer/**/*.tsx'],
        rules: { 'unicorn/filename-case': ['error', { cases: { pascalCase: true, kebabCase: true } }] },
      },
      {
        files: ['scripts/**', 'tests/**'],
        rules: {
          'typescript/no-non-null-assertion': 'off',
          'react/rules-of-hooks': 'off',
          'react-hooks/rules-of-hooks': 'off',
        },
      },
      // A class of single marks that combine on purpose: they are what it removes.
      { files: ['shared/domain/display-text.ts'], rules: { 'no-misleading-character-class': 'off' } },
    ],
  };
}

function off(plugin, rules) {
  return Object.fromEntries(rules.map((rule) => [`${plugin}/${rule}`, 'off']));
}

function zoneOverride(zone) {
  const paths = guardedPackages.filter((name) => !isPackageOf(zone, name)).map((name) => forbid({ name }, zone));
  const patterns = zone.node ? [] : [forbid({ group: ['node:*'] }, zone)];
  for (const other of zones) {
    if (!other.segment || other === zone || zone.may.includes(other.name)) continue;
    // Repositories lie below db/: who may use them is told apart by the walker.
    if (other.name === 'core/db' && zone.may.includes('core/repositories')) continue;
    if (!zone.folder.startsWith('electron/core/')) continue;
    patterns.push(
      forbid(
        { regex: `^\\.{1,2}/(?:.*/)?${other.segment}/`, allowTypeImports: zone.types?.includes(other.name) },
        zone,
      ),
    );
  }
  if (!zone.folder.startsWith('renderer/')) patterns.push(forbid({ group: ['@renderer/*', '**/renderer/**'] }, zone));
  if (!zone.folder.startsWith('electron/')) patterns.push(forbid({ group: ['**/electron/**'] }, zone));
  return {
    files: [zone.folder.endsWith('/') ? `${zone.folder}**` : zone.folder],
    rules: { 'no-restricted-imports': ['error', { paths, patterns }] },
  };
}

function forbid(what, zone) {
  const { allowTypeImports, ...rest } = what;
  return {
    ...rest,
    ...(allowTypeImports ? { allowTypeImports } : {}),
    message: `${zone.name} may not import this (scripts/checks/zones.mjs).`,
  };
}

/** The text of the configuration file. */
export function lintConfigText() {
  return `${JSON.stringify(buildLintConfig(), null, 2)}\n`;
}

/** True when the committed file is what the table says. */
export function isLintConfigCurrent() {
  return readFileSync(lintConfigFile, 'utf8') === lintConfigText();
}

if (process.argv[1] === import.meta.filename) writeFileSync(lintConfigFile, lintConfigText());
