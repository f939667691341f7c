import { isLoopbackHost, readServiceUrl } from '../core/hosts';

/** `@brand@example.social` or `brand@example.social`, as people copy it from a profile. */
const handle = /^@?[^\s@/:]+@([^\s@/]+)$/;

/**
 * The server that a person typed: a host, an address, a handle. https unless http was typed; on this very machine plain
 * http is what servers speak. Null where it is none.
 */
export function readServer(typed: string): URL | null {
  const text = typed.trim();
  const place = handle.exec(text)?.[1] ?? text;
  const url = readServiceUrl(place);
  if (url === null || place.includes('://') || !isLoopbackHost(url.hostname)) return url;
  return readServiceUrl(`http://${place}`);
}
