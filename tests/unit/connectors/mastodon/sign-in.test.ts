import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connector } from '../../../../electron/core/connectors/mastodon';
import { connectorOk } from '../../../../electron/core/connectors/core/errors';
import { createHttp } from '../../../../electron/core/connectors/core/http';
import type { ConnectorContext } from '../../../../electron/core/connectors/core/types';
import { systemClock } from '../../../../electron/core/ports/clock';
import { silentLogger } from '../../../../electron/core/ports/logger';
import { account, json, server, signal } from './builders';

interface Asked {
  readonly url: URL;
  readonly form: URLSearchParams;
  readonly headers: Headers;
}

/** A server that signs people in; `more` answers in its place. */
const contextFor = (
  more: (url: URL, form: URLSearchParams) => Response | null = () => null,
): { readonly context: ConnectorContext; readonly asked: Asked[] } => {
  const asked: Asked[] = [];
  const transport = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
    const request = input as Request;
    const url = new URL(request.url);
    const form = new URLSearchParams(await request.text());
    asked.push({ url, form, headers: request.headers });
    const own = more(url, form);
    if (own !== null) return own;
    switch (url.pathname) {
      case '/api/v1/apps':
        return json({ client_id: 'app-1', client_secret: 'app-secret', scopes: ['read'] });
      case '/oauth/token':
        return json({ access_token: 'token-1', token_type: 'Bearer', scope: 'read', created_at: 1 });
      case '/api/v2/instance':
        return json({ domain: 'here.example', version: '4.5.0', api_versions: { mastodon: 7 } });
      case '/api/v1/accounts/verify_credentials':
        return json({ ...account('brand'), display_name: 'Defne Kahve' });
      default:
        return json({ error: 'Record not found' }, { status: 404 });
    }
  };
  const context: ConnectorContext = {
    fetch: createHttp({ clock: systemClock, transport }),
    clock: systemClock,
    logger: silentLogger,
    random: Math.random,
    networkDir: '',
  };
  return { context, asked };
};

const begin = async (context: ConnectorContext) => {
  const step = await connector.signIn('browser', { server }, context, signal);
  if (!step.ok || step.value.kind !== 'browser') throw new Error('no browser step');
  return { page: new URL(step.value.url), finished: step.value.finished };
};

const comeBack = async (page: URL, parameters: Readonly<Record<string, string>>): Promise<number> => {
  const back = new URL(page.searchParams.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value);
  return (await fetch(back)).status;
};

