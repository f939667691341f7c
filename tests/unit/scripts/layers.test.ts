import { describe, expect, it } from 'vitest';
import { checkLayers } from '../../../scripts/checks/layers.mjs';
import { temporaryTree } from './temporary-tree';

/** Modules that the planted imports point at. */
const targets = {
  'shared/domain/ids.ts': 'export type Id = string;',
  'shared/contract/outbox.ts': "import { z } from 'zod'; export const outbox = z.object({});",
  'electron/core/db/agency/agency-db.ts': 'export const db = 1; export type Db = number;',
  'electron/core/db/open.ts': 'export const open = 1; export type Sqlite = number;',
  'electron/core/services/drafts/draft-service.ts': 'export const drafts = 1;',
  'electron/core/connectors/core/types.ts': 'export type Link = string;',
  'electron/core/connectors/alpha/index.ts': 'export const alpha = 1;',
  'renderer/features/desk/Desk.tsx': 'export const Desk = 1;',
};

const problemsOf = (path: string, text: string): readonly string[] =>
  checkLayers(temporaryTree({ ...targets, [path]: text })).problems;

describe('layer rules', () => {
  it('let an import through that the table allows', () => {
    expect(
      problemsOf('electron/core/services/outbox/send.ts', "import type { Id } from '@shared/domain/ids';"),
    ).toEqual([]);
    expect(
      problemsOf('electron/core/services/outbox/send.ts', "import { drafts } from '../drafts/draft-service';"),
    ).toEqual([]);
  });

  it.each([
    [
      'electron/core/contract/outbox.handlers.ts',
      "import { db } from '../db/agency/agency-db';",
      'core/contract may not import',
    ],
    [
      'electron/core/contract/outbox.handlers.ts',
      "export { db } from '../db/agency/agency-db';",
      'core/contract may not import',
    ],
    [
      'electron/core/services/outbox/send.ts',
      "const late = await import('../../connectors/alpha/index');",
      'core/services may not import',
    ],
    [
      'electron/core/connectors/beta/index.ts',
      "import { alpha } from '../alpha/index';",
      'connectors/<network> may not import',
    ],
    [
      'electron/core/db/backup.ts',
      "import { drafts } from '../services/drafts/draft-service';",
      'core/db may not import',
    ],
    [
      'renderer/features/composer/Composer.tsx',
      "import { Desk } from '../desk/Desk';",
      'renderer/features/<feature> may not import',
    ],
    [
      'renderer/components/Tag.tsx',
      "import { app } from 'electron';",
      'renderer/shared may not import the package electron',
    ],
    [
      'renderer/components/Tag.tsx',
      "import { readFileSync } from 'node:fs';",
      'renderer/shared may not import node:fs',
    ],
    ['shared/domain/fold.ts', "import { useState } from 'react';", 'shared may not import the package react'],
    [
      'electron/main/index.ts',
      "import Database from 'better-sqlite3';",
      'main may not import the package better-sqlite3',
    ],
    [
      'electron/keychain/index.ts',
      "import { drafts } from '../core/services/drafts/draft-service';",
      'keychain may not import',
    ],
  ])('catch a planted import in %s', (path, text, problem) => {
    expect(problemsOf(path, text)).toEqual([expect.stringContaining(problem)]);
  });

  it('let services take the type of a database and its transactions, but not open one', () => {
    const path = 'electron/core/services/outbox/send.ts';
    expect(problemsOf(path, "import type { Sqlite } from '../../db/open';")).toEqual([]);
    expect(problemsOf(path, "import { db } from '../../db/agency/agency-db';")).toEqual([]);
    expect(problemsOf(path, "import { open } from '../../db/open';")).toHaveLength(1);
  });

  it('catch a file that lies in no zone', () => {
    expect(problemsOf('electron/elsewhere/thing.ts', 'export {};')).toEqual([
      expect.stringContaining('lies in no zone'),
    ]);
  });

  it('keep zod out of what the page loads at once, but not out of what it loads later', () => {
    const app = "import { outbox } from '@shared/contract/outbox';";
    const files = { ...targets, 'renderer/app/App.tsx': app };
    const atOnce = checkLayers(temporaryTree({ ...files, 'renderer/main.tsx': "import './app/App';" }));
    const later = checkLayers(temporaryTree({ ...files, 'renderer/main.tsx': "void import('./app/App');" }));
    expect(atOnce.problems).toEqual([
      'first load holds zod: renderer/main.tsx > renderer/app/App.tsx > shared/contract/outbox.ts > zod',
    ]);
    expect(later.problems).toEqual([]);
  });

  it('say how many modules they saw', () => {
    expect(checkLayers(temporaryTree(targets)).looked).toBe(Object.keys(targets).length);
  });
});
