import { checkMigrations } from './checks/migrations.mjs';
import { setUpForNode } from './setup/index.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
  await setUpForNode();
  const { problems, looked } = await checkMigrations();
  problems.forEach(say);
  if (problems.length === 0)
    say(`${looked} migrations: stamps rise, nothing is missing, the schema has no change without one.`);
  return problems.length === 0 ? 0 : 1;
});
