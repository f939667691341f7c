import { basename, join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Fields that may reach the log file; anything else is dropped, so that no token, text or name can. */
const loggedFields = [
  'code',
  'count',
  'durationMs',
  'errorName',
  'exitCode',
  'incidentId',
  'reason',
  'state',
  'where',
] as const;

export type ShellLogFields = Readonly<Partial<Record<(typeof loggedFields)[number], string | number | boolean | null>>>;

export interface ShellLog {
  info(event: string, fields?: ShellLogFields): void;
  warn(event: string, fields?: ShellLogFields): void;
  error(event: string, fields?: ShellLogFields): void;
}

/** Keeps the allowed fields, and of texts only what a state or a code can be made of. */
export function redactFields(fields: Readonly<Record<string, unknown>>): string {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const name of loggedFields) {
    const value = fields[name];
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) kept[name] = value;
    else if (typeof value === 'string') kept[name] = value.replaceAll(/[^\w.:/-]/g, '_').slice(0, 120);
  }
  return JSON.stringify(kept);
}

/** What of an error is safe to keep: its class and the place in our files, never its message. */
export function describeError(error: unknown): ShellLogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const place = /(?:\(|at )([^()\s]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { errorName: error.name, ...(code && { code }), ...(place && { where: basename(place) }) };
}

/** A name for one entry of the log, short enough to be read out. */
export const newIncidentId = (): string => randomUUID().slice(0, 8);

/** Writes to `<logs>/main.log`, at most 1 MB and one older file. The file is opened with the first entry. */
export function createShellLog(logsDir: string): ShellLog {
  let opened: Promise<(level: 'info' | 'warn' | 'error', line: string) => void> | null = null;
  const open = async (): Promise<(level: 'info' | 'warn' | 'error', line: string) => void> => {
    const { default: log } = await import('electron-log/node');
    log.transports.console.level = false;
    log.transports.file.resolvePathFn = () => join(logsDir, 'main.log');
    log.transports.file.maxSize = 1_048_576;
    const scope = log.scope('main');
    return (level, line) => scope[level](line);
  };
  const write = (level: 'info' | 'warn' | 'error', event: string, fields: ShellLogFields = {}): void => {
    opened ??= open();
    void opened.then((print) => print(level, `${event} ${redactFields(fields)}`));
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}
