import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { readServiceUrl } from '../core/hosts';
import type { ConnectorContext, SignedIn } from '../core/types';
import { createClient, person } from './client';
import { contactOf } from './inbound';
import { manifest } from './manifest';

/** Signs in with a token that the person pasted. For a browser sign-in see core/loopback.ts and bluesky/oauth-sign-in.ts. */
export async function signInWithToken(
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignedIn>> {
  const service = readServiceUrl(fields['service'] ?? '');
  if (service === null) return connectorErr('invalid', { networkCode: 'service_url' });
  const token = (fields['token'] ?? '').trim();
  const client = createClient(context, service.origin, async () => connectorOk(token));
  const me = await client.get('/v1/me', person, signal);
  if (!me.ok) return me;
  return connectorOk({
    identity: contactOf(me.value),
    serviceUrl: service.origin,
    credential: token,
    capabilities: manifest.capabilities,
    identities: [{ kind: 'handle', value: me.value.name }],
  });
}
