import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../ports/clock';
import { checkCallback, type CallbackExpectation } from './oauth-callback';
import { connectorErr, type ConnectorResult } from './errors';
import { loopbackLifetimeMs, loopbackMaxHeadBytes } from './limits';
import { callbackPage } from './loopback-page';

const host = '127.0.0.1';

export interface LoopbackOptions {
  readonly clock: Clock;
  /** Path of the redirect address; fixed, since servers compare it. */
  readonly path?: string;
  readonly expect: CallbackExpectation;
  readonly signal?: AbortSignal;
  readonly lifetimeMs?: number;
}

export interface Loopback {
  /** `http://127.0.0.1:<port><path>`; the port is chosen by the system. */
  readonly redirectUri: string;
  /** Resolves once: with the code, or with why there is none (`permission` denied, `transient` closed or too late). */
  readonly finished: Promise<ConnectorResult<{ readonly code: string; readonly parameters: URLSearchParams }>>;
  close(): void;
}

/**
 * Waits on 127.0.0.1 for the browser to come back from a sign-in (RFC 8252 sections 7.3 and 8.3). Answers only GET on
 * one path with its own Host; takes exactly one good callback; requests with a foreign state neither end nor
 * disturb the wait. Closes after the callback, after five minutes, or when told.
 */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { clock, expect, signal } = options;
  const path = options.path ?? '/callback';
  let isTaken = false;
  let settle: (value: Awaited<Loopback['finished']>) => void = () => {};
  const finished: Loopback['finished'] = new Promise((resolve) => {
    settle = resolve;
  });

  const answer = (request: IncomingMessage, response: ServerResponse, status: number, isGood: boolean): void => {
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    response.end(callbackPage(request.headers['accept-language'] ?? '', isGood));
  };

  const server = createServer({ maxHeaderSize: loopbackMaxHeadBytes }, (request, response) => {
    const { port } = server.address() as AddressInfo;
    const target = request.url ?? '';
    if (request.method !== 'GET') return answer(request, response, 405, false);
    if (request.headers.host !== `${host}:${port}`) return answer(request, response, 421, false);
    if (target !== path && !target.startsWith(`${path}?`)) return answer(request, response, 404, false);
    const parameters = new URLSearchParams(target.slice(path.length + 1));
    if (isTaken) return answer(request, response, 410, false);
    const checked = checkCallback(parameters, expect);
    if (checked.kind === 'foreign') return answer(request, response, 400, false);
    isTaken = true;
    answer(request, response, checked.kind === 'code' ? 200 : 400, checked.kind === 'code');
    response.once('close', () => close());
    settle(
      checked.kind === 'code'
        ? { ok: true, value: { code: checked.code, parameters } }
        : connectorErr('permission', { networkCode: checked.reason }),
    );
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;

  const close = (): void => {
    stopTimer();
    signal?.removeEventListener('abort', close);
    settle(connectorErr('transient', { networkCode: 'sign_in_closed' }));
    server.close();
    server.closeIdleConnections();
  };
  const stopTimer = clock.after(options.lifetimeMs ?? loopbackLifetimeMs, () => {
    settle(connectorErr('transient', { networkCode: 'sign_in_timeout' }));
    close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  if (signal?.aborted === true) close();
  else signal?.addEventListener('abort', close, { once: true });
  const { port } = (server.address() as AddressInfo | null) ?? { port: 0 };
  return { redirectUri: `http://${host}:${port}${path}`, finished, close };
}
