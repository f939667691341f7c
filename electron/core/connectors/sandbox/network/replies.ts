import { connectorErr, connectorOk, type ConnectorResult } from '../../core/errors';
import type { OutgoingItem, ReplyTarget, SentMessage, ThreadState } from '../../core/types';
import { capabilities } from '../manifest';
import { conversationById, type ConversationRow } from './conversations';
import { addMessage, messageById, messageColumns, messageEvents, type MessageRow } from './messages';
import { planReaction } from './live';
import { relationOf } from './people';
import { postById } from './posts';
import { readSetting } from './settings';
import type { Store } from './store';

const threadLimit = 200;
const ownLimit = 50;

const toSent = (row: MessageRow): SentMessage => ({
  remoteId: row.id,
  text: row.text,
  createdAt: row.created_at,
  url: null,
});

const graphemes = (text: string): number => {
  let count = 0;
  for (const _ of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) count += 1;
  return count;
};

const conversationOf = (store: Store, accountId: string, target: ReplyTarget): ConversationRow | undefined => {
  const row = conversationById(store, target.conversationRemoteId);
  return row?.account_id === accountId ? row : undefined;
};

const isTargetGone = (store: Store, conversation: ConversationRow, target: ReplyTarget): boolean => {
  const post = conversation.post_id === null ? undefined : postById(store, conversation.post_id);
  if (post?.deleted_at != null) return true;
  if (target.message === null) return false;
  const message = messageById(store, target.message.remoteId);
  return message === undefined || message.conversation_id !== conversation.id || message.deleted_at !== null;
};

const isWindowClosed = (store: Store, conversation: ConversationRow, now: number): boolean => {
  const windowMs = conversation.kind === 'direct' ? readSetting(store, 'directWindowMs') : null;
  if (windowMs === null) return false;
  const last = store.get<{ at: number | null }>(
    'SELECT max(created_at) AS at FROM messages WHERE conversation_id = ? AND author_account_id IS NULL',
    conversation.id,
  );
  return last?.at == null || last.at + windowMs < now;
};

/** Why an answer would not be taken. */
const refusal = (
  store: Store,
  conversation: ConversationRow | undefined,
  item: OutgoingItem,
  now: number,
): ReturnType<typeof connectorErr> | undefined => {
  if (!conversation || isTargetGone(store, conversation, item.target)) return connectorErr('target_gone');
  if (relationOf(store, conversation.account_id, conversation.customer_id).isBlocked) {
    return connectorErr('recipient_unreachable');
  }
  if (isWindowClosed(store, conversation, now)) return connectorErr('window_closed');
  const limits = conversation.kind === 'direct' ? capabilities.directText : capabilities.publicText;
  if (limits.some((limit) => graphemes(item.text) > limit.max)) return connectorErr('too_long');
  if (item.text.trim() === '' && item.images.length === 0) return connectorErr('invalid');
  const { maxCount, maxBytes, maxAltLength } = capabilities.images;
  const mimeTypes: readonly string[] = capabilities.images.mimeTypes;
  const isBadImage = item.images.some(
    (image) => image.bytes.byteLength > maxBytes || image.alt.length > maxAltLength || !mimeTypes.includes(image.mime),
  );
  return item.images.length > maxCount || isBadImage ? connectorErr('media_rejected') : undefined;
};

const byKey = (store: Store, authorId: string, key: string): MessageRow | undefined =>
  store.get<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE author_account_id = ? AND send_key = ? ORDER BY rev LIMIT 1`,
    authorId,
    key,
  );

/** Keeps that a request to send was seen, whatever became of it. */
export const noteRequest = (store: Store, authorId: string, item: OutgoingItem, outcome: string, now: number): void => {
  store.run(
    'INSERT INTO requests (account_id, send_key, conversation_id, at, outcome) VALUES (?, ?, ?, ?, ?)',
    authorId,
    item.key,
    item.target.conversationRemoteId,
    now,
    outcome,
  );
};

/** Takes an answer. A key that the network knows brings back the message it made, and nothing is written twice. */
export const takeReply = (
  store: Store,
  accountId: string,
  authorId: string,
  item: OutgoingItem,
  now: number,
): ConnectorResult<SentMessage> => {
  const known = readSetting(store, 'keys') === 'none' ? undefined : byKey(store, authorId, item.key);
  if (known) {
    noteRequest(store, authorId, item, 'known', now);
    return connectorOk(toSent(known));
  }
  const conversation = conversationOf(store, accountId, item.target);
  const refused = refusal(store, conversation, item, now);
  if (refused || !conversation) {
    noteRequest(store, authorId, item, refused?.error.kind ?? 'target_gone', now);
    return refused ?? connectorErr('target_gone');
  }
  const lag = readSetting(store, 'visibilityLagMs');
  const row = addMessage(store, conversation, {
    authorAccountId: authorId,
    text: item.text,
    at: now,
    via: 'connector',
    inReplyTo: item.target.message?.remoteId ?? null,
    sendKey: item.key,
    visibleAt: lag > 0 ? now + lag : 0,
    images: item.images,
  });
  noteRequest(store, authorId, item, 'applied', now);
  planReaction(store, conversation, now);
  return connectorOk(toSent(row));
};

/** What a key has made; null where the network never took it. */
export const findReply = (store: Store, authorId: string, key: string): SentMessage | null => {
  const row = byKey(store, authorId, key);
  return row ? toSent(row) : null;
};

/** Own answers of a thread that can be seen by now, newest first. */
export const listReplies = (
  store: Store,
  accountId: string,
  authorId: string,
  target: ReplyTarget,
  now: number,
): ConnectorResult<readonly SentMessage[]> => {
  const conversation = conversationOf(store, accountId, target);
  if (!conversation) return connectorErr('target_gone');
  const rows = store.all<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE conversation_id = ? AND author_account_id = ? AND visible_at <= ?
     AND deleted_at IS NULL ORDER BY created_at DESC, rev DESC LIMIT ?`,
    conversation.id,
    authorId,
    now,
    ownLimit,
  );
  return connectorOk(rows.map(toSent));
};

/** A thread as it can be seen by now. */
export const readThreadState = (
  store: Store,
  accountId: string,
  target: ReplyTarget,
  now: number,
): ConnectorResult<ThreadState> => {
  const conversation = conversationOf(store, accountId, target);
  if (!conversation) return connectorOk({ events: [], isTargetGone: true, canReply: false });
  const rows = store.all<MessageRow>(
    `SELECT ${messageColumns} FROM messages WHERE conversation_id = ? AND visible_at <= ?
     ORDER BY created_at DESC, rev DESC LIMIT ?`,
    conversation.id,
    now,
    threadLimit,
  );
  const isGone = isTargetGone(store, conversation, target);
  const { isBlocked } = relationOf(store, accountId, conversation.customer_id);
  return connectorOk({
    events: rows.toReversed().flatMap((row) => messageEvents(store, row, conversation)),
    isTargetGone: isGone,
    canReply: !isGone && !isBlocked && !isWindowClosed(store, conversation, now),
  });
};
