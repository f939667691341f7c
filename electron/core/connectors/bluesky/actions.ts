import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { ActionRequest, ReplyTarget } from '../core/types';
import { authorOf, parseAtUri } from './at-uri';
import { convoIdOf } from './send-chat';
import { parseChatMessageId } from './conversation-id';
import { maxHiddenReplies, maxReportGraphemes, pageSize } from './figures';
import { actor, notification, notificationList, nothing, ref, writtenAnswer, type Ref } from './schemas';
import { readPosts } from './reading';
import { setHidden } from './threadgate';
import { firstGraphemes } from './text-limits';
import { tidForSubject } from './tid';
import type { LinkTools } from './tools';

type Acting = (tools: LinkTools, request: ActionRequest, signal: AbortSignal) => Promise<ConnectorResult<null>>;

const done = <T>(result: ConnectorResult<T>): ConnectorResult<null> => (result.ok ? connectorOk(null) : result);

const noMessage = connectorErr('invalid', { networkCode: 'message' });

/** The post acted on, with its content's hash: as taken in, or read anew. */
const postRef = async (
  { xrpc }: LinkTools,
  { message }: ActionRequest,
  signal: AbortSignal,
): Promise<ConnectorResult<Ref>> => {
  if (message === null) return noMessage;
  const stored = ref.safeParse(message.data['self']);
  if (stored.success) return connectorOk(stored.data);
  const posts = await readPosts(xrpc, [message.remoteId], signal);
  if (!posts.ok) return posts;
  const post = posts.value.get(message.remoteId);
  return post === undefined ? connectorErr('target_gone') : connectorOk({ uri: post.uri, cid: post.cid });
};

/** A state as a record of our own, under a key that its subject decides: setting it twice is one record. */
const putState = async (
  { xrpc, did, clock }: LinkTools,
  collection: string,
  subjectKey: string,
  subject: unknown,
  signal: AbortSignal,
): Promise<ConnectorResult<null>> => {
  const record = { $type: collection, subject, createdAt: new Date(clock.now()).toISOString() };
  const body = { repo: did, collection, rkey: tidForSubject(collection, subjectKey), swapRecord: null, record };
  const answer = await xrpc.post('com.atproto.repo.putRecord', body, writtenAnswer, { signal });
  return !answer.ok && answer.error.networkCode === 'InvalidSwap' ? connectorOk(null) : done(answer);
};

/** Takes a state back: our own record of it and, where there is one, the record that another client made. */
const dropState = async (
  { xrpc, did }: LinkTools,
  collection: string,
  subjectKey: string,
  shownUri: string | undefined,
  signal: AbortSignal,
): Promise<ConnectorResult<null>> => {
  const shown = shownUri === undefined ? null : parseAtUri(shownUri);
  const keys = new Set([tidForSubject(collection, subjectKey)]);
  if (shown !== null && shown.repo === did && shown.collection === collection) keys.add(shown.key);
  for (const rkey of keys) {
    const body = { repo: did, collection, rkey };
    const answer = await xrpc.post('com.atproto.repo.deleteRecord', body, nothing, { signal });
    if (!answer.ok && answer.error.kind !== 'target_gone') return answer;
  }
  return connectorOk(null);
};

const likes = 'app.bsky.feed.like';
const blocks = 'app.bsky.graph.block';

const like: Acting = async (tools, request, signal) => {
  const subject = await postRef(tools, request, signal);
  if (!subject.ok) return subject;
  const posts = await readPosts(tools.xrpc, [subject.value.uri], signal);
  if (!posts.ok) return posts;
  const post = posts.value.get(subject.value.uri);
  if (post === undefined) return connectorErr('target_gone');
  if (post.viewer?.like !== undefined) return connectorOk(null);
  return putState(tools, likes, subject.value.uri, subject.value, signal);
};

const unlike: Acting = async (tools, request, signal) => {
  if (request.message === null) return noMessage;
  const uri = request.message.remoteId;
  const posts = await readPosts(tools.xrpc, [uri], signal);
  if (!posts.ok) return posts;
  return dropState(tools, likes, uri, posts.value.get(uri)?.viewer?.like, signal);
};

const block: Acting = (tools, { contact }, signal) =>
  putState(tools, blocks, contact.remoteId, contact.remoteId, signal);

const unblock: Acting = async (tools, { contact }, signal) => {
  const profile = await tools.xrpc.get('app.bsky.actor.getProfile', { actor: contact.remoteId }, actor, { signal });
  const shown = profile.ok ? profile.value.viewer?.blocking : undefined;
  return dropState(tools, blocks, contact.remoteId, shown, signal);
};

const setMuted =
  (method: 'muteActor' | 'unmuteActor', chatMethod: 'muteConvo' | 'unmuteConvo'): Acting =>
  async ({ xrpc }, request, signal) => {
    const convoId = convoIdOf(request);
    return done(
      convoId === null
        ? await xrpc.post(`app.bsky.graph.${method}`, { actor: request.contact.remoteId }, nothing, { signal })
        : await xrpc.post(`chat.bsky.convo.${chatMethod}`, { convoId }, nothing, { signal, toChat: true }),
    );
  };

