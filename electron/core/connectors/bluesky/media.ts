import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { isAllowedBeside } from '../core/hosts';
import type { LinkTools } from './tools';

const imageTypes = /^image\/(jpeg|png|webp|gif|avif)\b/;

/** The image that a CDN address stands for, at the server that keeps the author's files. */
const blobUrl = (url: URL, serviceUrl: string): URL | null => {
  const [, did, cid] = /\/(did:[a-z]+:[A-Za-z0-9._:%-]+)\/([a-z0-9]{20,})(?:@[a-z]+)?$/.exec(url.pathname) ?? [];
  if (did === undefined || cid === undefined) return null;
  const blob = new URL('/xrpc/com.atproto.sync.getBlob', serviceUrl);
  blob.searchParams.set('did', did);
  blob.searchParams.set('cid', cid);
  return blob;
};

/**
 * Bytes of an image: from the CDN that the network named, else from the account's own server, which is where the image
 * is on a network without a CDN. Without any credential.
 */
export async function fetchMedia(
  { fetch, account }: LinkTools,
  address: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ConnectorResult<{ bytes: Uint8Array; mime: string }>> {
  if (!URL.canParse(address)) return connectorErr('garbage', { networkCode: 'address' });
  const service = new URL(account.serviceUrl);
  const url = new URL(address);
  const places = [url, blobUrl(url, account.serviceUrl)].filter(
    (place) => place !== null && isAllowedBeside(service, place),
  );
  let last: unknown = null;
  for (const place of places) {
    if (place === null) continue;
    try {
      const response = await fetch(place, { signal, headers: { accept: 'image/*' } });
      const mime = response.headers.get('content-type') ?? '';
      if (!response.ok || !imageTypes.test(mime)) continue;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.byteLength > maxBytes) return connectorErr('garbage', { networkCode: 'too_large' });
      return connectorOk({ bytes, mime: mime.split(';')[0]?.trim() ?? mime });
    } catch (error) {
      last = error;
    }
  }
  if (last !== null) throw last;
  return connectorErr('target_gone', { networkCode: 'image' });
}
