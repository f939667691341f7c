import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { modulePath, projectDir } from '../setup/paths.mjs';
import { run, whyFailed } from '../setup/processes.mjs';

/** The two databases: their schema in code and the folder of their shipped migrations. */
export const databases = ['agency', 'workspace'].map((name) => ({
  name,
  schema: `electron/core/db/${name}/schema/index.ts`,
  migrations: `resources/migrations/${name}`,
  config: `scripts/drizzle-${name}.config.ts`,
}));

/**
 * Journal against files: the migrator silently skips a step stamped earlier than the newest applied one, and a file that
 * the journal does not name. Answers `{ problems, looked }`.
 */
export function checkJournal(folder) {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const problems = [];
  entries.forEach((entry, at) => {
    if (entry.idx !== at) problems.push(`${folder}: entry ${at} of the journal has the number ${entry.idx}`);
    if (at > 0 && entry.when <= entries[at - 1].when)
      problems.push(`${folder}: ${entry.tag} is not stamped later than ${entries[at - 1].tag}`);
    if (!existsSync(join(folder, `${entry.tag}.sql`))) problems.push(`${folder}: ${entry.tag}.sql is missing`);
  });
  for (const file of files) {
    if (!entries.some(({ tag }) => `${tag}.sql` === file))
      problems.push(`${folder}: the journal does not name ${file}`);
  }
  return { problems, looked: entries.length };
}

/** The schema in code against the migrations: asks drizzle-kit, in a copy, whether it would write another step. */
export async function checkDrift({ name, schema, migrations }) {
  const copy = mkdtempSync(join(projectDir, '.cache', `migrations-${name}-`));
  try {
    cpSync(join(projectDir, migrations), copy, { recursive: true });
    const before = readdirSync(copy).length;
    const result = await run(
      process.execPath,
      [
        modulePath('drizzle-kit', 'bin.cjs'),
        'generate',
        '--dialect',
        'sqlite',
        '--schema',
        schema,
        '--out',
        copy.slice(projectDir.length + 1),
      ],
      { cwd: projectDir, timeoutMs: 120_000 },
    );
    if (result.code !== 0) return [`${name}: drizzle-kit failed. ${whyFailed(result)}`];
    if (readdirSync(copy).length === before) return [];
    return [`${name}: the schema has changed without a migration; run: npm run db:generate`];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** All checks of both databases. Answers `{ problems, looked }`. */
export async function checkMigrations() {
  const journals = databases.map(({ migrations }) => checkJournal(join(projectDir, migrations)));
  const drift = (await Promise.all(databases.map(checkDrift))).flat();
  return {
    problems: [...journals.flatMap(({ problems }) => problems), ...drift],
    looked: journals.reduce((sum, { looked }) => sum + looked, 0),
  };
}
