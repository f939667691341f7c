import { fullJitterMs } from '../core/backoff';
import { apiUrl } from './client';
import { createEventReader } from './event-stream';
import { streamBackoff, streamSteadyMs } from './figures';
import { readServerInfo } from './instance';
import type { LinkTools } from './tools';

/** Which of our streams an event of the server's stream wakes. Source: API methods/streaming, read 2025-11. */
const wakes: Readonly<Record<string, readonly string[]>> = {
  notification: ['mentions'],
  notifications_merged: ['mentions'],
  conversation: ['conversations', 'mentions'],
  delete: ['mentions', 'threads'],
  'status.update': ['mentions', 'threads'],
};

type Ended = 'lost' | 'not_offered';

/** One connection, from opening to its end. */
async function listenOnce(tools: LinkTools, onWake: (stream: string) => void, signal: AbortSignal): Promise<Ended> {
  const { account, clock, fetch: get } = tools;
  const about = await readServerInfo(new URL(account.serviceUrl), get, clock, signal);
  if (!about.ok) return 'lost';
  const { streaming } = about.value;
  const held = await tools.credential();
  if (!held.ok) return 'lost';
  if (streaming === null) return 'not_offered';
  const response = await get(apiUrl(streaming, '/api/v1/streaming/user'), {
    signal,
    headers: { accept: 'text/event-stream', authorization: `Bearer ${held.value.token}` },
  });
  const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (!response.ok || !isStream || response.body === null)
    return response.status === 429 || response.status >= 500 ? 'lost' : 'not_offered';
  // Whatever came while nobody listened is fetched now.
  for (const stream of ['mentions', 'conversations']) onWake(stream);
  const read = createEventReader((event) => {
    for (const stream of wakes[event] ?? []) onWake(stream);
  });
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) read(piece);
  return 'lost';
}

/**
 * Holds the server's event stream open and wakes the streams that it speaks of. A lost connection is opened again with
 * growing, jittered pauses; a server without a stream is left alone. Polling does the work, with or without it.
 */
export function openStream(tools: LinkTools, onWake: (stream: string) => void): () => void {
  const { clock, random } = tools;
  const closing = new AbortController();
  let attempt = 0;
  let cancelPause = (): void => {};
  const connect = async (): Promise<void> => {
    const startedAt = clock.monotonic();
    const ended = await listenOnce(tools, onWake, closing.signal).catch((): Ended => 'lost');
    if (closing.signal.aborted || ended === 'not_offered') return;
    attempt = clock.monotonic() - startedAt >= streamSteadyMs ? 0 : attempt + 1;
    const pauseMs = streamBackoff.baseMs / 2 + fullJitterMs(attempt, streamBackoff, random);
    cancelPause = clock.after(pauseMs, () => void connect());
  };
  void connect();
  return () => {
    closing.abort();
    cancelPause();
  };
}
