// npm run shots: pictures of the main screens of the sample agency, in both themes and languages, narrow and wide, into the
// ignored folder shots/. `npm run shots -- --only desk,thread` takes some of them.
import { join } from 'node:path';
import { ensureBuilt } from './run/build.mjs';
import { openVirtualDisplay } from './run/display.mjs';
import { runWindowScript } from './run/window-script.mjs';
import { setUp } from './setup/index.mjs';
import { projectDir } from './setup/paths.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  const isLinux = process.platform === 'linux';
  await setUp({ debian: ['display', 'keyring'] });
  await ensureBuilt();
  // Never the person's own screen: its size and scale would show in the pictures.
  const display = isLinux ? await openVirtualDisplay({ width: 1700, height: 1100 }) : undefined;
  try {
    return await runWindowScript(join(projectDir, 'scripts', 'run', 'take-shots.mjs'), {
      env: { ...process.env, ...display?.env },
      args: process.argv.slice(2),
    });
  } finally {
    display?.close();
  }
});