const hide =
  (isHidden: boolean): Acting =>
  async (tools, { message }, signal) => {
    if (message === null) return noMessage;
    const root = ref.safeParse(message.data['root']);
    if (!root.success || authorOf(root.data.uri) !== tools.did)
      return connectorErr('permission', { networkCode: 'not_own_thread' });
    return setHidden(tools, root.data.uri, message.remoteId, isHidden, maxHiddenReplies, signal);
  };

const report: Acting = async (tools, request, signal) => {
  const { message, contact, reason } = request;
  const chat = message === null ? null : parseChatMessageId(message.remoteId);
  let subject: unknown = { $type: 'com.atproto.admin.defs#repoRef', did: contact.remoteId };
  if (chat !== null) subject = { $type: 'chat.bsky.convo.defs#messageRef', did: contact.remoteId, ...chat };
  else if (message !== null) {
    const post = await postRef(tools, request, signal);
    if (!post.ok) return post;
    subject = { $type: 'com.atproto.repo.strongRef', ...post.value };
  }
  // Without a labeler named, the account's server hands the report to the moderation service that it belongs to.
  const body = {
    reasonType: 'com.atproto.moderation.defs#reasonOther',
    ...(reason === null || reason === '' ? {} : { reason: firstGraphemes(reason, maxReportGraphemes) }),
    subject,
  };
  return done(await tools.xrpc.post('com.atproto.moderation.createReport', body, nothing, { signal }));
};

const deleteOwn: Acting = async ({ xrpc, did }, { message }, signal) => {
  if (message === null) return noMessage;
  const chat = parseChatMessageId(message.remoteId);
  if (chat !== null)
    return done(await xrpc.post('chat.bsky.convo.deleteMessageForSelf', chat, nothing, { signal, toChat: true }));
  const parts = parseAtUri(message.remoteId);
  if (parts === null || parts.repo !== did) return connectorErr('permission', { networkCode: 'not_own' });
  const body = { repo: parts.repo, collection: parts.collection, rkey: parts.key };
  const answer = await xrpc.post('com.atproto.repo.deleteRecord', body, nothing, { signal });
  return !answer.ok && answer.error.kind === 'target_gone' ? connectorOk(null) : done(answer);
};

/** Actions are states or are the same when done twice, so they may be repeated. */
const actions: Readonly<Record<ActionRequest['action'], Acting>> = {
  like,
  unlike,
  hide: hide(true),
  unhide: hide(false),
  mute: setMuted('muteActor', 'muteConvo'),
  unmute: setMuted('unmuteActor', 'unmuteConvo'),
  block,
  unblock,
  report,
  delete_own: deleteOwn,
};

export const act: Acting = (tools, request, signal) => actions[request.action](tools, request, signal);

/**
 * How far the account's notifications were read: as the last pull showed, else asked for. Only entries marked as read
 * count; the time that the list itself names is the newest entry's where nothing was ever read (seen on the reference server).
 */
const readUpToOf = async (tools: LinkTools, signal: AbortSignal): Promise<number | null> => {
  if (tools.readUpTo() !== null) return tools.readUpTo();
  const answer = await tools.xrpc.get(
    'app.bsky.notification.listNotifications',
    { limit: pageSize },
    notificationList,
    { signal },
  );
  const listed = answer.ok ? parseEach(notification, answer.value.notifications).items : [];
  for (const item of listed) if (item.isRead) tools.onReadUpTo(Date.parse(item.indexedAt));
  return tools.readUpTo();
};

/** One time for all notifications: it only moves forward, so that reading an old conversation makes nothing unread again. */
export async function markSeen(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<null>> {
  const convoId = convoIdOf(target);
  if (convoId !== null) {
    const messageId = target.message === null ? null : parseChatMessageId(target.message.remoteId)?.messageId;
    const body = { convoId, ...(messageId === null || messageId === undefined ? {} : { messageId }) };
    const answer = await tools.xrpc.post('chat.bsky.convo.updateRead', body, nothing, { signal, toChat: true });
    return done(answer);
  }
  const shown = target.message?.data['seenAt'];
  const at = typeof shown === 'string' ? Date.parse(shown) : Number.NaN;
  if (Number.isNaN(at)) return connectorErr('invalid', { networkCode: 'message' });
  const before = await readUpToOf(tools, signal);
  if (before !== null && at <= before) return connectorOk(null);
  // What lies exactly at the time named still counts as unread in places.
  const seenAt = new Date(at + 1).toISOString();
  const answer = await tools.xrpc.post('app.bsky.notification.updateSeen', { seenAt }, nothing, { signal });
  if (answer.ok) tools.onReadUpTo(at);
  return done(answer);
}
