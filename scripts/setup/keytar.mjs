import { modulePath } from './paths.mjs';
import { run } from './processes.mjs';
import { CannotHave } from './say.mjs';

/** Loads keytar's shipped binary in a child of the Electron that will use it; it needs libsecret at run time. */
export async function checkKeytar(electronPath) {
  const code = `require(${JSON.stringify(modulePath('keytar'))}); console.log('loads')`;
  const probe = await run(electronPath, ['-e', code], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  if (probe.stdout.trim() === 'loads') return;
  const why = probe.stderr.split('\n').find((line) => line.includes('rror')) ?? 'it crashed';
  throw new CannotHave(`The keychain module does not load (${why.trim()}).`, 'apt-get install -y libsecret-1-0');
}
