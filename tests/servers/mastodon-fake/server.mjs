// Plain HTTP around the routes: who asks, with which rights, with what body; rate limit headers on every answer.
import { createServer } from 'node:http';
import { readBody } from '../host/http.mjs';
import { Refusal, notFound } from './answers.mjs';

const MULTIPART = 'multipart/form-data';

/** `a[b]=1&c[]=2` as Rails reads it: nested objects and lists. */
const nest = (entries) => {
  const body = {};
  for (const [name, value] of entries) {
    const [head, ...keys] = name
      .split(/\[|\]\[|\]$/)
      .filter((part, index, all) => index < all.length - 1 || part !== '' || name.endsWith('[]'));
    if (keys.length === 0) body[head] = value;
    else if (keys[0] === '') (body[head] ??= []).push(value);
    else (body[head] ??= {})[keys[0]] = value;
  }
  return body;
};

const parseBody = async (request) => {
  const type = request.headers['content-type'] ?? '';
  const bytes = await readBody(request);
  if (bytes.length === 0) return {};
  if (type.startsWith('application/json')) {
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      throw new Refusal(400, 'There was a problem in the JSON you submitted');
    }
  }
  if (type.startsWith(MULTIPART))
    return nest((await new Response(bytes, { headers: { 'content-type': type } }).formData()).entries());
  return nest(new URLSearchParams(bytes.toString('utf8')));
};

const queryOf = (search) => ({
  get: (name) => search.get(name) ?? undefined,
  all: (name) => [...search.getAll(`${name}[]`), ...search.getAll(name)],
  isTrue: (name) => ['true', '1', 't', 'on'].includes(search.get(name) ?? ''),
});

/** `read` covers `read:accounts` and so on. */
const covers = (granted, needed) => granted.some((scope) => scope === needed || scope === needed.split(':')[0]);

const identify = (world, header) => {
  const [scheme, value] = (header ?? '').split(' ');
  if (scheme !== 'Bearer' || !value) return undefined;
  const token = world.tokens.get(value);
  if (token === undefined) throw new Refusal(401, 'The access token is invalid');
  if (token.revoked) throw new Refusal(401, 'The access token was revoked');
  return token;
};

const rateHeaders = (world, who) => {
  const { limit, windowMs } = world.rateLimit;
  const start = Math.floor(world.now() / windowMs) * windowMs;
  const use = world.rateUse.get(who);
  const used = (use?.start === start ? use.used : 0) + 1;
  world.rateUse.set(who, { start, used });
  const headers = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-reset': new Date(start + windowMs).toISOString(),
  };
  return { headers, exceeded: used > limit };
};

const compile = (routes) =>
  Object.entries(routes).map(([key, route]) => {
    const [method, path] = key.split(' ');
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    return { method, pattern, ...(typeof route === 'function' ? { run: route } : route) };
  });

const authorize = (world, route, token) => {
  if (route.scope === undefined) return;
  if (token?.accountId === undefined) throw new Refusal(401, 'This method requires an authenticated user');
  if (!covers(token.scopes, route.scope)) throw new Refusal(403, 'This action is outside the authorized scopes');
  if (world.accounts.get(token.accountId).suspended) throw new Refusal(403, 'Your login is currently disabled');
};

/**
 * Serves the routes on a loopback port. A route is a function, or `{ scope, run }` for one that needs a token; it gets
 * `{ world, params, query, body, token, viewerId, request, response, url }` and returns `{ status?, headers?, json | html | bytes }`,
 * or nothing when it answers by itself.
 */
export const serve = async (world, routes, port) => {
  const table = compile(routes);
  const answer = async (request, response) => {
    const url = new URL(request.url, world.baseUrl);
    const allowed = table.filter((route) => route.pattern.test(url.pathname));
    const route = allowed.find((candidate) => candidate.method === request.method);
    if (route === undefined) throw allowed.length > 0 ? new Refusal(405, 'Method not allowed') : notFound();
    const token = identify(world, request.headers.authorization);
    const { headers, exceeded } = rateHeaders(world, token?.accountId ?? 'anonymous');
    if (exceeded) throw new Refusal(429, 'Too many requests', headers);
    authorize(world, route, token);
    const params = route.pattern.exec(url.pathname).groups ?? {};
    const body = await parseBody(request);
    const viewerId = token?.accountId;
    const result = await route.run({
      world,
      params,
      query: queryOf(url.searchParams),
      body,
      token,
      viewerId,
      request,
      response,
      url,
    });
    return result === undefined ? undefined : { ...result, headers: { ...headers, ...result.headers } };
  };
  const respond = async (request, response) => {
    let result;
    try {
      result = await answer(request, response);
    } catch (error) {
      if (!(error instanceof Refusal)) process.stderr.write(`${error.stack}\n`);
      result =
        error instanceof Refusal
          ? { status: error.status, headers: error.headers, json: error.body }
          : { status: 500, json: { error: String(error) } };
    }
    if (result === undefined) return;
    const [type, content] =
      result.html !== undefined
        ? ['text/html; charset=utf-8', result.html]
        : result.bytes !== undefined
          ? [result.type, result.bytes]
          : ['application/json; charset=utf-8', JSON.stringify(result.json)];
    response.writeHead(result.status ?? 200, {
      'content-type': type,
      'content-length': Buffer.byteLength(content),
      ...result.headers,
    });
    response.end(content);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
};
