import { z } from 'zod';
import { connectorErr, connectorOk } from '../core/errors';
import { reporting } from '../core/http-failure';
import { readAs } from '../core/read-json';
import type { ConnectorContext } from '../core/types';
import type { PasswordCredential } from './credential';
import { errorOf } from './errors';
import type { Access } from './session';

const renewedSession = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  did: z.string().startsWith('did:'),
});

/** Answers of a renewal that truly end the session; every other trouble passes. */
const refusals = new Set(['ExpiredToken', 'InvalidToken', 'AuthenticationRequired', 'AuthMissing']);

/** Sessions made with an app password: bearer tokens, renewed by a refresh token that changes each time. */
export function passwordAccess({ fetch, clock }: ConnectorContext): Access<PasswordCredential> {
  const method = (credential: PasswordCredential, nsid: string): Promise<Response> =>
    fetch(new URL(`/xrpc/${nsid}`, credential.authUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${credential.refreshToken}`, accept: 'application/json' },
    });
  return {
    send: (credential, request) =>
      fetch(request.url, {
        method: request.method,
        headers: { ...request.headers, authorization: `Bearer ${credential.accessToken}` },
        body: request.body,
        signal: request.signal,
      }),
    renew: (credential) =>
      reporting(async () => {
        const response = await method(credential, 'com.atproto.server.refreshSession');
        if (!response.ok) {
          const { kind, ...more } = await errorOf(response, clock.now());
          if (kind === 'account_blocked') return connectorErr(kind, more);
          const isRefused = response.status < 500 && refusals.has(more.networkCode ?? '');
          if (isRefused) return connectorErr('auth_revoked', more);
          return connectorErr(kind === 'rate_limited' ? kind : 'transient', more);
        }
        const session = await readAs(renewedSession, response);
        if (!session.ok) return session;
        if (session.value.did !== credential.did) return connectorErr('auth_revoked', { networkCode: 'other_account' });
        return connectorOk({
          ...credential,
          accessToken: session.value.accessJwt,
          refreshToken: session.value.refreshJwt,
        });
      }),
    revoke: async (credential) => {
      await reporting(async () => {
        await method(credential, 'com.atproto.server.deleteSession');
        return connectorOk(null);
      });
    },
  };
}
