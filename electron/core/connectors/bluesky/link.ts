import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { reporting, sendFailureOf } from '../core/http-failure';
import type { AccountRef, ChannelLink, ConnectorContext, CredentialStore, PullPage } from '../core/types';
import { act, markSeen } from './actions';
import { readCapabilities } from './capabilities';
import { backfillChat, pullChat } from './chat';
import { fetchMedia } from './media';
import { backfillNotifications, pullNotifications } from './notifications';
import { contactOf } from './people';
import { sessionAnswer, type Convo } from './schemas';
import { sendChat } from './send-chat';
import { findPost, sendPost } from './send-post';
import { openSession } from './session';
import { listOwn, readThread } from './thread-state';
import { pullThreads } from './threads';
import type { LinkTools } from './tools';
import { createXrpc } from './xrpc';

const unknownStream = connectorErr('unsupported', { networkCode: 'stream' });

/** A page that says nothing, for a stream that this account does not have. */
const nothingHere = (cursor: string | null): PullPage => ({
  events: [],
  cursor: cursor ?? '{}',
  hasMore: false,
  covered: null,
  gaps: [],
});

/** One connected account. */
export function createLink(account: AccountRef, credentials: CredentialStore, context: ConnectorContext): ChannelLink {
  const { clock, logger, fetch } = context;
  const session = openSession(credentials, context);
  const xrpc = createXrpc(session, account.serviceUrl, clock);
  let readUpTo: number | null = null;
  const tools: LinkTools = {
    account,
    did: account.remoteId,
    xrpc,
    clock,
    logger,
    fetch,
    onReadUpTo(at) {
      readUpTo = Math.max(readUpTo ?? at, at);
    },
    readUpTo: () => readUpTo,
    convos: new Map<string, Convo>(),
  };
  let known = account.capabilities;
  const hasDirect = (): boolean => !known.unavailable.some(({ kind }) => kind === 'direct');
  return {
    identify: (signal) =>
      reporting(async () => {
        const answer = await xrpc.get('com.atproto.server.getSession', {}, sessionAnswer, { signal });
        if (!answer.ok) return answer;
        const { did, handle, active, status } = answer.value;
        if (active === false) return connectorErr('account_blocked', { networkCode: status ?? 'inactive' });
        return connectorOk(contactOf({ did, handle, displayName: undefined, viewer: undefined }));
      }),
    capabilities: (signal) =>
      reporting(async () => {
        known = await readCapabilities(xrpc, signal, known);
        return connectorOk(known);
      }),
    pull: (stream, cursor, signal) =>
      reporting(async (): Promise<ConnectorResult<PullPage>> => {
        if (stream === 'notifications') return pullNotifications(tools, cursor, signal);
        if (stream === 'threads') return pullThreads(tools, cursor, signal);
        if (stream !== 'chat') return unknownStream;
        return hasDirect() ? pullChat(tools, cursor, signal) : connectorOk(nothingHere(cursor));
      }),
    backfill: (stream, cursor, untilAt, signal) =>
      reporting(async (): Promise<ConnectorResult<PullPage>> => {
        if (stream === 'notifications') return backfillNotifications(tools, cursor, untilAt, signal);
        if (stream === 'chat' && hasDirect()) return backfillChat(tools, cursor, untilAt, signal);
        return stream === 'chat' || stream === 'threads' ? connectorOk(nothingHere(cursor)) : unknownStream;
      }),
    readThread: (target, signal) => reporting(() => readThread(tools, target, signal)),
    send: async (item, signal) => {
      try {
        return await (item.target.kind === 'direct' ? sendChat(tools, item, signal) : sendPost(tools, item, signal));
      } catch (error) {
        return sendFailureOf(error);
      }
    },
    findByKey: (item, signal) =>
      reporting(async () =>
        // The chat service takes no key: whether a message is there can only be read back.
        item.target.kind === 'direct'
          ? connectorErr('unsupported', { networkCode: 'no_key' })
          : findPost(tools, item, signal),
      ),
    listOwn: (target, signal) => reporting(() => listOwn(tools, target, signal)),
    act: (request, signal) => reporting(() => act(tools, request, signal)),
    markSeen: (target, signal) => reporting(() => markSeen(tools, target, signal)),
    fetchMedia: (url, maxBytes, signal) => reporting(() => fetchMedia(tools, url, maxBytes, signal)),
    // Nothing is held open between calls; running ones end by their own signals.
    close: () => {},
  };
}
