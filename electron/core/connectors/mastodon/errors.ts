import { z } from 'zod';
import type { ConnectorError, ConnectorErrorKind } from '../core/errors';
import { readRate, retryAfterMs } from '../core/rate-headers';
import type { Paging } from './paging';

/** A refused or failed call, with what its caller may need to judge it. */
export interface ApiError extends ConnectorError {
  /** The server may have carried the call out all the same. */
  readonly isAmbiguous: boolean;
  /** 0 where no answer came. */
  readonly status: number;
  /** The server's own words, in the language of the account. Judged here, never shown or logged. */
  readonly words: string;
}

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T; readonly paging: Paging; readonly status: number }
  | { readonly ok: false; readonly error: ApiError };

const body = z.object({ error: z.string() });

/** How snac, which answers in HTML, says that something is not there. */
const snacNotFound = /^\s*<h1>404 Not Found \(snac\/[\w.-]+\)<\/h1>\s*$/;

/** Of an account that its server locked. Source: the reference server's error texts, read 2025-11. */
const lockedAccount = /login is currently (disabled|pending)|account (is |has been )?(suspended|disabled)/i;

/** `html`: the answer is a page, so it comes from something between us and the API, or from no API at all. */
const kindOf = (status: number, form: 'json' | 'html' | 'empty', words: string): ConnectorErrorKind => {
  if (status === 429) return 'rate_limited';
  if (status === 413) return 'media_rejected';
  if (status === 501) return 'unsupported';
  if (status >= 500 || status === 408 || status === 425) return 'transient';
  if (status === 404 || status === 410) return form === 'json' || snacNotFound.test(words) ? 'target_gone' : 'garbage';
  if (status < 400 || form === 'html') return 'garbage';
  if (status === 401) return 'auth_revoked';
  if (status === 403) return lockedAccount.test(words) ? 'account_blocked' : 'permission';
  return 'invalid';
};

const longestWords = 2_000;

/** Reads a refused answer. `now` in ms since 1970 UTC. */
export async function errorOf(response: Response, now: number): Promise<ApiError> {
  const { status, headers } = response;
  const text = await response.text().catch(() => '');
  let words = text.slice(0, longestWords);
  let form: 'json' | 'html' | 'empty' = text.trim() === '' ? 'empty' : 'html';
  try {
    const parsed = body.safeParse(JSON.parse(text));
    if (parsed.success) {
      form = 'json';
      words = parsed.data.error.slice(0, longestWords);
    }
  } catch {
    // Not JSON: what it is was decided above.
  }
  const wait = retryAfterMs(headers, now) ?? (status === 429 ? (readRate(headers, now)?.resetMs ?? null) : null);
  return {
    kind: kindOf(status, form, words),
    networkCode: String(status),
    ...(wait === null ? {} : { retryAfterMs: wait }),
    isAmbiguous: (status >= 500 && status !== 501) || status === 408 || status === 425 || status < 400,
    status,
    words,
  };
}

/** The error as the core knows it. */
export const plainError = ({ kind, networkCode, retryAfterMs: wait }: ConnectorError): ConnectorError => ({
  kind,
  ...(networkCode === undefined ? {} : { networkCode }),
  ...(wait === undefined ? {} : { retryAfterMs: wait }),
});
