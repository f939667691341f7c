import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the command line of the driver asks for. */
export interface DriverArguments {
  readonly profileDir: string;
  readonly as: string | undefined;
  readonly mode: 'call' | 'list' | 'repl';
  readonly operation: string | undefined;
  /** JSON text, `-` for standard input, or nothing for `{}`. */
  readonly input: string | undefined;
  /** Does the work of sync and sending while it runs. */
  readonly works: boolean;
}

/** Where the app keeps its profile when none is named: the same place as the window's. */
export function defaultProfileDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const base =
    platform === 'darwin'
      ? join(homedir(), 'Library', 'Application Support')
      : platform === 'win32'
        ? (env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
        : (env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'));
  return join(base, 'Chorale', 'profiles', 'default');
}

/** Reads `[--profile DIR] [--as STAFF] [--list | --repl] [OPERATION [JSON | -]]`; an unknown option is an error text. */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): DriverArguments | string {
  let profileDir = defaultProfileDir(process.platform, env);
  let as: string | undefined;
  let mode: DriverArguments['mode'] = 'call';
  let works = false;
  const rest: string[] = [];
  const args = [...argv];
  for (let next = args.shift(); next !== undefined; next = args.shift()) {
    const [name, inline] = next.startsWith('--') ? next.split(/=(.*)/s) : [next];
    const value = (): string | undefined => inline ?? args.shift();
    switch (name) {
      case '--profile': {
        const folder = value();
        if (!folder) return '--profile needs a folder';
        profileDir = resolve(folder);
        break;
      }
      case '--as':
        as = value();
        if (!as) return '--as needs the id or the name of a member of staff';
        break;
      case '--list':
        mode = 'list';
        break;
      case '--repl':
        mode = 'repl';
        works = true;
        break;
      case '--work':
        works = true;
        break;
      default:
        if (next.startsWith('--')) return `unknown option ${next}`;
        rest.push(next);
    }
  }
  if (mode === 'call' && rest.length === 0) return 'an operation is missing; --list names them';
  if (rest.length > 2) return 'too many arguments';
  return { profileDir, as, mode, operation: rest[0], input: rest[1], works };
}
