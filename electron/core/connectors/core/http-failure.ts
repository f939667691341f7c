import { connectorErr, type ConnectorError, type ConnectorErrorKind, type ConnectorResult } from './errors';
import type { SendOutcome } from './types';

/**
 * Why a request brought no answer. `offline`: our own switch. `rate_limited`, `circuit_open`: our own budget held it back.
 * `blocked_host`: the address is not one that the caller allowed. `cancelled`: the caller's signal.
 */
export type HttpFailureKind =
  | 'offline'
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'reset'
  | 'tls'
  | 'too_large'
  | 'rate_limited'
  | 'circuit_open'
  | 'blocked_host'
  | 'cancelled';

/** The only thing that the fetch of createHttp throws. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    readonly kind: HttpFailureKind,
    /** False where it is certain that no server saw the request; decides between "failed" and "unknown" of a send. */
    readonly mayHaveBeenSent: boolean,
    readonly retryAfterMs?: number,
  ) {
    super(`request failed: ${kind}`);
  }
}

const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
const connectCodes = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|ERR_OSSL|EPROTO)/;

interface SystemErrorLike {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

const isObject = (value: unknown): value is SystemErrorLike => typeof value === 'object' && value !== null;

/** An error and everything it was caused by or is made of: connecting to a name tries several addresses. */
function* chain(error: unknown, depth = 0): Generator<SystemErrorLike> {
  if (!isObject(error) || depth > 6) return;
  yield error;
  yield* chain(error.cause, depth + 1);
  if (Array.isArray(error.errors)) for (const part of error.errors) yield* chain(part, depth + 1);
}

/** Reads an error of Node's fetch. What cannot be told apart counts as "may have been sent". */
export function httpFailureOf(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  for (const part of chain(error)) {
    const code = typeof part.code === 'string' ? part.code : '';
    if (dnsCodes.has(code)) return new HttpFailure('dns', false);
    if (connectCodes.has(code)) return new HttpFailure('refused', false);
    if (code === 'UND_ERR_CONNECT_TIMEOUT') return new HttpFailure('timeout', false);
    if (code === 'ETIMEDOUT') return new HttpFailure('timeout', part.syscall !== 'connect');
    if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return new HttpFailure('timeout', true);
    if (tlsCode.test(code)) return new HttpFailure('tls', false);
    if (code === 'ECONNRESET' && part.syscall === 'connect') return new HttpFailure('reset', false);
  }
  return new HttpFailure('reset', true);
}

/** A failed request as a connector reports it. A fault of our own code stays visible under its name. */
export function connectorErrorOf(error: unknown): ConnectorError {
  if (!(error instanceof HttpFailure))
    return { kind: 'invalid', networkCode: error instanceof Error ? error.name : typeof error };
  const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs };
  const kinds: Readonly<Record<HttpFailureKind, ConnectorErrorKind>> = {
    offline: 'unreachable',
    dns: 'unreachable',
    refused: 'unreachable',
    timeout: 'unreachable',
    reset: 'unreachable',
    tls: 'unreachable',
    too_large: 'garbage',
    rate_limited: 'rate_limited',
    circuit_open: 'unreachable',
    blocked_host: 'garbage',
    cancelled: 'transient',
  };
  return { kind: kinds[error.kind], networkCode: error.kind, ...wait };
}

/** The outcome of a send whose request failed: `unknown` unless it surely never left. */
export function sendFailureOf(error: unknown): SendOutcome {
  const mayHaveBeenSent = !(error instanceof HttpFailure) || error.mayHaveBeenSent;
  return { kind: mayHaveBeenSent ? 'unknown' : 'failed', error: connectorErrorOf(error) };
}

/** Runs a job that may throw and reports instead. */
export async function reporting<T>(job: () => Promise<ConnectorResult<T>>): Promise<ConnectorResult<T>> {
  try {
    return await job();
  } catch (error) {
    const { kind, ...more } = connectorErrorOf(error);
    return connectorErr(kind, more);
  }
}
