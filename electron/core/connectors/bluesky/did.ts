import { z } from 'zod';
import { connectorErr, type ConnectorResult } from '../core/errors';
import { isAllowedBeside } from '../core/hosts';
import { readAs } from '../core/read-json';
import type { ConnectorContext } from '../core/types';
import { plcDirectory } from './addresses';

const document = z.object({
  id: z.string(),
  service: z.array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() })).catch([]),
});

/** The account's server as its identity document names it; null where it names none or one that may not be used. */
export function serverOf(didDocument: unknown, did: string, typed: URL): string | null {
  const parsed = document.safeParse(didDocument);
  if (!parsed.success || parsed.data.id !== did) return null;
  const entry = parsed.data.service.find(
    ({ id, type }) => (id === '#atproto_pds' || id === `${did}#atproto_pds`) && type === 'AtprotoPersonalDataServer',
  );
  const endpoint = entry?.serviceEndpoint;
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  return isAllowedBeside(typed, url) ? url.origin : null;
}

/** Where the identity document of a DID stands. */
const documentUrl = (did: string): URL | null => {
  if (/^did:plc:[a-z2-7]{24}$/.test(did)) return new URL(`/${did}`, plcDirectory);
  const [, host] = /^did:web:([a-zA-Z0-9.-]+\.[a-zA-Z]+)$/.exec(did) ?? [];
  return host === undefined ? null : new URL(`https://${host}/.well-known/did.json`);
};

/** Asks the directory (did:plc) or the domain itself (did:web) for the identity document. May throw HttpFailure. */
export async function fetchDidDocument(
  did: string,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<unknown>> {
  const url = documentUrl(did);
  if (url === null) return connectorErr('invalid', { networkCode: 'did_method' });
  return readAs(z.unknown(), await context.fetch(url, { signal, headers: { accept: 'application/json' } }));
}
