import { z } from 'zod';
import { connectorErr, connectorOk } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { AccountRef, ChannelLink, ConnectorContext, CredentialStore, ReplyTarget } from '../core/types';
import { comment, commentList, createClient, person } from './client';
import { contactOf, eventOf } from './inbound';
import { manifest } from './manifest';
import { replyBody, sentOf } from './outbound';

const postOf = (target: ReplyTarget): string => encodeURIComponent(target.conversationRemoteId.split('/')[0] ?? '');

/** One connected account. Only the abilities that the network has are there; the core asks which are. */
export function createLink(account: AccountRef, credentials: CredentialStore, context: ConnectorContext): ChannelLink {
  const client = createClient(context, account.serviceUrl, () => credentials.get());
  const own = contactOf({ id: account.remoteId, name: account.handle });
  const commentsOf = (target: ReplyTarget, signal: AbortSignal) =>
    client.get(`/v1/posts/${postOf(target)}/comments?newest=50`, commentList, signal);
  return {
    async identify(signal) {
      const me = await client.get('/v1/me', person, signal);
      return me.ok ? connectorOk(contactOf(me.value)) : me;
    },
    capabilities: async () => connectorOk(manifest.capabilities),
    async pull(stream, cursor, signal) {
      if (stream !== 'comments') return connectorErr('unsupported', { networkCode: 'stream' });
      const query = new URLSearchParams({ limit: '100', ...(cursor === null ? {} : { after: cursor }) });
      const listed = await client.get(`/v1/comments?${query.toString()}`, commentList, signal);
      if (!listed.ok) return listed;
      const { items, skipped } = parseEach(comment, listed.value.comments);
      if (skipped > 0)
        context.logger.warn('entries of the wrong shape left out', { network: manifest.id, count: skipped });
      const events = items.flatMap((found) => eventOf(found, own) ?? []);
      const next = items.at(-1)?.id ?? cursor ?? '';
      const hasMore = items.length === 100 && next !== cursor;
      return connectorOk({ events, cursor: next, hasMore, covered: null, gaps: [] });
    },
    async readThread(target, signal) {
      const listed = await commentsOf(target, signal);
      if (!listed.ok)
        return listed.error.kind === 'target_gone'
          ? connectorOk({ events: [], isTargetGone: true, canReply: false })
          : listed;
      const { items } = parseEach(comment, listed.value.comments);
      const isTargetGone = target.message !== null && !items.some(({ id }) => id === target.message?.remoteId);
      const events = items.flatMap((found) => eventOf(found, own) ?? []);
      return connectorOk({ events, isTargetGone, canReply: !isTargetGone });
    },
    async send(item, signal) {
      const sent = await client.send(
        'POST',
        `/v1/posts/${postOf(item.target)}/comments`,
        replyBody(item),
        comment,
        signal,
      );
      if (sent.ok) return { kind: 'sent', message: sentOf(sent.value) };
      // Never retried here: what may have arrived is `unknown`, and the core reads back.
      return { kind: sent.error.isAmbiguous ? 'unknown' : 'failed', error: sent.error };
    },
    async listOwn(target, signal) {
      const listed = await commentsOf(target, signal);
      if (!listed.ok) return listed;
      const { items } = parseEach(comment, listed.value.comments);
      return connectorOk(items.filter(({ author }) => author.id === own.remoteId).map(sentOf));
    },
    async act({ action, message }, signal) {
      if (action !== 'delete_own' || message === null) return connectorErr('unsupported', { networkCode: action });
      const path = `/v1/comments/${encodeURIComponent(message.remoteId)}`;
      const gone = await client.send('DELETE', path, null, z.unknown(), signal);
      return gone.ok || gone.error.kind === 'target_gone' ? connectorOk(null) : gone;
    },
    close: () => {},
  };
}
