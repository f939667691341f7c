import { z } from 'zod';
import type { ConnectorError, ConnectorErrorKind } from '../core/errors';
import { readRate, retryAfterMs } from '../core/rate-headers';

/** A refused or failed call, with what a send needs to know. */
export interface XrpcError extends ConnectorError {
  /** The server may have carried the call out all the same. */
  readonly isAmbiguous: boolean;
}

export type XrpcResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: XrpcError };

const body = z.object({ error: z.string().max(128), message: z.string().catch('') });

/** Names of `{"error": …}`. Source: the lexicons' `errors`, the reference server, networks' notes; read 2025-11. */
const kindOfName: Readonly<Record<string, ConnectorErrorKind>> = {
  // What ends a session is decided where it is renewed; here these mean that this call did not go through with it.
  ExpiredToken: 'transient',
  invalid_token: 'transient',
  InvalidToken: 'permission',
  AuthMissing: 'permission',
  AuthenticationRequired: 'permission',
  invalid_grant: 'auth_revoked',
  AuthFactorTokenRequired: 'permission',
  AccountTakedown: 'account_blocked',
  AccountDeactivated: 'account_blocked',
  AccountSuspended: 'account_blocked',
  RepoTakendown: 'account_blocked',
  RepoDeactivated: 'account_blocked',
  RepoSuspended: 'account_blocked',
  AccountDisabled: 'account_blocked',
  RateLimitExceeded: 'rate_limited',
  MessagesDisabled: 'recipient_unreachable',
  NotFollowedBySender: 'recipient_unreachable',
  BlockedActor: 'recipient_unreachable',
  BlockedByActor: 'recipient_unreachable',
  BlockedSubject: 'recipient_unreachable',
  ConvoLocked: 'recipient_unreachable',
  RecipientNotFound: 'target_gone',
  InvalidConvo: 'target_gone',
  ReplyTargetNotFound: 'target_gone',
  NotFound: 'target_gone',
  RecordNotFound: 'target_gone',
  RepoNotFound: 'target_gone',
  BlobTooLarge: 'media_rejected',
  InvalidMimeType: 'media_rejected',
  InvalidBlob: 'media_rejected',
  BlobNotFound: 'media_rejected',
  XRPCNotSupported: 'unsupported',
  MethodNotImplemented: 'unsupported',
  ScopeMissingError: 'permission',
  insufficient_scope: 'permission',
  UpstreamFailure: 'transient',
  UpstreamTimeout: 'transient',
  NotEnoughResources: 'transient',
  InternalServerError: 'transient',
};

const kindOfStatus = (status: number): ConnectorErrorKind => {
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 403) return 'permission';
  if (status === 404) return 'unsupported';
  if (status === 413) return 'media_rejected';
  if (status === 501) return 'unsupported';
  if (status >= 500 || status === 408 || status === 425) return 'transient';
  return status >= 400 ? 'invalid' : 'garbage';
};

/** The server's own words for a text over its limit; it has no name of its own for that. */
const tooLong = /must not be (longer|bigger) than \d+ (graphemes|characters|bytes)/i;

/** Name that an answer gives its error; null where the body is not the network's. */
export async function errorNameOf(response: Response): Promise<{ name: string; message: string } | null> {
  try {
    const parsed = body.safeParse(await response.clone().json());
    return parsed.success ? { name: parsed.data.error, message: parsed.data.message } : null;
  } catch {
    return null;
  }
}

/** Reads a refused answer. `now` in ms since 1970 UTC. */
export async function errorOf(response: Response, now: number): Promise<XrpcError> {
  const { status, headers } = response;
  const named = await errorNameOf(response);
  // A 401 or 403 without the network's own words comes from something between us and it, and revokes nothing.
  if (named === null && (status === 401 || status === 403 || status === 404))
    return { kind: 'garbage', networkCode: String(status), isAmbiguous: false };
  const byName = named === null ? undefined : kindOfName[named.name];
  const byText = named !== null && status === 400 && tooLong.test(named.message) ? ('too_long' as const) : undefined;
  const kind = status === 429 ? 'rate_limited' : (byText ?? byName ?? kindOfStatus(status));
  const waitMs = retryAfterMs(headers, now) ?? (kind === 'rate_limited' ? readRate(headers, now)?.resetMs : null);
  return {
    kind,
    networkCode: named?.name ?? String(status),
    ...(waitMs === null || waitMs === undefined ? {} : { retryAfterMs: waitMs }),
    isAmbiguous: status >= 500 && status !== 501,
  };
}
