import { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { readServiceUrl } from '../core/hosts';
import { reporting } from '../core/http-failure';
import { readAs } from '../core/read-json';
import type { ConnectorContext, CredentialStore, SignedIn } from '../core/types';
import { readCapabilities } from './capabilities';
import type { Credential } from './credential';
import { serverOf } from './did';
import { errorOf } from './errors';
import { contactOf } from './people';
import { actor, sessionAnswer } from './schemas';
import { openSession } from './session';
import { createXrpc } from './xrpc';

const createdSession = sessionAnswer.extend({ accessJwt: z.string().min(1), refreshJwt: z.string().min(1) });

/** A store that never leaves memory: until the account is saved the caller keeps the credential. */
const inMemory = (value: string): CredentialStore & { readonly text: () => string } => {
  let text = value;
  return {
    text: () => text,
    get: async () => connectorOk(text),
    set: async (next) => {
      text = next;
      return connectorOk(null);
    },
  };
};

/** Asks the account's server who the credential is, what it can do and how it is called. */
export async function describeAccount(
  credential: Credential,
  serviceUrl: string,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignedIn>> {
  const store = inMemory(JSON.stringify(credential));
  const xrpc = createXrpc(openSession(store, context), serviceUrl, context.clock);
  const session = await xrpc.get('com.atproto.server.getSession', {}, sessionAnswer, { signal });
  if (!session.ok) return session;
  if (session.value.did !== credential.did) return connectorErr('permission', { networkCode: 'other_account' });
  if (session.value.active === false)
    return connectorErr('account_blocked', { networkCode: session.value.status ?? 'inactive' });
  const profile = await xrpc.get('app.bsky.actor.getProfile', { actor: session.value.did }, actor, { signal });
  // A new account may have no profile yet, and the handle that the account's own server gives is the newer one.
  const shown = profile.ok ? profile.value : { did: session.value.did, handle: session.value.handle };
  const identity = contactOf({ ...shown, did: session.value.did, handle: session.value.handle });
  const isOwnDomain = !/\.(bsky\.social|test)$/.test(identity.handle);
  return connectorOk({
    identity,
    serviceUrl,
    credential: store.text(),
    capabilities: await readCapabilities(xrpc, signal, null),
    identities: [
      { kind: 'handle', value: identity.handle },
      ...(identity.displayName === identity.handle ? [] : [{ kind: 'name' as const, value: identity.displayName }]),
      ...(isOwnDomain ? [{ kind: 'domain' as const, value: identity.handle }] : []),
    ],
  });
}

/** Signs in with an app password; the password itself is not kept. */
export const signInWithAppPassword = (
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignedIn>> =>
  reporting(async () => {
    const service = readServiceUrl(fields['service'] ?? '');
    if (service === null) return connectorErr('invalid', { networkCode: 'service_url' });
    const identifier = (fields['identifier'] ?? '').trim().replace(/^@/, '');
    const password = (fields['password'] ?? '').trim();
    const response = await context.fetch(new URL('/xrpc/com.atproto.server.createSession', service), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ identifier, password }),
      signal,
    });
    if (!response.ok) {
      const { kind, networkCode, retryAfterMs } = await errorOf(response, context.clock.now());
      const more = {
        ...(networkCode === undefined ? {} : { networkCode }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
      return connectorErr(
        response.status === 401 && networkCode === 'AuthenticationRequired' ? 'auth_revoked' : kind,
        more,
      );
    }
    const session = await readAs(createdSession, response);
    if (!session.ok) return session;
    const { did, didDoc, accessJwt, refreshJwt } = session.value;
    const credential: Credential = {
      v: 1,
      kind: 'password',
      did,
      authUrl: service.origin,
      accessToken: accessJwt,
      refreshToken: refreshJwt,
    };
    return describeAccount(credential, serverOf(didDoc, did, service) ?? service.origin, context, signal);
  });
