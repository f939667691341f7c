// Stands at the address that clients know and passes everything on, unless a test asked for something to go wrong:
// a server that is away, an answer that is lost, a line that is slow.
import { createServer, request as openRequest } from 'node:http';
import { connect } from 'node:net';
import { faultActions } from './fault-actions.mjs';
import { createFaultRules } from './fault-rules.mjs';
import { readBody } from './http.mjs';
import { whenStopping } from './lifecycle.mjs';

const HOP_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const LOG_LENGTH = 5_000;

const endToEnd = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_HEADERS.has(name)));

/**
 * @param {{ port: number, host?: string, route: (url: string) => { port: number, host?: string } }} options `route` says
 *   which server stands behind a path.
 */
export const startFaultProxy = async ({ port, host = '127.0.0.1', route }) => {
  const rules = createFaultRules();
  const sockets = new Set();
  const held = new Set();
  let log = [];
  let sequence = 0;

  const openUpstream = (request) => {
    const target = route(request.url);
    return openRequest({
      ...target,
      host: target.host ?? '127.0.0.1',
      // A connection for each request: one kept open could be closed by the server just as the next request leaves.
      agent: false,
      method: request.method,
      path: request.url,
      headers: { ...request.headers, connection: 'close' },
    });
  };
  const forwardWhole = async (request, body) => {
    const upstream = openUpstream(request);
    upstream.end(body);
    const answer = await new Promise((resolve, reject) => upstream.once('response', resolve).once('error', reject));
    return { status: answer.statusCode, headers: endToEnd(answer.headers), body: await readBody(answer) };
  };
  const passOn = (request, response, entry) => {
    const upstream = openUpstream(request);
    upstream.once('response', (answer) => {
      entry.status = answer.statusCode;
      const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = answer.headers;
      response.writeHead(answer.statusCode, headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    upstream.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.once('close', () => upstream.destroy());
    request.pipe(upstream);
  };

  const handle = (request, response) => {
    const rule = rules.take(request.method, request.url);
    const entry = {
      sequence: ++sequence,
      at: Date.now(),
      method: request.method,
      url: request.url,
      status: 0,
      fault: rule?.kind ?? null,
    };
    log.push(entry);
    if (log.length > LOG_LENGTH) log = log.slice(-LOG_LENGTH);
    if (rule === undefined) return passOn(request, response, entry);
    const forward = async () => {
      const answer = await forwardWhole(request, await readBody(request));
      entry.status = answer.status;
      return answer;
    };
    faultActions[rule.kind]({ request, response, forward, rule, held }).catch(() => request.socket.destroy());
  };
  const tunnel = (request, socket, head) => {
    const target = route(request.url);
    const upstream = connect(target.port, target.host ?? '127.0.0.1', () => {
      const lines = [`${request.method} ${request.url} HTTP/1.1`];
      for (let index = 0; index < request.rawHeaders.length; index += 2)
        lines.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
      upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    for (const [side, other] of [
      [socket, upstream],
      [upstream, socket],
    ])
      side.once('error', () => other.destroy()).once('close', () => other.destroy());
  };

  let server;
  const up = async () => {
    if (server !== undefined) return;
    const opened = createServer(handle).on('upgrade', tunnel);
    opened.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
    await new Promise((resolve, reject) => opened.once('error', reject).listen(port, host, resolve));
    server = opened;
  };
  const down = async () => {
    if (server === undefined) return;
    const closing = server;
    server = undefined;
    const closed = new Promise((resolve) => closing.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const release = () => {
    for (const resolve of held) resolve();
    const count = held.size;
    held.clear();
    return { released: count };
  };
  await up();
  whenStopping(down);

  /** The controls, for `startControl`. */
  return {
    'POST /down': down,
    'POST /up': up,
    'POST /faults': (rule) => {
      if (!Object.hasOwn(faultActions, rule.kind))
        throw new Error(`unknown kind; known: ${Object.keys(faultActions).join(', ')}`);
      return { id: rules.add(rule) };
    },
    'POST /release': release,
    'GET /held': () => ({ held: held.size }),
    'POST /reset': async () => {
      rules.clear();
      release();
      await up();
    },
    'GET /requests': (_body, query) => ({
      requests: log.filter((entry) => entry.sequence > Number(query.get('after') ?? 0)),
    }),
  };
};
