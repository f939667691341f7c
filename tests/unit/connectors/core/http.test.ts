import { getEventListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRateBudget } from '../../../../electron/core/connectors/core/budget';
import { createHttp, type HttpOptions } from '../../../../electron/core/connectors/core/http';
import { HttpFailure } from '../../../../electron/core/connectors/core/http-failure';
import { systemClock } from '../../../../electron/core/ports/clock';
import { manualClock } from '../../../support/core/manual-clock';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('the http client of connectors', () => {
  let server: Server;
  let origin: string;
  let handler: Handler;
  let seen: { method: string; url: string; headers: IncomingMessage['headers'] }[];
  let onRequest: (() => void) | null;

  beforeEach(async () => {
    seen = [];
    onRequest = null;
    handler = (_request, response) => response.end('ok');
    server = createServer((request, response) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
      handler(request, response);
      onRequest?.();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = (options: Partial<HttpOptions> = {}) => createHttp({ clock: systemClock, ...options });
  const failureOf = async (answer: Promise<Response>): Promise<HttpFailure> => {
    try {
      await answer;
    } catch (error) {
      if (error instanceof HttpFailure) return error;
      throw error;
    }
    throw new Error('expected a failure');
  };
  const arrived = (): Promise<void> =>
    new Promise((resolve) => {
      onRequest = resolve;
    });

  it('gives up on a server that never answers, and says that the request may have arrived', async () => {
    const clock = manualClock();
    handler = () => {};
    const came = arrived();
    const answer = failureOf(client({ clock, timeoutMs: 30_000 })(`${origin}/slow`, { method: 'POST', body: 'x' }));
    await came;
    clock.advance(30_000);
    expect(await answer).toMatchObject({ kind: 'timeout', mayHaveBeenSent: true });
  });

  it('gives up on an answer that drips in too slowly, although each part is quick', async () => {
    const clock = manualClock();
    let drip: (() => void) | null = null;
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      drip = () => response.write(' ');
      drip();
    };
    const came = arrived();
    const answer = failureOf(client({ clock, timeoutMs: 30_000 })(origin));
    await came;
    for (let second = 0; second < 29; second += 1) {
      clock.advance(1_000);
      (drip as (() => void) | null)?.();
    }
    clock.advance(1_000);
    expect(await answer).toMatchObject({ kind: 'timeout' });
  });

  it('drops an answer that announces more than the limit', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-length': String(50 * 1024 * 1024) });
      response.write('x');
    };
    expect(await failureOf(client()(origin))).toMatchObject({ kind: 'too_large', mayHaveBeenSent: true });
  });

  it('drops an endless answer at the limit', async () => {
    handler = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
        response.once('drain', more);
      };
      more();
    };
    expect(await failureOf(client({ maxBytes: 1_000_000 })(origin))).toMatchObject({ kind: 'too_large' });
  });

  it('drops a small answer that unpacks to more than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'a'));
    handler = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(bomb.byteLength).toBeLessThan(20_000);
    expect(await failureOf(client({ maxBytes: 1_000_000 })(origin))).toMatchObject({ kind: 'too_large' });
  });

  it('reads an answer just below the limit', async () => {
    handler = (_request, response) => response.end(Buffer.alloc(1_000_000, 'a'));
    expect((await (await client({ maxBytes: 1_000_000 })(origin)).text()).length).toBe(1_000_000);
  });

  it('says that a request may have arrived when the line breaks after it was sent', async () => {
    handler = (request) => request.socket.destroy();
    const failure = await failureOf(client()(origin, { method: 'POST', body: 'hello' }));
    expect(failure).toMatchObject({ kind: 'reset', mayHaveBeenSent: true });
  });

  it('says that a request may have arrived when the answer is cut', async () => {
    handler = (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => request.socket.destroy());
    };
    expect(await failureOf(client()(origin))).toMatchObject({ kind: 'reset', mayHaveBeenSent: true });
  });

  it('knows that nothing left when nobody listens or the name leads nowhere', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await failureOf(client()(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x' }))).toMatchObject({
      kind: 'refused',
      mayHaveBeenSent: false,
    });
    expect(await failureOf(client()('https://nobody.invalid'))).toMatchObject({ kind: 'dns', mayHaveBeenSent: false });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  it('knows that nothing left when the other side does not speak TLS', async () => {
    const failure = await failureOf(client()(origin.replace('http:', 'https:'), { method: 'POST', body: 'x' }));
    expect(failure.mayHaveBeenSent).toBe(false);
    expect(seen).toEqual([]);
  });

  it('lets nothing leave while offline', async () => {
    let isOffline = true;
    const fetch = client({ isOffline: () => isOffline });
    expect(await failureOf(fetch(origin))).toMatchObject({ kind: 'offline', mayHaveBeenSent: false });
    expect(seen).toEqual([]);
    isOffline = false;
    expect((await fetch(origin)).ok).toBe(true);
  });

  it('stops when the caller no longer wants the answer', async () => {
    const stop = new AbortController();
    handler = () => {};
    const came = arrived();
    const answer = failureOf(client()(origin, { signal: stop.signal }));
    await came;
    stop.abort();
    expect(await answer).toMatchObject({ kind: 'cancelled', mayHaveBeenSent: true });
    expect(await failureOf(client()(origin, { signal: stop.signal }))).toMatchObject({ mayHaveBeenSent: false });
  });

  it('leaves nothing behind on a signal that lives long', async () => {
    const fetch = client();
    const { signal } = new AbortController();
    for (let time = 0; time < 20; time += 1) await fetch(origin, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('keeps no cookies', async () => {
    handler = (_request, response) => response.writeHead(200, { 'set-cookie': 'session=1; Path=/' }).end('ok');
    const fetch = client();
    await fetch(origin);
    await fetch(origin);
    expect(seen[1]?.headers.cookie).toBeUndefined();
  });

  it('follows a redirect of a reading request on the same host, at most five times', async () => {
    handler = (request, response) =>
      request.url === '/old' ? response.writeHead(302, { location: '/new' }).end() : response.end('found');
    expect(await (await client()(`${origin}/old`)).text()).toBe('found');
    handler = (_request, response) => response.writeHead(302, { location: '/again' }).end();
    seen.length = 0;
    expect((await client()(`${origin}/again`)).status).toBe(302);
    expect(seen).toHaveLength(6);
  });

  it('does not follow a redirect to another host, nor any redirect of a sending request', async () => {
    const other = origin.replace('127.0.0.1', 'localhost');
    handler = (_request, response) => response.writeHead(302, { location: `${other}/there` }).end();
    expect((await client()(origin)).status).toBe(302);
    handler = (_request, response) => response.writeHead(307, { location: '/there' }).end();
    expect((await client()(origin, { method: 'POST', body: 'secret' })).status).toBe(307);
    expect(seen).toHaveLength(2);
  });

  it('takes no credential along to another host, even where that host is allowed', async () => {
    const other = createServer((request, response) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
      response.end('there');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}/there`;
    handler = (_request, response) => response.writeHead(302, { location: there }).end();
    const headers = { authorization: 'Bearer secret', dpop: 'proof' };
    const answer = await client({ allowHosts: (url) => url.hostname === '127.0.0.1' })(origin, { headers });
    expect(await answer.text()).toBe('there');
    expect(seen[0]?.headers.authorization).toBe('Bearer secret');
    expect(seen[1]?.headers.authorization).toBeUndefined();
    expect(seen[1]?.headers['dpop']).toBeUndefined();
    await new Promise((resolve) => other.close(resolve));
  });

  it('asks only addresses that are allowed, and only by http', async () => {
    const fetch = client({ allowHosts: (url) => url.pathname === '/fine' });
    expect(await failureOf(fetch(`${origin}/other`))).toMatchObject({ kind: 'blocked_host', mayHaveBeenSent: false });
    expect(await failureOf(client()('file:///etc/hosts'))).toMatchObject({ kind: 'blocked_host' });
    expect(await failureOf(client()('not an address'))).toMatchObject({ kind: 'blocked_host' });
    expect((await fetch(`${origin}/fine`)).ok).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('passes an event stream through when one was asked for, and breaks it off after silence', async () => {
    const clock = manualClock();
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: update\n\n');
    };
    const answer = await client({ clock, timeoutMs: 1_000 })(origin, { headers: { accept: 'text/event-stream' } });
    const reader = answer.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('event: update\n\n');
    clock.advance(60_000);
    const next = reader?.read();
    const outcome = next?.then(
      () => 'more',
      (error: unknown) => (error instanceof HttpFailure ? error.kind : 'other'),
    );
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(90_000);
    expect(await outcome).toBe('timeout');
  });

  it('waits for a free place in the budget, and refuses what would wait long', async () => {
    const clock = manualClock();
    const rules = { classes: { all: { requests: 1, windowMs: 1_000 } }, classify: () => 'all' };
    const fetch = client({ clock, budget: createRateBudget({ clock, random: () => 0.5, rules }) });
    await fetch(origin);
    const second = fetch(origin);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toHaveLength(1);
    clock.advance(1_000);
    expect((await second).ok).toBe(true);
    const slow = { classes: { all: { requests: 1, windowMs: 60_000 } }, classify: () => 'all' };
    const strict = client({ clock, budget: createRateBudget({ clock, random: () => 0.5, rules: slow }) });
    await strict(origin);
    expect(await failureOf(strict(origin))).toMatchObject({ kind: 'rate_limited', retryAfterMs: 60_000 });
  });
});
