import { appError, type AppError, type ErrorCode } from '@shared/domain/errors';

/** One vocabulary for what a network can answer. Source: the networks' own error pages, joined. */
export const connectorErrorKinds = [
  'auth_expired',
  'auth_revoked',
  'permission',
  'rate_limited',
  'window_closed',
  'recipient_unreachable',
  'target_gone',
  'duplicate',
  'too_long',
  'media_rejected',
  'policy',
  'invalid',
  'transient',
  'unreachable',
  'garbage',
  'unknown_outcome',
  'account_blocked',
  'unsupported',
] as const;
export type ConnectorErrorKind = (typeof connectorErrorKinds)[number];

/** What a connector reports instead of throwing. */
export interface ConnectorError {
  readonly kind: ConnectorErrorKind;
  /** The network's own code or status, for details; never its free text where that may quote a message. */
  readonly networkCode?: string;
  readonly retryAfterMs?: number;
}

export type ConnectorResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ConnectorError };

export const connectorOk = <T>(value: T): ConnectorResult<T> => ({ ok: true, value });
export const connectorErr = (
  kind: ConnectorErrorKind,
  more: Omit<ConnectorError, 'kind'> = {},
): { ok: false; error: ConnectorError } => ({
  ok: false,
  error: { kind, ...more },
});

const codeOf: Readonly<Record<ConnectorErrorKind, ErrorCode>> = {
  auth_expired: 'auth_expired',
  auth_revoked: 'auth_expired',
  permission: 'rejected_by_network',
  rate_limited: 'rate_limited',
  window_closed: 'rejected_by_network',
  recipient_unreachable: 'rejected_by_network',
  target_gone: 'rejected_by_network',
  duplicate: 'rejected_by_network',
  too_long: 'rejected_by_network',
  media_rejected: 'rejected_by_network',
  policy: 'rejected_by_network',
  invalid: 'rejected_by_network',
  transient: 'network_unreachable',
  unreachable: 'network_unreachable',
  garbage: 'network_unreachable',
  unknown_outcome: 'outcome_unknown',
  account_blocked: 'account_blocked',
  unsupported: 'unsupported',
};

/** The error as a screen knows it. */
export const toAppError = (error: ConnectorError): AppError =>
  appError(codeOf[error.kind], `The network answered: ${error.kind}`, {
    reason: error.kind,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    ...(error.networkCode === undefined ? {} : { details: { networkCode: error.networkCode } }),
  });
