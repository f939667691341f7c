import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { hasProgram } from '../setup/processes.mjs';
import { CannotHave } from '../setup/say.mjs';

/**
 * The command line that runs `command` with a real keychain: on Linux a session bus and Secret Service of its own, where
 * their programs are missing the person's own session, elsewhere the system's keychain.
 */
export async function withKeychain(command, args) {
  if (process.platform !== 'linux') return [command, args];
  const programs = ['dbus-run-session', 'gnome-keyring-daemon', 'gdbus'];
  const found = await Promise.all(programs.map(hasProgram));
  if (found.every(Boolean)) return ['bash', [join(projectDir, 'scripts', 'with-keyring.sh'), command, ...args]];
  if (process.env.DBUS_SESSION_BUS_ADDRESS) return [command, args];
  throw new CannotHave(
    `There is no keychain here (missing: ${programs.filter((_, at) => !found[at]).join(', ')}).`,
    'apt-get install -y dbus gnome-keyring libglib2.0-bin',
  );
}
