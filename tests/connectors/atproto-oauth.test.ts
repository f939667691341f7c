import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { consentAtproto } from '../servers/clients/atproto-consent';
import { startAtproto, type AtprotoServer } from '../servers/start';

const REDIRECT = 'http://127.0.0.1/callback';
const SCOPE = 'atproto transition:generic transition:chat.bsky';
const CLIENT = `http://localhost?${new URLSearchParams({ redirect_uri: REDIRECT, scope: SCOPE }).toString()}`;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A client with a key of its own that proves it with every request, and that heeds the server's nonce. */
const createProver = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  let nonce: string | undefined;
  const proof = (method: string, url: string, token?: string): string => {
    const head = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: url,
      iat: Math.floor(Date.now() / 1000),
      ...(nonce === undefined ? {} : { nonce }),
      ...(token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') }),
    };
    const body = `${head}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(body), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${body}.${signature.toString('base64url')}`;
  };
  const once = (method: string, url: string, form?: Record<string, string>, token?: string) =>
    fetch(url, {
      method,
      headers: { dpop: proof(method, url, token), ...(token === undefined ? {} : { authorization: `DPoP ${token}` }) },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
  return async (method: string, url: string, form?: Record<string, string>, token?: string): Promise<Response> => {
    const first = await once(method, url, form, token);
    const offered = first.headers.get('dpop-nonce');
    if (offered === null || offered === nonce || first.ok) return first;
    nonce = offered;
    return once(method, url, form, token);
  };
};

describe('signing in to the PDS by OAuth', () => {
  let server: AtprotoServer;
  beforeAll(async () => {
    server = await startAtproto();
  });

  const begin = async () => {
    const ask = createProver();
    const metadata = (await (await fetch(`${server.baseUrl}/.well-known/oauth-authorization-server`)).json()) as Record<
      string,
      string
    >;
    const verifier = `${randomUUID()}${randomUUID()}`;
    const pushed = await ask('POST', metadata.pushed_authorization_request_endpoint ?? '', {
      client_id: CLIENT,
      redirect_uri: REDIRECT,
      scope: SCOPE,
      response_type: 'code',
      state: 's1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: server.brands[0].handle,
    });
    const { request_uri } = (await pushed.json()) as { request_uri: string };
    const query = new URLSearchParams({ client_id: CLIENT, request_uri });
    return {
      ask,
      verifier,
      tokenUrl: metadata.token_endpoint ?? '',
      page: `${metadata.authorization_endpoint}?${query.toString()}`,
    };
  };

  it('gives a token to who consents, renews it, and refuses a renewal that is used twice', async () => {
    const { ask, verifier, tokenUrl, page } = await begin();
    const back = new URL(await consentAtproto(page, server.brands[0], { scope: SCOPE }));
    expect(back.searchParams.get('state')).toBe('s1');
    const code = back.searchParams.get('code') ?? '';
    const grant = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT,
      client_id: CLIENT,
      code_verifier: verifier,
    };
    const token = (await (await ask('POST', tokenUrl, grant)).json()) as {
      access_token: string;
      refresh_token: string;
      sub: string;
    };
    expect(token.sub).toBe(server.brands[0].did);
    const used = await ask(
      'GET',
      `${server.baseUrl}/xrpc/app.bsky.notification.listNotifications`,
      undefined,
      token.access_token,
    );
    expect(used.status).toBe(200);
    const renewal = { grant_type: 'refresh_token', refresh_token: token.refresh_token, client_id: CLIENT };
    expect((await ask('POST', tokenUrl, renewal)).status).toBe(200);
    const replay = await ask('POST', tokenUrl, renewal);
    expect(replay.status).toBe(400);
    expect(await replay.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('sends a person who refuses back with the refusal', async () => {
    const { page } = await begin();
    const back = new URL(await consentAtproto(page, server.brands[0], { scope: SCOPE, decision: 'deny' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});
