import { createHash, randomBytes } from 'node:crypto';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { isAllowedBeside } from '../core/hosts';
import { reporting } from '../core/http-failure';
import { openLoopback } from '../core/loopback';
import type { ConnectorContext, CredentialStore, SignedIn, SignInStep } from '../core/types';
import { apiUrl, readAnswer } from './client';
import { parseCredential } from './credential';
import { plainError, type ApiResult } from './errors';
import { grantedToken, registeredApp, serverMetadata, type ServerMetadata } from './schemas';
import { readServer } from './server-address';
import { describeAccount } from './sign-in';

/** What is asked for: reading what is written to the brand, answering, and moderating. */
export const oauthScope = [
  'read:accounts',
  'read:notifications',
  'read:statuses',
  'write:blocks',
  'write:conversations',
  'write:favourites',
  'write:media',
  'write:mutes',
  'write:notifications',
  'write:reports',
  'write:statuses',
].join(' ');

/** For servers that know no finer scopes. */
export const coarseScope = 'read write';

const random = (): string => randomBytes(32).toString('base64url');

/** Servers from 4.3 on describe their authorization; older ones and most others have it at these places. */
async function discover(server: URL, context: ConnectorContext, signal: AbortSignal): Promise<ServerMetadata> {
  const usual: ServerMetadata = {
    issuer: server.origin,
    authorization_endpoint: apiUrl(server.origin, '/oauth/authorize').href,
    token_endpoint: apiUrl(server.origin, '/oauth/token').href,
    scopes_supported: undefined,
    authorization_response_iss_parameter_supported: false,
  };
  const response = await context.fetch(apiUrl(server.origin, '/.well-known/oauth-authorization-server'), {
    signal,
    headers: { accept: 'application/json' },
  });
  const answer = await readAnswer(response, serverMetadata, context.clock);
  if (!answer.ok) return usual;
  const named = answer.value;
  const isItself = new URL(named.issuer).origin === server.origin;
  const isUsable = [named.authorization_endpoint, named.token_endpoint].every((url) =>
    isAllowedBeside(server, new URL(url)),
  );
  return isItself && isUsable ? named : usual;
}

const post = async <T>(
  url: URL | string,
  form: Readonly<Record<string, string>>,
  read: (response: Response) => Promise<ApiResult<T>>,
  { fetch: send }: ConnectorContext,
  signal: AbortSignal,
): Promise<ApiResult<T>> =>
  read(
    await send(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      signal,
    }),
  );

interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** Makes the app known to the server, there and then; with coarse scopes where it refuses the fine ones. */
async function register(
  server: URL,
  redirectUri: string,
  metadata: ServerMetadata,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<App>> {
  const known = metadata.scopes_supported;
  const isFine = known === undefined || oauthScope.split(' ').every((scope) => known.includes(scope));
  let refused: ConnectorResult<never> = connectorErr('unsupported', { networkCode: 'registration' });
  for (const scope of isFine ? [oauthScope, coarseScope] : [coarseScope]) {
    const form = { client_name: 'Chorale', redirect_uris: redirectUri, scopes: scope };
    const answer = await post(
      apiUrl(server.origin, '/api/v1/apps'),
      form,
      (response) => readAnswer(response, registeredApp, context.clock),
      context,
      signal,
    );
    if (answer.ok)
      return connectorOk({ clientId: answer.value.client_id, clientSecret: answer.value.client_secret, scope });
    refused = { ok: false, error: plainError(answer.error) };
    if (answer.error.status !== 422 && answer.error.status !== 400) break;
  }
  return refused;
}

/** Sign-in in the browser: an app of its own per sign-in, PKCE, and a listener on this machine for the way back. */
export const signInInBrowser = (
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignInStep>> =>
  reporting(async () => {
    const server = readServer(fields['server'] ?? '');
    if (server === null) return connectorErr('invalid', { networkCode: 'service_url' });
    const metadata = await discover(server, context, signal);
    const state = random();
    const verifier = random();
    const listener = await openLoopback({
      clock: context.clock,
      expect: {
        state,
        issuer: metadata.issuer,
        mustNameIssuer: metadata.authorization_response_iss_parameter_supported,
      },
      signal,
    });
    const app = await register(server, listener.redirectUri, metadata, context, signal).catch((error: unknown) => {
      listener.close();
      throw error;
    });
    if (!app.ok) {
      listener.close();
      return app;
    }
    const { clientId, clientSecret, scope } = app.value;
    const url = new URL(metadata.authorization_endpoint);
    const asked = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: listener.redirectUri,
      scope,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);

    const exchange = async (code: string): Promise<ConnectorResult<SignedIn>> => {
      const answer = await post(
        metadata.token_endpoint,
        {
          grant_type: 'authorization_code',
          code,
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uri: listener.redirectUri,
          code_verifier: verifier,
          scope,
        },
        (response) => readAnswer(response, grantedToken, context.clock),
        context,
        signal,
      );
      if (!answer.ok) return { ok: false, error: plainError(answer.error) };
      return describeAccount(server, { token: answer.value.access_token, clientId, clientSecret }, context, signal);
    };
    const finished = listener.finished.then((callback): Promise<ConnectorResult<SignedIn>> =>
      callback.ok ? reporting(() => exchange(callback.value.code)) : Promise.resolve(callback),
    );
    return connectorOk({ kind: 'browser', url: url.href, finished });
  });

/** Gives the token back to the server. One that was typed by hand belongs to the person and stays. */
export async function revokeToken(credentials: CredentialStore, context: ConnectorContext): Promise<void> {
  const text = await credentials.get();
  const held = text.ok ? parseCredential(text.value) : null;
  if (held === null || held.clientId === null || held.clientSecret === null) return;
  const { server, token, clientId, clientSecret } = held;
  await reporting(async () => {
    await context.fetch(apiUrl(server, '/oauth/revoke'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token }).toString(),
    });
    return connectorOk(null);
  });
}
