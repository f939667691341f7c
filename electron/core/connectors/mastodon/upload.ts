import type { AccountCapabilities } from '@shared/domain/manifest';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { OutgoingImage } from '../core/types';
import { pathId } from './client';
import { plainError, type ApiError } from './errors';
import { mediaPollMs, mediaWaitMs } from './figures';
import { uploadedMedia } from './schemas';
import type { LinkTools } from './tools';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Why the images cannot go out; null where they can. */
export function refusalOf(images: readonly OutgoingImage[], offered: AccountCapabilities['images']): string | null {
  if (images.length === 0) return null;
  if (offered === null || images.length > offered.maxCount) return 'count';
  if (images.some(({ bytes }) => bytes.byteLength > offered.maxBytes)) return 'size';
  if (images.some(({ mime }) => !offered.mimeTypes.includes(mime))) return 'type';
  return images.some(({ alt }) => [...alt].length > offered.maxAltLength) ? 'alt' : null;
}

/** An image that the server will not take is the image's fault; everything else is the request's. */
const uploadError = (error: ApiError): ConnectorResult<never> =>
  error.kind === 'invalid'
    ? connectorErr('media_rejected', { networkCode: String(error.status) })
    : { ok: false, error: plainError(error) };

const pause = ({ clock }: Pick<LinkTools, 'clock'>, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = clock.after(ms, end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** Asks until the server has processed the image. */
async function waitUntilReady(tools: LinkTools, id: string, signal: AbortSignal): Promise<ConnectorResult<null>> {
  const until = tools.clock.monotonic() + mediaWaitMs;
  for (let waitMs: number = mediaPollMs.first; ; waitMs = Math.min(mediaPollMs.most, waitMs * 2)) {
    const answer = await tools.api.get(`/api/v1/media/${pathId(id)}`, {}, uploadedMedia, signal);
    if (!answer.ok) return uploadError(answer.error);
    // 206: still at work. Source: API methods/media, read 2025-11.
    if (answer.status !== 206) return connectorOk(null);
    if (tools.clock.monotonic() + waitMs > until) return connectorErr('transient', { networkCode: 'media_processing' });
    await pause(tools, waitMs, signal);
    if (signal.aborted) return connectorErr('transient', { networkCode: 'cancelled' });
  }
}

/** Puts the images on the server; nothing is published by that. Answers their ids in order. */
export async function uploadImages(
  tools: LinkTools,
  images: readonly OutgoingImage[],
  signal: AbortSignal,
): Promise<ConnectorResult<readonly string[]>> {
  const ids: string[] = [];
  for (const [index, { bytes, mime, alt }] of images.entries()) {
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(bytes)], { type: mime }),
      `image-${index + 1}.${endings[mime] ?? 'bin'}`,
    );
    if (alt !== '') form.append('description', alt);
    const answer = await tools.api.post('/api/v2/media', form, uploadedMedia, { signal });
    if (!answer.ok) return uploadError(answer.error);
    // 202: taken, but not ready to be attached.
    if (answer.status === 202 || answer.value.url === null) {
      const ready = await waitUntilReady(tools, answer.value.id, signal);
      if (!ready.ok) return ready;
    }
    ids.push(answer.value.id);
  }
  return connectorOk(ids);
}
