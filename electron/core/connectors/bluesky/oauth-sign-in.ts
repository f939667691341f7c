import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { isAllowedBeside, readServiceUrl } from '../core/hosts';
import { reporting } from '../core/http-failure';
import { openLoopback } from '../core/loopback';
import { readAs } from '../core/read-json';
import type { ConnectorContext, SignedIn, SignInStep } from '../core/types';
import type { Credential } from './credential';
import { fetchDidDocument, serverOf } from './did';
import { callOptions, oauthError, withNonceRetry } from './oauth-access';
import { makeProofKey } from './proof-key';
import { describeAccount } from './sign-in';

/** What is asked for: the account itself, reading and writing as the app does, and direct messages. */
export const oauthScope = 'atproto transition:generic transition:chat.bsky';

const callbackPath = '/callback';

/**
 * A client without a published description: servers build it from this address, and ignore the port of the redirect.
 * Source: atproto.com/specs/oauth "Localhost client development", read 2025-11.
 */
export const loopbackClientId = (scope: string): string =>
  `http://localhost?${new URLSearchParams({ redirect_uri: `http://127.0.0.1${callbackPath}`, scope }).toString()}`;

const resourceMetadata = z.object({ authorization_servers: z.array(z.url()).min(1) });

const readMetadata = async <S extends z.ZodType>(
  schema: S,
  url: URL,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<z.output<S> | null> => {
  const read = await readAs(schema, await context.fetch(url, { signal, headers: { accept: 'application/json' } }));
  return read.ok ? read.value : null;
};

interface Discovered {
  readonly server: oauth.AuthorizationServer;
  /** The typed address is an account server itself; else it is known after the sign-in only. */
  readonly isAccountServer: boolean;
}

/** Finds the authorization server: named by the account server, or the typed address itself. */
async function discover(
  service: URL,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<Discovered>> {
  const named = await readMetadata(
    resourceMetadata,
    new URL('/.well-known/oauth-protected-resource', service),
    context,
    signal,
  );
  const issuer = new URL(named?.authorization_servers[0] ?? service.origin);
  if (!isAllowedBeside(service, issuer)) return connectorErr('garbage', { networkCode: 'issuer' });
  const response = await context.fetch(new URL('/.well-known/oauth-authorization-server', issuer), { signal });
  if (response.status === 404) return connectorErr('unsupported', { networkCode: 'oauth' });
  try {
    const server = await oauth.processDiscoveryResponse(issuer, response);
    const required = [
      server.authorization_endpoint,
      server.token_endpoint,
      server.pushed_authorization_request_endpoint,
    ];
    for (const endpoint of required) {
      if (endpoint === undefined) return connectorErr('unsupported', { networkCode: 'oauth' });
      if (!URL.canParse(endpoint) || !isAllowedBeside(service, new URL(endpoint)))
        return connectorErr('garbage', { networkCode: 'endpoint' });
    }
    return connectorOk({ server, isAccountServer: named !== null });
  } catch (error) {
    return oauthError(error);
  }
}

/** The account's server, once it is known whose account it is, and only if that server trusts this issuer. */
async function findAccountServer(
  did: string,
  { server }: Discovered,
  service: URL,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<string>> {
  const document = await fetchDidDocument(did, context, signal);
  if (!document.ok) return document;
  const accountServer = serverOf(document.value, did, service);
  if (accountServer === null) return connectorErr('garbage', { networkCode: 'account_server' });
  const url = new URL('/.well-known/oauth-protected-resource', accountServer);
  const named = await readMetadata(resourceMetadata, url, context, signal);
  return named?.authorization_servers.includes(server.issuer) === true
    ? connectorOk(accountServer)
    : connectorErr('permission', { networkCode: 'issuer' });
}

/** Sign-in in the browser: pushed request, PKCE, proof of possession, and a listener on this machine for the way back. */
export const signInWithOAuth = (
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignInStep>> =>
  reporting(async () => {
    const service = readServiceUrl(fields['service'] ?? '');
    if (service === null) return connectorErr('invalid', { networkCode: 'service_url' });
    const discovered = await discover(service, context, signal);
    if (!discovered.ok) return discovered;
    const { server, isAccountServer } = discovered.value;
    const clientId = loopbackClientId(oauthScope);
    const client: oauth.Client = { client_id: clientId };
    const { keys, stored } = await makeProofKey();
    const DPoP = oauth.DPoP(client, keys);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const listener = await openLoopback({
      clock: context.clock,
      path: callbackPath,
      expect: { state, issuer: server.issuer, mustNameIssuer: true },
      signal,
    });
    const hint = (fields['identifier'] ?? '').trim().replace(/^@/, '');
    const options = { DPoP, signal, ...callOptions(context.fetch, service.href) };
    const parameters = {
      response_type: 'code',
      redirect_uri: listener.redirectUri,
      scope: oauthScope,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(hint === '' ? {} : { login_hint: hint }),
    };
    let requestUri: string;
    try {
      const pushed = await withNonceRetry(async () =>
        oauth.processPushedAuthorizationResponse(
          server,
          client,
          await oauth.pushedAuthorizationRequest(server, client, oauth.None(), parameters, options),
        ),
      );
      requestUri = pushed.request_uri;
    } catch (error) {
      listener.close();
      return oauthError(error);
    }
    const url = new URL(server.authorization_endpoint ?? '');
    url.searchParams.set('client_id', clientId);
    url.searchParams.set('request_uri', requestUri);

    const exchange = async (callback: URLSearchParams): Promise<ConnectorResult<SignedIn>> => {
      try {
        const checked = oauth.validateAuthResponse(server, client, callback, state);
        const tokens = await withNonceRetry(async () =>
          oauth.processAuthorizationCodeResponse(
            server,
            client,
            await oauth.authorizationCodeGrantRequest(
              server,
              client,
              oauth.None(),
              checked,
              listener.redirectUri,
              verifier,
              options,
            ),
          ),
        );
        const did = tokens['sub'];
        if (typeof did !== 'string' || !did.startsWith('did:') || tokens.refresh_token === undefined)
          return connectorErr('garbage', { networkCode: 'tokens' });
        if (!(tokens.scope ?? '').split(' ').includes('atproto'))
          return connectorErr('permission', { networkCode: 'scope' });
        const credential: Credential = {
          v: 1,
          kind: 'oauth',
          did,
          issuer: server.issuer,
          tokenEndpoint: server.token_endpoint ?? '',
          revocationEndpoint: server.revocation_endpoint ?? null,
          clientId,
          accessToken: tokens.access_token,
          refreshToken: tokens.refresh_token,
          proofKey: stored,
        };
        // An account server answers only for accounts that live on it; another address proves nothing about whose they are.
        const accountServer = isAccountServer
          ? connectorOk(service.origin)
          : await findAccountServer(did, discovered.value, service, context, signal);
        if (!accountServer.ok) return accountServer;
        return await describeAccount(credential, accountServer.value, context, signal);
      } catch (error) {
        return oauthError(error);
      }
    };
    const finished = listener.finished.then((callback): Promise<ConnectorResult<SignedIn>> =>
      callback.ok ? reporting(() => exchange(callback.value.parameters)) : Promise.resolve(callback),
    );
    return connectorOk({ kind: 'browser', url: url.href, finished });
  });
