import type { Clock } from '../../ports/clock';
import type { RateBudget } from './budget';
import { HttpFailure, httpFailureOf } from './http-failure';
import { isEventStream, readWhole, withIdleLimit } from './http-body';
import { budgetWaitMs, maxRedirects, maxResponseBytes, requestTimeoutMs, streamIdleMs } from './limits';

export interface HttpOptions {
  readonly clock: Clock;
  /** The account's rate budget and breaker; none for requests before there is an account. */
  readonly budget?: RateBudget;
  /** The offline switch: true lets nothing leave. */
  readonly isOffline?: () => boolean;
  /** Largest answer, bytes after decompression. */
  readonly maxBytes?: number;
  /** Time for a request and its whole answer, ms. */
  readonly timeoutMs?: number;
  /** Which addresses may be asked, redirects included. Without it a redirect must stay on its host. */
  readonly allowHosts?: (url: URL) => boolean;
  /** Node's fetch; another one in tests. */
  readonly transport?: typeof fetch;
}

const neverAborted = new AbortController().signal;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const headersOfOneOrigin = ['authorization', 'dpop', 'cookie', 'proxy-authorization', 'atproto-proxy'];

/** What to abort with and why; `reason` tells afterwards who did it. */
interface Deadline {
  readonly signal: AbortSignal;
  reason(): 'timeout' | 'cancelled' | null;
  /** Ends the time limit, not the caller's signal: for event streams. */
  stopTimer(): void;
  end(): void;
}

const startDeadline = (clock: Clock, timeoutMs: number, outer: AbortSignal): Deadline => {
  const controller = new AbortController();
  let reason: 'timeout' | 'cancelled' | null = null;
  const abort = (why: 'timeout' | 'cancelled') => () => {
    reason ??= why;
    controller.abort();
  };
  const onOuter = abort('cancelled');
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, { once: true });
  const stopTimer = clock.after(timeoutMs, abort('timeout'));
  return {
    signal: controller.signal,
    reason: () => reason,
    stopTimer,
    end() {
      stopTimer();
      outer.removeEventListener('abort', onOuter);
    },
  };
};

const wait = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    const onAbort = (): void => {
      stop();
      reject(new HttpFailure('cancelled', false));
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The next request of a redirect, or null where it must not be followed. */
const redirected = (request: Request, response: Response, allowHosts: HttpOptions['allowHosts']): Request | null => {
  const location = response.headers.get('location');
  if (!redirectStatuses.has(response.status) || location === null || !isRead(request.method)) return null;
  if (!URL.canParse(location, request.url)) return null;
  const from = new URL(request.url);
  const to = new URL(location, from);
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) return null;
  if (to.username !== '' || to.password !== '') return null;
  if (allowHosts === undefined ? to.host !== from.host : !allowHosts(to)) return null;
  const headers = new Headers(request.headers);
  if (to.origin !== from.origin) for (const name of headersOfOneOrigin) headers.delete(name);
  return new Request(to, { method: request.method, headers, redirect: 'manual' });
};

/**
 * Fetch as connectors get it: no cookies, one time limit over request and answer (a slow drip included), a size limit,
 * redirects only for reading and only where allowed, the offline switch and the account's rate budget. The answer is
 * read whole before it is returned, except for `text/event-stream` asked for as such, which is passed through with a
 * limit on silence. Throws only HttpFailure.
 */
export function createHttp(options: HttpOptions): typeof fetch {
  const { clock, budget, isOffline, allowHosts } = options;
  const maxBytes = options.maxBytes ?? maxResponseBytes;
  const timeoutMs = options.timeoutMs ?? requestTimeoutMs;
  const transport = options.transport ?? fetch;

  const takePlace = async (method: string, url: URL, signal: AbortSignal): Promise<void> => {
    if (budget === undefined) return;
    let waitedMs = 0;
    for (;;) {
      const admission = budget.admit(method, url);
      if (admission.isAdmitted) return;
      const { reason, retryAfterMs } = admission;
      if (reason === 'circuit_open' || waitedMs + retryAfterMs > budgetWaitMs)
        throw new HttpFailure(reason, false, retryAfterMs);
      waitedMs += retryAfterMs;
      await wait(clock, retryAfterMs, signal);
    }
  };

  const once = async (request: Request, signal: AbortSignal): Promise<Response> => {
    const url = new URL(request.url);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new HttpFailure('blocked_host', false);
    if (allowHosts !== undefined && !allowHosts(url)) throw new HttpFailure('blocked_host', false);
    if (isOffline?.() === true) throw new HttpFailure('offline', false);
    await takePlace(request.method, url, signal);
    const deadline = startDeadline(clock, timeoutMs, signal);
    let isStreaming = false;
    try {
      const response = await transport(request, {
        signal: deadline.signal,
        redirect: 'manual',
        credentials: 'omit',
      });
      budget?.observe(request.method, url, { kind: 'answer', status: response.status, headers: response.headers });
      if (isEventStream(request, response)) {
        isStreaming = true;
        deadline.stopTimer();
        return withIdleLimit(response, clock, streamIdleMs, deadline.end);
      }
      return await readWhole(response, maxBytes);
    } catch (error) {
      const reason = deadline.reason();
      const failure = reason === null ? httpFailureOf(error) : new HttpFailure(reason, true);
      const isServerFault = failure.kind !== 'cancelled' && failure.kind !== 'too_large';
      budget?.observe(request.method, url, { kind: 'none', isServerFault });
      throw failure;
    } finally {
      if (!isStreaming) deadline.end();
    }
  };

  return async (input, init) => {
    // A Request that follows a long-lived signal would stay registered there long after its answer.
    const { signal: given, ...rest } = init ?? {};
    const signal = given ?? (input instanceof Request ? input.signal : neverAborted);
    let request: Request;
    try {
      request = new Request(input, { ...rest, redirect: 'manual' });
    } catch {
      throw new HttpFailure('blocked_host', false);
    }
    if (signal.aborted) throw new HttpFailure('cancelled', false);
    for (let hop = 0; ; hop += 1) {
      const response = await once(request, signal);
      const next = hop < maxRedirects ? redirected(request, response, allowHosts) : null;
      if (next === null) return response;
      request = next;
    }
  };
}
