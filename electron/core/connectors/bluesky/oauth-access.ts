import * as oauth from 'oauth4webapi';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { reporting } from '../core/http-failure';
import type { ConnectorContext } from '../core/types';
import type { OAuthCredential } from './credential';
import { importProofKey, proofFor } from './proof-key';
import type { Access } from './session';

/** A server asks for its nonce by refusing once; the proof is then made anew with it. */
export async function withNonceRetry<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error;
    return attempt();
  }
}

/** Options of every call: the account's fetch, and plain http only where the person chose such a server. */
export const callOptions = (fetch: typeof globalThis.fetch, url: string) => ({
  [oauth.customFetch]: (
    address: string,
    { body, ...init }: oauth.CustomFetchOptions<string, oauth.ProtectedResourceRequestBody>,
  ) => fetch(address, { ...init, body: body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null) }),
  [oauth.allowInsecureRequests]: new URL(url).protocol === 'http:',
});

/** An OAuth error answer as our error: only `invalid_grant` and its like end a session. */
export function oauthError(error: unknown): ConnectorResult<never> {
  if (error instanceof oauth.ResponseBodyError) {
    const networkCode = error.error;
    if (error.status >= 500) return connectorErr('transient', { networkCode });
    if (networkCode === 'invalid_grant' || networkCode === 'unauthorized_client')
      return connectorErr('auth_revoked', { networkCode });
    if (networkCode === 'access_denied' || networkCode === 'invalid_scope')
      return connectorErr('permission', { networkCode });
    return connectorErr(networkCode === 'temporarily_unavailable' ? 'transient' : 'invalid', { networkCode });
  }
  if (error instanceof oauth.OperationProcessingError) {
    const status = error.cause instanceof Response ? error.cause.status : 0;
    if (status >= 500 || status === 429)
      return connectorErr(status === 429 ? 'rate_limited' : 'transient', { networkCode: String(status) });
    return connectorErr('garbage', { networkCode: error.code ?? 'oauth' });
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError)
    return connectorErr('transient', { networkCode: String(error.status) });
  throw error;
}

/** Sessions made in the browser: tokens bound to a key of this account (DPoP, RFC 9449), renewed by a rotating token. */
export function oauthAccess({ fetch, clock }: ConnectorContext): Access<OAuthCredential> {
  const handles = new Map<string, Promise<oauth.DPoPHandle>>();
  const client = (credential: OAuthCredential): oauth.Client => ({ client_id: credential.clientId });
  const server = (credential: OAuthCredential): oauth.AuthorizationServer => ({
    issuer: credential.issuer,
    token_endpoint: credential.tokenEndpoint,
  });
  /** One handle per key: it remembers the newest nonce of each server. */
  const proofOf = (credential: OAuthCredential): Promise<oauth.DPoPHandle> => {
    const known = handles.get(credential.proofKey.x);
    if (known !== undefined) return known;
    const made = importProofKey(credential.proofKey).then((keys) => oauth.DPoP(client(credential), keys));
    handles.set(credential.proofKey.x, made);
    return made;
  };
  return {
    async send(credential, request) {
      const DPoP = await proofOf(credential);
      try {
        return await withNonceRetry(() =>
          oauth.protectedResourceRequest(
            credential.accessToken,
            request.method,
            request.url,
            new Headers(request.headers),
            request.body,
            { DPoP, signal: request.signal, ...callOptions(fetch, request.url.href) },
          ),
        );
      } catch (error) {
        if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response;
        throw error;
      }
    },
    renew: (credential) =>
      reporting(async () => {
        const DPoP = await proofOf(credential);
        try {
          const tokens = await withNonceRetry(async () =>
            oauth.processRefreshTokenResponse(
              server(credential),
              client(credential),
              await oauth.refreshTokenGrantRequest(
                server(credential),
                client(credential),
                oauth.None(),
                credential.refreshToken,
                { DPoP, ...callOptions(fetch, credential.tokenEndpoint) },
              ),
            ),
          );
          if (tokens['sub'] !== undefined && tokens['sub'] !== credential.did)
            return connectorErr('auth_revoked', { networkCode: 'other_account' });
          return connectorOk({
            ...credential,
            accessToken: tokens.access_token,
            refreshToken: tokens.refresh_token ?? credential.refreshToken,
          });
        } catch (error) {
          return oauthError(error);
        }
      }),
    revoke: async (credential) => {
      const { revocationEndpoint: url } = credential;
      if (url === null) return;
      const body = new URLSearchParams({ client_id: credential.clientId, token: credential.refreshToken });
      const ask = async (nonce: string | null): Promise<Response> => {
        const atSeconds = Math.floor(clock.now() / 1_000);
        const dpop = await proofFor(credential.proofKey, { method: 'POST', url, atSeconds, nonce });
        return fetch(url, { method: 'POST', headers: { dpop }, body });
      };
      // A token bound to a key is given up with a proof of that key; the first answer may only name the nonce.
      await reporting(async () => {
        const first = await ask(null);
        if (!first.ok) await ask(first.headers.get('dpop-nonce'));
        return connectorOk(null);
      });
    },
  };
}
