/** Every way an operation can fail; the screen for each stands in docs/ARCHITECTURE.md. */
export const errorCodes = [
  'validation_failed',
  'not_found',
  'conflict',
  'permission_denied',
  'auth_expired',
  'account_blocked',
  'rate_limited',
  'network_unreachable',
  'rejected_by_network',
  'outcome_unknown',
  'unsupported',
  'keychain_unavailable',
  'storage_failed',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What failed, in a form that crosses processes. `message` is for people, in English; the screen translates by `code` and `reason`. */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Finer reason inside the code, stable and translatable, e.g. `window_closed`. */
  readonly reason?: string;
  /** Milliseconds after which trying again can help. */
  readonly retryAfterMs?: number;
  /** Safe to show and to log: never tokens, message text or names of contacts. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** Names one entry of the log, for a report. */
  readonly incidentId?: string;
}

/** Makes an AppError without repeating the field names. */
export const appError = (
  code: ErrorCode,
  message: string,
  more: Omit<AppError, 'code' | 'message'> = {},
): AppError => ({
  code,
  message,
  ...more,
});
