import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { reporting, sendFailureOf } from '../core/http-failure';
import type { AccountRef, ChannelLink, ConnectorContext, CredentialStore, PullPage } from '../core/types';
import { act } from './actions';
import { createApi } from './client';
import { backfillConversations, pullConversations } from './conversations';
import { credentialReader, type Credential } from './credential';
import { readServerInfo } from './instance';
import { markSeen } from './mark-seen';
import { fetchMedia } from './media';
import { backfillMentions, pullMentions } from './mentions';
import { domainOf } from './people';
import { send } from './send';
import { readIdentity } from './sign-in';
import { openStream } from './stream';
import { listOwn, readThread } from './thread-state';
import { pullThreads } from './threads';
import type { LinkTools } from './tools';

const unknownStream = connectorErr('unsupported', { networkCode: 'stream' });

/** A page that says nothing: this stream has no further history. */
const nothingHere = (cursor: string | null): PullPage => ({
  events: [],
  cursor: cursor ?? '{}',
  hasMore: false,
  covered: null,
  gaps: [],
});

/** One connected account. */
export function createLink(account: AccountRef, credentials: CredentialStore, context: ConnectorContext): ChannelLink {
  const { clock, logger, fetch: get, random } = context;
  const server = new URL(account.serviceUrl);
  const credential = credentialReader(credentials);
  let traits: Credential['traits'] | null = null;
  const tools: LinkTools = {
    account,
    reader: { accountId: account.remoteId, handle: account.handle, domain: domainOf(account.handle) },
    api: createApi({ fetch: get, clock, credential, server: server.origin }),
    clock,
    logger,
    fetch: get,
    random,
    credential,
    async traits() {
      if (traits !== null) return connectorOk(traits);
      const held = await credential();
      if (!held.ok) return held;
      traits = held.value.traits;
      return connectorOk(traits);
    },
  };
  /** A server that was renewed does more: kept for the next start. Where that fails it is only read again. */
  const keepTraits = async (next: Credential['traits']): Promise<void> => {
    const held = await credential();
    if (!held.ok || JSON.stringify(held.value.traits) === JSON.stringify(next)) return;
    await credentials.set(JSON.stringify({ ...held.value, traits: next }));
  };
  const closers = new Set<() => void>();
  return {
    identify: (signal) => reporting(() => readIdentity(tools.api, tools.reader.domain, signal)),
    capabilities: (signal) =>
      reporting(async () => {
        const about = await readServerInfo(server, get, clock, signal);
        if (!about.ok) return about;
        ({ traits } = about.value);
        await keepTraits(about.value.traits);
        return connectorOk(about.value.capabilities);
      }),
    pull: (stream, cursor, signal) =>
      reporting(async (): Promise<ConnectorResult<PullPage>> => {
        if (stream === 'mentions') return pullMentions(tools, cursor, signal);
        if (stream === 'conversations') return pullConversations(tools, cursor, signal);
        return stream === 'threads' ? pullThreads(tools, cursor, signal) : unknownStream;
      }),
    backfill: (stream, cursor, untilAt, signal) =>
      reporting(async (): Promise<ConnectorResult<PullPage>> => {
        if (stream === 'mentions') return backfillMentions(tools, cursor, untilAt, signal);
        if (stream === 'conversations') return backfillConversations(tools, cursor, untilAt, signal);
        return stream === 'threads' ? connectorOk(nothingHere(cursor)) : unknownStream;
      }),
    readThread: (target, signal) => reporting(() => readThread(tools, target, signal)),
    send: async (item, signal) => {
      try {
        return await send(tools, item, signal);
      } catch (error) {
        return sendFailureOf(error);
      }
    },
    /**
     * Absent where the server keeps our keys: there a second call with the same key is the question. Of a server that does
     * not, or before it is known, whether a message is there can only be read back.
     */
    get findByKey(): ChannelLink['findByKey'] {
      if (traits?.keepsKeys === true) return undefined;
      return () =>
        reporting(async () => {
          const known = await tools.traits();
          if (!known.ok) return known;
          return connectorErr(known.value.keepsKeys ? 'transient' : 'unsupported', { networkCode: 'no_key' });
        });
    },
    listOwn: (target, signal) => reporting(() => listOwn(tools, target, signal)),
    act: (request, signal) => reporting(() => act(tools, request, signal)),
    markSeen: (target, signal) => reporting(() => markSeen(tools, target, signal)),
    fetchMedia: (url, maxBytes, signal) => reporting(() => fetchMedia(tools, url, maxBytes, signal)),
    wake(onWake) {
      const close = openStream(tools, onWake);
      closers.add(close);
      return () => {
        closers.delete(close);
        close();
      };
    },
    close() {
      for (const close of closers) close();
      closers.clear();
    },
  };
}
