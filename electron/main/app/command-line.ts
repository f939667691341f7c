import { resolve } from 'node:path';
import type { WindowTarget } from '@shared/contract/shell';

/** What the person asked for on the command line. */
export interface CommandLine {
  /** Absolute; null where none was named. */
  readonly profileDir: string | null;
  /** BCP 47; null follows the system. */
  readonly language: string | null;
  /** What to open, from `--open=<workspace id>[/<conversation id>]`. */
  readonly target: WindowTarget;
}

export const wholeDesk: WindowTarget = { workspaceId: null, conversationId: null };

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a text can be an id; it is never an address or a path. */
const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

/** Reads a target that came from outside; null where it is anything but ids. */
export function parseTarget(value: unknown): WindowTarget | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('workspaceId' in value) || !('conversationId' in value)) return null;
  const { workspaceId, conversationId } = value;
  if (workspaceId === null) return conversationId === null ? wholeDesk : null;
  if (!isId(workspaceId)) return null;
  if (conversationId === null) return { workspaceId, conversationId };
  return isId(conversationId) ? { workspaceId, conversationId } : null;
}

/** The value of `--name=value` or `--name value`; the last one wins. */
function readOption(argv: readonly string[], name: string): string | null {
  let found: string | null = null;
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith(`--${name}=`)) found = argument.slice(name.length + 3);
    else if (argument === `--${name}`) found = argv[index + 1] ?? null;
  }
  return found === null || found === '' || found.startsWith('--') ? null : found;
}

/** Reads the arguments; what is not understood is left to Chromium or ignored. */
export function parseCommandLine(argv: readonly string[], cwd: string): CommandLine {
  const profile = readOption(argv, 'profile');
  const language = readOption(argv, 'lang');
  const [workspaceId, conversationId = null, ...rest] = (readOption(argv, 'open') ?? '').split('/');
  const target = rest.length === 0 ? parseTarget({ workspaceId, conversationId }) : null;
  return {
    profileDir: profile === null ? null : resolve(cwd, profile),
    language: language !== null && /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/.test(language) ? language : null,
    target: target ?? wholeDesk,
  };
}
