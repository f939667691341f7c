import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMigrated, versionOf } from '../../electron/core/db/migrate';
import { resourcesDir } from '../support/core/test-core';

const shipped = (name: string): string => join(resourcesDir, 'migrations', name);
const databases = ['agency', 'workspace'] as const;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chorale-migrate-'));
});

const schemaOf = (db: Database.Database): Record<string, string> =>
  Object.fromEntries(
    db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts_%' AND name <> '__drizzle_migrations' ORDER BY name",
      )
      .all()
      .map(({ name, sql }) => [name, sql.replace(/\s+/g, ' ')]),
  );

/** A folder of migrations with one step more than is shipped. */
function withOneMore(name: string, sql: string): string {
  const copy = join(folder, 'migrations');
  cpSync(shipped(name), copy, { recursive: true });
  const file = join(copy, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as {
    entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[];
  };
  const last = journal.entries.at(-1);
  journal.entries.push({
    idx: journal.entries.length,
    version: '6',
    when: (last?.when ?? 0) + 1,
    tag: '9999_next',
    breakpoints: true,
  });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(copy, '9999_next.sql'), sql);
  return copy;
}

describe.each(databases)('the %s database', (name) => {
  it('has, after all migrations, exactly the schema that was agreed', () => {
    const opened = openMigrated(join(folder, 'data.db'), shipped(name), folder, 1);
    if (!opened.ok) throw new Error(opened.error.code);
    const schema = schemaOf(opened.value);
    opened.value.close();
    const agreed = JSON.parse(readFileSync(join(import.meta.dirname, 'schema.snapshot.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(schema).toEqual(agreed[name]);
  });

  it('is brought forward with its rows, after a copy was taken', () => {
    const file = join(folder, 'data.db');
    const backups = join(folder, 'backups');
    const first = openMigrated(file, shipped(name), backups, 1);
    if (!first.ok) throw new Error(first.error.code);
    const table = name === 'agency' ? 'meta' : 'labels';
    if (name === 'agency') first.value.prepare("INSERT INTO meta VALUES ('k', 'v')").run();
    else first.value.prepare("INSERT INTO labels VALUES ('l1', 'Kargo', 'kargo', '#000000', 1, NULL)").run();
    first.value.close();
    expect(existsSync(backups)).toBe(false);

    const second = openMigrated(file, withOneMore(name, `ALTER TABLE ${table} ADD COLUMN extra text;`), backups, 2);
    if (!second.ok) throw new Error(second.error.code);
    expect(second.value.prepare(`SELECT count(*) AS n FROM ${table} WHERE extra IS NULL`).get()).toEqual({ n: 1 });
    expect(second.value.pragma('user_version', { simple: true })).toBe(versionOf(shipped(name)) + 1);
    second.value.close();
    expect(readdirSync(backups)).toHaveLength(1);
  });

  it('stays as it was when a step fails', () => {
    const file = join(folder, 'data.db');
    const first = openMigrated(file, shipped(name), folder, 1);
    if (!first.ok) throw new Error(first.error.code);
    const before = schemaOf(first.value);
    first.value.close();
    const failed = openMigrated(
      file,
      withOneMore(name, 'CREATE TABLE half (id text);\n--> statement-breakpoint\nSELECT nothing FROM nowhere;'),
      folder,
      2,
    );
    expect(failed.ok ? null : failed.error.reason).toBe('migration_failed');
    const again = openMigrated(file, shipped(name), folder, 3);
    if (!again.ok) throw new Error(again.error.code);
    expect(schemaOf(again.value)).toEqual(before);
    again.value.close();
  });
});

describe('a step that rebuilds a table', () => {
  it('keeps the rows that hang on it', () => {
    const file = join(folder, 'data.db');
    const first = openMigrated(file, shipped('agency'), folder, 1);
    if (!first.ok) throw new Error(first.error.code);
    first.value
      .prepare(
        "INSERT INTO workspaces VALUES ('w', 'Lale', '#000000', 'L', NULL, 1, 'UTC', 'tr', 0, 0, NULL, 1, 1, NULL)",
      )
      .run();
    first.value.prepare("INSERT INTO workspace_identities VALUES ('i', 'w', 'name', 'Lale', 'lale', 0, 1)").run();
    first.value.close();
    const rebuild = [
      'CREATE TABLE workspaces_new AS SELECT * FROM workspaces;',
      'DROP TABLE workspaces;',
      'ALTER TABLE workspaces_new RENAME TO workspaces;',
      'CREATE UNIQUE INDEX workspaces_id ON workspaces(id);',
    ].join('\n--> statement-breakpoint\n');
    const second = openMigrated(file, withOneMore('agency', rebuild), folder, 2);
    if (!second.ok) throw new Error(second.error.code);
    expect(second.value.prepare('SELECT count(*) AS n FROM workspace_identities').get()).toEqual({ n: 1 });
    second.value.close();
  });
});
