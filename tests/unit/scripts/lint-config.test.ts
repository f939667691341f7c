import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { isLintConfigCurrent, lintConfigText } from '../../../scripts/checks/lint-config.mjs';
import { modulePath } from '../../../scripts/setup/paths.mjs';
import { temporaryTree } from './temporary-tree';

// A loaded machine needs its time to start a program.
vi.setConfig({ testTimeout: 60_000 });

/** Lints one planted file under the project's own rules, in a tree of its own; answers the rules that it broke. */
const lint = (path: string, text: string): readonly string[] => {
  const root = temporaryTree({ '.oxlintrc.json': lintConfigText(), [path]: text });
  const oxlint = spawnSync(process.execPath, [modulePath('oxlint', 'bin', 'oxlint'), '--format=json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { diagnostics }: { diagnostics: { code: string }[] } = JSON.parse(oxlint.stdout);
  return diagnostics.map(({ code }) => code);
};

describe('lint rules', () => {
  it('are the ones that the table of zones says (else run: node scripts/checks/lint-config.mjs)', () => {
    expect(isLintConfigCurrent()).toBe(true);
  });

  it.each([
    ['electron/main/index.ts', "import Database from 'better-sqlite3';\nexport default Database;\n"],
    ['electron/core/contract/a.handlers.ts', "export { db } from '../db/agency/agency-db';\n"],
    ['electron/core/services/a/b.ts', "import { app } from 'electron';\nexport const name = app.getName();\n"],
    ['renderer/components/Tag.tsx', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
    ['shared/domain/fold.ts', "import { useState } from 'react';\nexport const state = useState;\n"],
  ])('refuse a forbidden import in %s', (path, text) => {
    expect(lint(path, text)).toContain('eslint(no-restricted-imports)');
  });

  it('let a repository use Drizzle', () => {
    expect(
      lint('electron/core/db/agency/repositories/a.ts', "import { eq } from 'drizzle-orm';\nexport const same = eq;\n"),
    ).toEqual([]);
  });

  it.each([
    [
      'react(no-danger)',
      'export const Raw = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
    ],
    ['jsx-a11y(alt-text)', 'export const Picture = () => <img src="a.png" />;\n'],
    ['typescript(no-explicit-any)', 'export const loose = (value: any): string => String(value);\n'],
  ])('report %s', (rule, text) => {
    expect(lint('renderer/components/Bad.tsx', text)).toContain(rule);
  });

  it('report a circle of imports', () => {
    const root = temporaryTree({
      '.oxlintrc.json': lintConfigText(),
      'shared/domain/a.ts': "import { b } from './b';\nexport const a = (): string => b();\n",
      'shared/domain/b.ts': "import { a } from './a';\nexport const b = (): string => a();\n",
    });
    const oxlint = spawnSync(process.execPath, [modulePath('oxlint', 'bin', 'oxlint')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(oxlint.stdout).toContain('no-cycle');
  });
});
