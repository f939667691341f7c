import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { ConnectorContext, RemoteContact, SignedIn } from '../core/types';
import { createApi, type Api } from './client';
import type { Credential } from './credential';
import { plainError } from './errors';
import { readServerInfo } from './instance';
import { contactOf } from './people';
import { account } from './schemas';
import { readServer } from './server-address';

/** Who a token is. A server that does not know it may answer 422 instead of 401 (snac does); a missing right is 403. */
export async function readIdentity(
  api: Api,
  domain: string,
  signal: AbortSignal,
): Promise<ConnectorResult<RemoteContact>> {
  const answer = await api.get('/api/v1/accounts/verify_credentials', {}, account, signal);
  if (answer.ok) return connectorOk(contactOf(answer.value, domain));
  if (answer.error.status === 422) return connectorErr('auth_revoked', { networkCode: '422' });
  return { ok: false, error: plainError(answer.error) };
}

/** Asks the server who the token is, what the server can do and how the account is called. */
export async function describeAccount(
  server: URL,
  given: Pick<Credential, 'token' | 'clientId' | 'clientSecret'>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignedIn>> {
  const about = await readServerInfo(server, context.fetch, context.clock, signal);
  if (!about.ok) return about;
  const { domain, capabilities, traits } = about.value;
  const credential: Credential = { v: 1, server: server.origin, ...given, traits };
  const api = createApi({ ...context, server: server.origin, credential: async () => connectorOk(credential) });
  const identity = await readIdentity(api, domain, signal);
  if (!identity.ok) return identity;
  const { handle, displayName } = identity.value;
  return connectorOk({
    identity: identity.value,
    serviceUrl: server.origin,
    credential: JSON.stringify(credential),
    capabilities,
    identities: [
      { kind: 'handle', value: handle },
      ...(displayName === handle ? [] : [{ kind: 'name' as const, value: displayName }]),
    ],
  });
}

/** Signs in with a token that a person made in the server's own settings. */
export async function signInWithToken(
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignedIn>> {
  const server = readServer(fields['server'] ?? '');
  if (server === null) return connectorErr('invalid', { networkCode: 'service_url' });
  const token = (fields['token'] ?? '').trim();
  // What cannot stand in a header was never a token.
  if (!/^[\x21-\x7e]{4,4096}$/.test(token)) return connectorErr('auth_revoked', { networkCode: 'token' });
  return describeAccount(server, { token, clientId: null, clientSecret: null }, context, signal);
}
