// Small HTTP pieces for the starters: asking a server as a client would, and a JSON control server on loopback.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { pickPort, whenStopping } from './lifecycle.mjs';

/** True when something listens there. */
export const isListening = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** JSON in, JSON out; throws with the server's own words when the answer is not 2xx. */
export const askJson = async (method, url, { token, body, form, headers = {} } = {}) => {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: form === undefined ? (body === undefined ? undefined : JSON.stringify(body)) : new URLSearchParams(form),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${method} ${url.split('?')[0]} answered ${response.status}: ${text.slice(0, 300)}`);
  return text === '' ? {} : JSON.parse(text);
};

/** Reads a request's body whole. */
export const readBody = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

const sendJson = (response, status, value) => {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

/**
 * A loopback server by which tests steer a running server. Each route is `'POST /name'` with a function that takes the
 * JSON body and the query; what it returns is the answer.
 */
export const startControl = async (routes, portVariable) => {
  const serve = async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const route = routes[`${request.method} ${url.pathname}`];
    if (route === undefined)
      return sendJson(response, 404, { error: `no such control: ${Object.keys(routes).join(', ')}` });
    try {
      const body = await readBody(request);
      const answer = await route(body.length === 0 ? {} : JSON.parse(body.toString('utf8')), url.searchParams);
      sendJson(response, 200, answer ?? { ok: true });
    } catch (error) {
      sendJson(response, 500, { error: String(error?.message ?? error) });
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  const port = await pickPort(portVariable);
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  whenStopping(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${port}`;
};
