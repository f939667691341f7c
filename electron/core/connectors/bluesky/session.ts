import type { ConnectorResult } from '../core/errors';
import type { ConnectorContext, CredentialStore } from '../core/types';
import { createTokenKeeper } from '../core/token-keeper';
import { parseCredential, type Credential } from './credential';
import { errorNameOf } from './errors';
import { oauthAccess } from './oauth-access';
import { passwordAccess } from './password-access';

export interface SessionRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly signal: AbortSignal;
  /** Answered by another service behind the account's server, whose refusals say nothing about the session. */
  readonly isProxied: boolean;
}

/** How one kind of credential is shown to a server and renewed. */
export interface Access<C extends Credential> {
  /** May throw HttpFailure. */
  send(credential: C, request: SessionRequest): Promise<Response>;
  renew(credential: C): Promise<ConnectorResult<C>>;
  revoke(credential: C): Promise<void>;
}

/** A signed-in account: adds the credential to requests and renews it, once, when the server calls it expired. */
export interface Session {
  /** May throw HttpFailure. Refusals of the call itself are answers, not errors. */
  request(request: SessionRequest): Promise<ConnectorResult<Response>>;
  end(): Promise<void>;
}

const needsRenewal = async (response: Response, isProxied: boolean): Promise<boolean> => {
  if (response.status !== 400 && response.status !== 401) return false;
  const name = (await errorNameOf(response))?.name;
  if (name === 'ExpiredToken' || name === 'invalid_token') return true;
  // Of the account's own server this can mean a session that was ended elsewhere; whether it was, renewing tells.
  // Of the chat service it means an app password without access to direct messages, which renewing cannot change.
  return !isProxied && (name === 'InvalidToken' || (response.status === 401 && name !== undefined));
};

/** Opens the account's session; asks nobody yet. */
export function openSession(credentials: CredentialStore, context: ConnectorContext): Session {
  const password = passwordAccess(context);
  const oauth = oauthAccess(context);
  const send = (credential: Credential, request: SessionRequest): Promise<Response> =>
    credential.kind === 'oauth' ? oauth.send(credential, request) : password.send(credential, request);
  const keeper = createTokenKeeper<Credential>({
    credentials,
    parse: parseCredential,
    renew: (stale) => (stale.kind === 'oauth' ? oauth.renew(stale) : password.renew(stale)),
  });
  return {
    async request(request) {
      const held = await keeper.current();
      if (!held.ok) return held;
      const first = await send(held.value, request);
      if (!(await needsRenewal(first, request.isProxied))) return { ok: true, value: first };
      const renewed = await keeper.renewed(held.value);
      if (!renewed.ok) return renewed;
      return { ok: true, value: await send(renewed.value, request) };
    },
    async end() {
      const held = await keeper.current();
      if (!held.ok) return;
      if (held.value.kind === 'oauth') await oauth.revoke(held.value);
      else await password.revoke(held.value);
    },
  };
}
