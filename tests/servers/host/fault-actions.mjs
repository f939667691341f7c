// What can go wrong between a client and a server. Each action gets the client's request and answer, `forward` (asks the
// real server and reads its whole answer), and the rule with its settings.
import { setTimeout as pause } from 'node:timers/promises';
import { readBody } from './http.mjs';

const CAPTIVE_PAGE =
  '<!doctype html><html><head><title>Welcome to Hotel Wi-Fi</title></head><body>Please accept our terms.</body></html>';
const HUGE_CHUNK = Buffer.alloc(64 * 1024, 'a');

const write = (response, { status, headers, body }) => {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.end(body);
};

const given = (rule) => ({
  status: rule.status ?? 503,
  headers: { 'content-type': 'application/json', ...rule.headers },
  body: Buffer.from(typeof rule.body === 'string' ? rule.body : JSON.stringify(rule.body ?? { error: 'unavailable' })),
});

/** Each returns nothing; `held` collects what waits for a release. */
export const faultActions = {
  /** Breaks the connection; the server never sees the request. */
  refuse: async ({ request }) => void request.socket.destroy(),
  /** The server carries the request out, the client never hears of it. */
  'drop-answer': async ({ request, forward }) => {
    await forward();
    request.socket.destroy();
  },
  /** Answers in the server's place: status, headers, body of the rule. The server never sees the request. */
  answer: async ({ request, response, rule }) => {
    await readBody(request);
    write(response, given(rule));
  },
  /** The server carries the request out, the client is told something else. */
  'answer-after': async ({ response, forward, rule }) => {
    await forward();
    write(response, given(rule));
  },
  /** Everything as it should be, `ms` later. */
  delay: async ({ response, forward, rule }) => {
    await pause(rule.ms ?? 1_000);
    write(response, await forward());
  },
  /** Holds the request back until it is released, then passes it on. */
  hold: async ({ response, forward, held }) => {
    await new Promise((resolve) => held.add(resolve));
    write(response, await forward());
  },
  /** The server carries the request out; its answer waits until it is released. */
  'hold-answer': async ({ response, forward, held }) => {
    const answer = await forward();
    await new Promise((resolve) => held.add(resolve));
    write(response, answer);
  },
  /** Half of the answer, then the connection breaks. */
  cut: async ({ request, response, forward }) => {
    const answer = await forward();
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => request.socket.destroy());
  },
  /** Half of the answer as if it were all of it: JSON that does not end. */
  truncate: async ({ response, forward }) => {
    const answer = await forward();
    write(response, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) });
  },
  /** The answer in pieces of `bytes`, `ms` apart. */
  drip: async ({ response, forward, rule }) => {
    const answer = await forward();
    const step = rule.bytes ?? 16;
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    for (let start = 0; start < answer.body.length && !response.destroyed; start += step) {
      response.write(answer.body.subarray(start, start + step));
      await pause(rule.ms ?? 100);
    }
    response.end();
  },
  /** A page of a network that wants a click first, in the server's place. */
  'captive-portal': async ({ request, response }) => {
    await readBody(request);
    write(response, {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(CAPTIVE_PAGE),
    });
  },
  /** A JSON string of `bytes` in the server's place. */
  huge: async ({ request, response, rule }) => {
    await readBody(request);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"content":"');
    for (let sent = 0; sent < (rule.bytes ?? 50 * 1024 * 1024) && !response.destroyed; sent += HUGE_CHUNK.length) {
      if (!response.write(HUGE_CHUNK)) {
        await Promise.race([
          new Promise((resolve) => response.once('drain', resolve)),
          new Promise((resolve) => response.once('close', resolve)),
        ]);
      }
    }
    response.end('"}');
  },
};
