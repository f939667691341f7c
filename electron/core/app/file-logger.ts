import { mkdirSync, renameSync, statSync, writeSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../ports/clock';
import type { LogFields, Logger } from '../ports/logger';

const maxBytes = 2 * 1024 * 1024;
const allowed: ReadonlySet<string> = new Set([
  'op',
  'network',
  'accountId',
  'workspaceId',
  'conversationId',
  'itemId',
  'stream',
  'status',
  'code',
  'reason',
  'count',
  'durationMs',
  'attempt',
  'incidentId',
  'state',
  'version',
  'errorName',
  'where',
  'bytes',
]);

/**
 * Writes one JSON line an event to `<logs>/core.log`, and keeps one older file. Only fields of the allow list are
 * written and each is cut short, so that no token, message or name can slip in. A disk that refuses is not an error.
 */
export function createFileLogger(logsDir: string, clock: Clock): Logger & { close(): void } {
  const file = join(logsDir, 'core.log');
  let handle: number | undefined;
  let size = 0;
  const write = (level: string, event: string, fields: LogFields = {}): void => {
    try {
      if (handle === undefined) {
        mkdirSync(logsDir, { recursive: true, mode: 0o700 });
        handle = openSync(file, 'a', 0o600);
        size = statSync(file).size;
      }
      const safe = Object.fromEntries(
        Object.entries(fields)
          .filter(([key]) => allowed.has(key))
          .map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, 120) : value]),
      );
      const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...safe })}\n`;
      size += writeSync(handle, line);
      if (size < maxBytes) return;
      closeSync(handle);
      handle = undefined;
      renameSync(file, `${file}.1`);
    } catch {
      // Without a log the app still works; a full disk is told where it matters.
    }
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}
