// Signing in: app registration, the consent page, codes with PKCE, tokens, revocation.
import { createHash } from 'node:crypto';
import { Refusal, oauthError } from './answers.mjs';
import { consentPage, codePage, messagePage } from './pages.mjs';
import { randomToken } from './world.mjs';

const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';
const CODE_LIFE_MS = 600_000;
const SCOPES = [
  ...['read', 'write', 'follow', 'push', 'profile'],
  ...['accounts', 'blocks', 'favourites', 'follows', 'mutes', 'notifications', 'search', 'statuses'].map(
    (what) => `read:${what}`,
  ),
  ...[
    'accounts',
    'blocks',
    'conversations',
    'favourites',
    'follows',
    'media',
    'mutes',
    'notifications',
    'reports',
    'statuses',
  ].map((what) => `write:${what}`),
];

const words = (text) => text.split(/[\s+]+/).filter((word) => word !== '');
const isWithin = (wanted, granted) =>
  wanted.every((scope) => granted.includes(scope) || granted.includes(scope.split(':')[0]));
const isAcceptable = (uri) =>
  uri === OUT_OF_BAND || (URL.canParse(uri) && !['javascript:', 'data:'].includes(new URL(uri).protocol));

const registerApp = ({ world, body }) => {
  const name = String(body.client_name ?? '');
  const given = body.redirect_uris ?? [];
  const redirectUris = (Array.isArray(given) ? given : String(given).split('\n'))
    .map((uri) => uri.trim())
    .filter((uri) => uri !== '');
  const scopes = words(String(body.scopes ?? 'read'));
  if (name === '') throw new Refusal(422, "Validation failed: Application name can't be blank");
  if (redirectUris.length === 0) throw new Refusal(422, "Validation failed: Redirect URI can't be blank");
  if (!redirectUris.every(isAcceptable))
    throw new Refusal(422, 'Validation failed: Redirect URI must be an absolute URI.');
  if (!scopes.every((scope) => SCOPES.includes(scope)))
    throw new Refusal(422, "Validation failed: Scopes doesn't match configured on the server.");
  const app = {
    id: String(world.apps.size + 1),
    name,
    website: body.website ?? null,
    redirectUris,
    scopes,
    clientId: randomToken(),
    clientSecret: randomToken(),
  };
  world.apps.set(app.clientId, app);
  return {
    json: {
      id: app.id,
      name,
      website: app.website,
      scopes,
      redirect_uri: redirectUris.join('\n'),
      redirect_uris: redirectUris,
      vapid_key: 'none',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      client_secret_expires_at: 0,
    },
  };
};

/** Reads an authorization request; throws a page when it must not be redirected. */
const readRequest = (world, get) => {
  const app = world.apps.get(get('client_id') ?? '');
  if (app === undefined)
    return { page: messagePage('Client authentication failed due to unknown client.'), status: 401 };
  const redirectUri = get('redirect_uri') ?? '';
  if (!app.redirectUris.includes(redirectUri))
    return { page: messagePage('The redirect uri included is not valid.'), status: 400 };
  const request = {
    app,
    redirectUri,
    state: get('state'),
    scopes: words(get('scope') ?? 'read'),
    challenge: get('code_challenge'),
    challengeMethod: get('code_challenge_method'),
  };
  const back = (values) => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries({ ...values, state: request.state }))
      if (value !== undefined) url.searchParams.set(name, value);
    return url.href;
  };
  if (get('response_type') !== 'code') return { location: back({ error: 'unsupported_response_type' }) };
  if (!isWithin(request.scopes, app.scopes))
    return {
      location: back({
        error: 'invalid_scope',
        error_description: 'The requested scope is invalid, unknown, or malformed.',
      }),
    };
  if (request.challenge !== undefined && request.challengeMethod !== 'S256')
    return {
      location: back({ error: 'invalid_request', error_description: 'The code challenge method must be S256.' }),
    };
  return { request, back };
};

const asAnswer = ({ page, status, location }) =>
  location === undefined
    ? { status, html: page }
    : { status: 302, headers: { location }, html: messagePage('You are being redirected.') };

