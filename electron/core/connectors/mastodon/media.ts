import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { isAllowedBeside } from '../core/hosts';
import type { LinkTools } from './tools';

const types =
  /^(image\/(jpeg|png|webp|gif|avif)|video\/(mp4|webm|quicktime)|audio\/(mpeg|mp4|ogg|wav|x-wav|flac|aac))$/;

/**
 * Bytes of a file, from the account's server or the public host that it named, without any credential. Pages and drawings
 * with scripts are not files.
 */
export async function fetchMedia(
  { fetch: get, account }: LinkTools,
  address: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ConnectorResult<{ bytes: Uint8Array; mime: string }>> {
  if (!URL.canParse(address)) return connectorErr('garbage', { networkCode: 'address' });
  const url = new URL(address);
  if (!isAllowedBeside(new URL(account.serviceUrl), url)) return connectorErr('garbage', { networkCode: 'host' });
  const response = await get(url, { signal, headers: { accept: 'image/*, video/*, audio/*' } });
  if (response.status === 404 || response.status === 410) return connectorErr('target_gone', { networkCode: 'file' });
  const mime = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (response.status === 429 || response.status >= 500)
    return connectorErr('transient', { networkCode: String(response.status) });
  if (!response.ok || !types.test(mime)) return connectorErr('garbage', { networkCode: 'type' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength > maxBytes) return connectorErr('garbage', { networkCode: 'too_large' });
  return connectorOk({ bytes, mime });
}
