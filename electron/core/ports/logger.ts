/** Fields that may be logged; anything else is dropped, so that no token, text or name reaches a file. */
export type LogFields = Readonly<
  Partial<
    Record<
      | 'op'
      | 'network'
      | 'accountId'
      | 'workspaceId'
      | 'conversationId'
      | 'itemId'
      | 'stream'
      | 'status'
      | 'code'
      | 'reason'
      | 'count'
      | 'durationMs'
      | 'attempt'
      | 'incidentId'
      | 'state'
      | 'version'
      | 'errorName'
      | 'where'
      | 'bytes',
      string | number | boolean | null
    >
  >
>;

export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
