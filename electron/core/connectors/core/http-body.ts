import type { Clock } from '../../ports/clock';
import { HttpFailure } from './http-failure';

const bodiless = new Set([101, 204, 205, 304]);

/** Both sides agreed on an event stream; a server cannot force one on a caller who did not ask. */
export const isEventStream = (request: Request, response: Response): boolean =>
  response.ok &&
  (request.headers.get('accept') ?? '').includes('text/event-stream') &&
  (response.headers.get('content-type') ?? '').startsWith('text/event-stream');

/** Reads an answer to its end and returns it as one in memory; throws `too_large` as soon as the limit is passed. */
export async function readWhole(response: Response, maxBytes: number): Promise<Response> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  if (announced > maxBytes) {
    await reader?.cancel().catch(() => {});
    throw new HttpFailure('too_large', true);
  }
  const parts: Uint8Array[] = [];
  let total = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.byteLength;
    if (total > maxBytes) {
      await reader.cancel().catch(() => {});
      throw new HttpFailure('too_large', true);
    }
    parts.push(value);
  }
  const init = { status: response.status, statusText: response.statusText, headers: response.headers };
  if (bodiless.has(response.status)) return new Response(null, init);
  const body = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.byteLength;
  }
  return new Response(body, init);
}

/** Passes a stream through; a silence longer than idleMs breaks it off, as a dead line would otherwise look alive. */
export function withIdleLimit(response: Response, clock: Clock, idleMs: number, onEnd: () => void): Response {
  const reader = response.body?.getReader();
  let stopTimer = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (reader === undefined) {
        controller.close();
        onEnd();
        return;
      }
      stopTimer = clock.after(idleMs, () => {
        controller.error(new HttpFailure('timeout', true));
        void reader.cancel().catch(() => {});
        onEnd();
      });
      try {
        const { done, value } = await reader.read();
        stopTimer();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch {
        stopTimer();
        controller.error(new HttpFailure('reset', true));
      }
      onEnd();
    },
    async cancel() {
      stopTimer();
      onEnd();
      await reader?.cancel().catch(() => {});
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