const showConsent = ({ world, query, url }) => {
  const read = readRequest(world, query.get);
  if (read.request === undefined) return asAnswer(read);
  return { html: consentPage(world, read.request.app, read.request.scopes, Object.fromEntries(url.searchParams)) };
};

const decide = ({ world, body }) => {
  const read = readRequest(world, (name) => body[name]);
  if (read.request === undefined) return asAnswer(read);
  const { app, redirectUri, scopes, challenge } = read.request;
  if (body.decision === 'deny')
    return asAnswer({
      location: read.back({
        error: 'access_denied',
        error_description: 'The resource owner or authorization server denied the request.',
      }),
    });
  const account = world.accountByAcct(String(body.username ?? ''));
  if (account === undefined || account.password !== body.password) {
    const { username: _name, password: _password, decision: _decision, ...again } = body;
    return { status: 401, html: consentPage(world, app, scopes, again, 'Invalid name or password.') };
  }
  const code = randomToken();
  world.codes.set(code, {
    clientId: app.clientId,
    accountId: account.id,
    redirectUri,
    scopes,
    challenge,
    until: world.now() + CODE_LIFE_MS,
  });
  return redirectUri === OUT_OF_BAND ? { html: codePage(code) } : asAnswer({ location: read.back({ code }) });
};

const clientOf = (world, body, request) => {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '');
  const [id, secret] =
    basic === null
      ? [body.client_id, body.client_secret]
      : Buffer.from(basic[1], 'base64').toString('utf8').split(':').map(decodeURIComponent);
  const app = world.apps.get(id ?? '');
  if (app === undefined || app.clientSecret !== secret) {
    throw oauthError(
      401,
      'invalid_client',
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
    );
  }
  return app;
};

const tokenView = (token) => ({
  access_token: token.value,
  token_type: 'Bearer',
  scope: token.scopes.join(' '),
  created_at: Math.floor(token.createdAt / 1000),
});

const invalidGrant = () =>
  oauthError(
    400,
    'invalid_grant',
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  );

const giveToken = ({ world, body, request }) => {
  const app = clientOf(world, body, request);
  if (body.grant_type === 'client_credentials')
    return { json: tokenView(world.grantToken(undefined, words(body.scope ?? 'read'), app.id)) };
  if (body.grant_type !== 'authorization_code')
    throw oauthError(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server.',
    );
  const code = world.codes.get(body.code ?? '');
  world.codes.delete(body.code ?? '');
  if (
    code === undefined ||
    code.clientId !== app.clientId ||
    code.redirectUri !== body.redirect_uri ||
    code.until < world.now()
  )
    throw invalidGrant();
  const answered =
    body.code_verifier === undefined
      ? undefined
      : createHash('sha256').update(String(body.code_verifier)).digest('base64url');
  if (code.challenge !== answered) throw invalidGrant();
  return { json: tokenView(world.grantToken(code.accountId, code.scopes, app.id)) };
};

const revoke = ({ world, body, request }) => {
  const app = clientOf(world, body, request);
  const token = world.tokens.get(body.token ?? '');
  if (token !== undefined && token.appId !== app.id)
    throw oauthError(403, 'unauthorized_client', 'You are not authorized to revoke this token');
  if (token !== undefined) token.revoked = true;
  return { json: {} };
};

const metadata = ({ world }) => ({
  json: {
    issuer: `${world.baseUrl}/`,
    authorization_endpoint: `${world.baseUrl}/oauth/authorize`,
    token_endpoint: `${world.baseUrl}/oauth/token`,
    revocation_endpoint: `${world.baseUrl}/oauth/revoke`,
    userinfo_endpoint: `${world.baseUrl}/oauth/userinfo`,
    app_registration_endpoint: `${world.baseUrl}/api/v1/apps`,
    service_documentation: 'https://docs.joinmastodon.org/',
    scopes_supported: SCOPES,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  },
});

export const oauthRoutes = {
  'POST /api/v1/apps': registerApp,
  'GET /.well-known/oauth-authorization-server': metadata,
  'GET /oauth/authorize': showConsent,
  'POST /oauth/authorize': decide,
  'POST /oauth/token': giveToken,
  'POST /oauth/revoke': revoke,
};
