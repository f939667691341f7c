import type { AccountCapabilities, TextLimit } from '@shared/domain/manifest';
import type { Clock } from '../../ports/clock';
import { connectorOk, type ConnectorResult } from '../core/errors';
import { isAllowedBeside } from '../core/hosts';
import { connectorErrorOf } from '../core/http-failure';
import { apiUrl, readAnswer } from './client';
import type { Credential } from './credential';
import { plainError } from './errors';
import { manifest } from './manifest';
import { instance as instanceSchema, type Instance } from './schemas';

/** What one server says about itself. */
export interface Server {
  /** Domain in the handles of its people. */
  readonly domain: string;
  readonly capabilities: AccountCapabilities;
  readonly traits: Credential['traits'];
  /** Origin of its event stream; null where it names none that may be used. */
  readonly streaming: string | null;
}

const imageTypes = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
const isSnac = ({ version }: Pick<Instance, 'version'>): boolean => /\bsnac\//i.test(version);

/**
 * Whether the server keeps an Idempotency-Key: the reference server and its forks, whose version is a plain number, and
 * the Pleroma family, which says what it is. Of all others it is not believed, and a lost answer is read back instead.
 */
export function keepsKeys({
  version,
  source_url: source,
  api_versions: api,
}: Pick<Instance, 'version' | 'source_url' | 'api_versions'>): boolean {
  if (/\(compatible; (Pleroma|Akkoma)\b/i.test(version)) return true;
  const major = Number(/^v?(\d+)\.\d+\.\d+(?:[-+][\w.+-]*)?$/.exec(version.trim())?.[1] ?? 0);
  return major >= 3 && major < 100 && (api.mastodon !== undefined || source === undefined || /mastodon/i.test(source));
}

const actionsOf = (about: Instance): AccountCapabilities['actions'] =>
  isSnac(about) ? ['like', 'unlike', 'block', 'unblock'] : manifest.capabilities.actions;

/** A private message looks like a post for followers there, and is answered privately all the same. */
const unavailableOf = (about: Instance): AccountCapabilities['unavailable'] =>
  isSnac(about) ? [{ kind: 'direct', reason: 'not_offered' }] : [];

export function capabilitiesOf(about: Instance, source: string): AccountCapabilities {
  const { statuses, media_attachments: media } = about.configuration;
  const defaults = manifest.capabilities;
  const text: readonly TextLimit[] = [
    {
      unit: 'weighted',
      max: statuses.max_characters ?? about.max_toot_chars ?? 500,
      linkWeight: statuses.characters_reserved_per_url ?? 23,
      source,
    },
  ];
  const types = media.supported_mime_types?.filter((type) => imageTypes.has(type)) ?? [];
  const maxCount = statuses.max_media_attachments ?? 4;
  return {
    publicText: text,
    directText: text,
    images:
      maxCount === 0 || defaults.images === null
        ? null
        : {
            maxCount,
            maxBytes: media.image_size_limit ?? defaults.images.maxBytes,
            mimeTypes: types.length === 0 ? defaults.images.mimeTypes : types,
            maxAltLength: media.description_limit ?? defaults.images.maxAltLength,
            inDirect: true,
          },
    actions: actionsOf(about),
    unavailable: unavailableOf(about),
  };
}

const hostIn = (named: string | undefined): string | null => {
  const text = named?.trim() ?? '';
  if (text === '') return null;
  const url = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).host : null;
};

/** The stream's address is a WebSocket's; the same host serves it over plain HTTP. */
const streamingOrigin = (about: Instance, server: URL): string | null => {
  const named = about.configuration.urls.streaming ?? about.urls.streaming_api;
  const text = named?.replace(/^ws/i, 'http') ?? server.origin;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return isAllowedBeside(server, url) ? url.origin : null;
};

const describe = (about: Instance, server: URL, version: 1 | 2): Server => ({
  domain: hostIn(about.domain) ?? hostIn(about.uri) ?? server.host,
  capabilities: capabilitiesOf(about, `GET /api/v${version}/instance of ${server.host}`),
  traits: {
    keepsKeys: keepsKeys(about),
    blursDirect: isSnac(about),
    hasQuotes: (about.api_versions.mastodon ?? 0) >= 7,
  },
  streaming: streamingOrigin(about, server),
});

/** For a server that says nothing about itself: the network's defaults, and nothing taken for granted. */
const unknownServer = (server: URL): Server => ({
  domain: server.host,
  capabilities: manifest.capabilities,
  traits: { keepsKeys: false, blursDirect: false, hasQuotes: false },
  streaming: null,
});

/**
 * Asks a server about itself: the second version of the answer, the first where there is none, else defaults. Only where
 * it cannot be asked at all is that an error. Needs no token.
 */
export async function readServerInfo(
  server: URL,
  fetchIt: typeof fetch,
  clock: Clock,
  signal: AbortSignal,
): Promise<ConnectorResult<Server>> {
  for (const version of [2, 1] as const) {
    try {
      const url = apiUrl(server.origin, `/api/v${version}/instance`);
      const response = await fetchIt(url, { signal, headers: { accept: 'application/json' } });
      const answer = await readAnswer(response, instanceSchema, clock);
      if (answer.ok) return connectorOk(describe(answer.value, server, version));
      if (answer.error.kind === 'rate_limited' || answer.error.status >= 500)
        return { ok: false, error: plainError(answer.error) };
    } catch (error) {
      return { ok: false, error: connectorErrorOf(error) };
    }
  }
  return connectorOk(unknownServer(server));
}