describe('sign-in in the browser', () => {
  it('registers an app for this machine alone, proves itself by PKCE, and keeps what revoking needs', async () => {
    const { context, asked } = contextFor();
    const { page, finished } = await begin(context);
    expect(page.origin + page.pathname).toBe(`${server}/oauth/authorize`);
    expect(page.searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked.find(({ url }) => url.pathname === '/api/v1/apps')?.form.get('client_name')).toBe('Chorale');
    expect(await comeBack(page, { code: 'c1', state: page.searchParams.get('state') ?? '' })).toBe(200);
    const signedIn = await finished;
    expect(signedIn.ok && signedIn.value).toMatchObject({
      identity: { remoteId: '1', handle: 'brand@here.example', displayName: 'Defne Kahve' },
      serviceUrl: server,
      identities: [
        { kind: 'handle', value: 'brand@here.example' },
        { kind: 'name', value: 'Defne Kahve' },
      ],
    });
    const token = asked.find(({ url }) => url.pathname === '/oauth/token')?.form;
    const challenge = createHash('sha256')
      .update(token?.get('code_verifier') ?? '')
      .digest('base64url');
    expect(challenge).toBe(page.searchParams.get('code_challenge'));
    expect(token?.get('redirect_uri')).toBe(page.searchParams.get('redirect_uri'));
    expect(signedIn.ok && JSON.parse(signedIn.value.credential ?? '')).toEqual({
      v: 1,
      server,
      token: 'token-1',
      clientId: 'app-1',
      clientSecret: 'app-secret',
      traits: { keepsKeys: true, blursDirect: false, hasQuotes: true },
    });
  });

  it('is not disturbed by a callback with a foreign state, and ends when the person refuses', async () => {
    const { context, asked } = contextFor();
    const { page, finished } = await begin(context);
    expect(await comeBack(page, { code: 'stolen', state: 'foreign' })).toBe(400);
    expect(await comeBack(page, { error: 'access_denied', state: page.searchParams.get('state') ?? '' })).toBe(400);
    expect(await finished).toMatchObject({ ok: false, error: { kind: 'permission', networkCode: 'access_denied' } });
    expect(asked.filter(({ url }) => url.pathname === '/oauth/token')).toEqual([]);
  });

  it('asks for coarse scopes where the server refuses the fine ones', async () => {
    const { context, asked } = contextFor((url, form) =>
      url.pathname === '/api/v1/apps' && form.get('scopes') !== 'read write'
        ? json({ error: 'Validation failed: Scopes doesn’t match' }, { status: 422 })
        : null,
    );
    const { page, finished } = await begin(context);
    expect(page.searchParams.get('scope')).toBe('read write');
    expect(asked.filter(({ url }) => url.pathname === '/api/v1/apps')).toHaveLength(2);
    await comeBack(page, { error: 'access_denied', state: page.searchParams.get('state') ?? '' });
    await finished;
  });

  it('uses the server’s own description only where it describes itself and names usable places', async () => {
    const described = (issuer: string, token_endpoint: string) =>
      contextFor((url) =>
        url.pathname === '/.well-known/oauth-authorization-server'
          ? json({ issuer, authorization_endpoint: `${server}/enter`, token_endpoint })
          : null,
      ).context;
    const close = async ({ page, finished }: Awaited<ReturnType<typeof begin>>): Promise<string> => {
      await comeBack(page, { error: 'access_denied', state: page.searchParams.get('state') ?? '' });
      await finished;
      return page.pathname;
    };
    expect(await close(await begin(described(`${server}/`, `${server}/token`)))).toBe('/enter');
    expect(await close(await begin(described('https://evil.example', `${server}/token`)))).toBe('/oauth/authorize');
    expect(await close(await begin(described(server, 'http://10.0.0.1/token')))).toBe('/oauth/authorize');
  });

  it('says why where the server registers nothing', async () => {
    const { context } = contextFor((url) =>
      url.pathname === '/api/v1/apps' ? json({ error: 'no' }, { status: 403 }) : null,
    );
    expect(await connector.signIn('browser', { server }, context, signal)).toMatchObject({
      ok: false,
      error: { kind: 'permission' },
    });
  });
});

describe('sign-in with a token', () => {
  it.each([
    ['', 'auth_revoked'],
    ['abc\ndef', 'auth_revoked'],
    ['ş'.repeat(20), 'auth_revoked'],
  ])('refuses %j without asking anybody', async (token, kind) => {
    const { context, asked } = contextFor();
    expect(await connector.signIn('token', { server, token }, context, signal)).toMatchObject({ error: { kind } });
    expect(asked).toEqual([]);
  });

  it('takes 422 at the account’s own door for a wrong token, as snac says it', async () => {
    const { context } = contextFor((url) =>
      url.pathname.endsWith('verify_credentials') ? new Response('', { status: 422 }) : null,
    );
    expect(await connector.signIn('token', { server, token: 'wrong' }, context, signal)).toMatchObject({
      error: { kind: 'auth_revoked' },
    });
  });

  it('is not given back to the server at the end, since it belongs to the person; one that we got is', async () => {
    const held = {
      accountId: 'a',
      workspaceId: 'w',
      remoteId: '1',
      handle: 'brand@here.example',
      serviceUrl: server,
      capabilities: connector.manifest.capabilities,
    };
    const credential = { v: 1, server, token: 't', traits: { keepsKeys: true, blursDirect: false, hasQuotes: false } };
    const store = (more: object) => ({
      get: async () => connectorOk(JSON.stringify({ ...credential, ...more })),
      set: async () => connectorOk(null),
    });
    const { context, asked } = contextFor();
    await connector.signOut?.(held, store({ clientId: null, clientSecret: null }), context);
    expect(asked).toEqual([]);
    await connector.signOut?.(held, store({ clientId: 'app-1', clientSecret: 's' }), context);
    expect(asked.map(({ url, form }) => [url.pathname, form.get('token')])).toEqual([['/oauth/revoke', 't']]);
  });
});
