// npm run db:generate [-- --name what-it-does] [-- --custom]: writes a migration for every database whose schema changed.
import { spawnSync } from 'node:child_process';
import { databases } from './checks/migrations.mjs';
import { setUpForNode } from './setup/index.mjs';
import { modulePath, projectDir } from './setup/paths.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
  await setUpForNode();
  for (const { name, config } of databases) {
    say(`${name}:`);
    const args = [modulePath('drizzle-kit', 'bin.cjs'), 'generate', '--config', config, ...process.argv.slice(2)];
    const { status } = spawnSync(process.execPath, args, { cwd: projectDir, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  say('Read the SQL before you commit it.');
  return 0;
});
