import { z } from 'zod';
import type { ConnectorError, ConnectorErrorKind } from '../core/errors';
import { retryAfterMs } from '../core/rate-headers';

const body = z.object({ code: z.string().max(64) });

/** The network's own codes. Source: the network's page on errors, read YYYY-MM. */
const kindOfCode: Readonly<Record<string, ConnectorErrorKind>> = {
  token_revoked: 'auth_revoked',
  account_suspended: 'account_blocked',
  comment_deleted: 'target_gone',
  text_too_long: 'too_long',
};

const kindOfStatus = (status: number): ConnectorErrorKind => {
  if (status === 429) return 'rate_limited';
  if (status === 403) return 'permission';
  if (status === 404) return 'target_gone';
  if (status >= 500) return 'transient';
  // A 401 without the network's own words may come from something in between: it must not sign anybody out.
  return status >= 400 && status !== 401 ? 'invalid' : 'garbage';
};

/** Reads a refused answer. `now` in ms since 1970 UTC. */
export async function errorOf(response: Response, now: number): Promise<ConnectorError> {
  const named = body.safeParse(await response.json().catch(() => null));
  const code = named.success ? named.data.code : String(response.status);
  const waitMs = retryAfterMs(response.headers, now);
  return {
    kind: kindOfCode[code] ?? kindOfStatus(response.status),
    networkCode: code,
    ...(waitMs === null ? {} : { retryAfterMs: waitMs }),
  };
}
