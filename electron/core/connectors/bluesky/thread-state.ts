import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { ReplyTarget, SentMessage, ThreadState } from '../core/types';
import { postCollection } from './at-uri';
import { findConvo, ownContact } from './chat';
import { chatEventOf } from './chat-inbound';
import { parseConversationId } from './conversation-id';
import { ownListed, pageSize } from './figures';
import { eventsOf, type FoundPost } from './inbound';
import { sentPost } from './outbound';
import { readThreadAt, withContext } from './reading';
import { chatMessage, messageList, postRecord, recordAnswer, recordList } from './schemas';
import { listOwnChat } from './send-chat';
import { foundInThread } from './thread-tree';
import type { LinkTools } from './tools';

const readChatThread = async (
  tools: LinkTools,
  convoId: string,
  signal: AbortSignal,
): Promise<ConnectorResult<ThreadState>> => {
  const convo = await findConvo(tools, convoId, signal);
  if (!convo.ok) return convo;
  const found = convo.value;
  if (found === null) return connectorOk({ events: [], isTargetGone: true, canReply: false });
  const answer = await tools.xrpc.get('chat.bsky.convo.getMessages', { convoId, limit: pageSize }, messageList, {
    signal,
    toChat: true,
  });
  if (!answer.ok) return answer;
  const messages = parseEach(chatMessage, answer.value.messages).items;
  const own = ownContact(tools);
  return connectorOk({
    events: messages.toReversed().map((message) => chatEventOf(message, found, own)),
    // Messages can only be deleted for oneself: what the other person wrote can still be answered.
    isTargetGone: false,
    canReply: true,
  });
};

/** The thread as it is now: around the message answered, and from the thread's first post down. */
export async function readThread(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<ThreadState>> {
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  if (key.kind === 'convo') return readChatThread(tools, key.convoId, signal);
  const { xrpc, did, clock } = tools;
  const found = new Map<string, FoundPost>();
  const top = await readThreadAt(xrpc, key.rootUri, signal);
  if (!top.ok) return top;
  for (const one of foundInThread(top.value, did)) found.set(one.post.uri, one);
  const targetUri = target.message?.remoteId ?? key.rootUri;
  // A deep or large thread is not read to its end from the top, so the message itself is asked for as well.
  const around = targetUri === key.rootUri ? top : await readThreadAt(xrpc, targetUri, signal);
  if (!around.ok) return around;
  for (const one of foundInThread(around.value, did)) if (!found.has(one.post.uri)) found.set(one.post.uri, one);
  const whole = await withContext(xrpc, [...found.values()], did, signal);
  if (!whole.ok) return whole;
  const isTargetGone = around.value.kind === 'gone';
  const post = around.value.kind === 'post' ? around.value.post : null;
  const canReply =
    post !== null &&
    post.viewer?.replyDisabled !== true &&
    post.author.viewer?.blockedBy !== true &&
    post.author.viewer?.blocking === undefined;
  return connectorOk({
    events: [
      ...whole.value.flatMap((one) => eventsOf(one, did)),
      ...(isTargetGone && target.message !== null
        ? [{ type: 'delete' as const, remoteMessageId: targetUri, at: clock.now() }]
        : []),
    ],
    isTargetGone,
    canReply,
  });
}

/**
 * Own answers in a thread, newest first, from the account's own server: it knows its own records at once, while what
 * others are shown lags behind. Looks through the newest 200 posts.
 */
export async function listOwn(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly SentMessage[]>> {
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  if (key.kind === 'convo') return listOwnChat(tools, target, signal);
  const own: SentMessage[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 2 && own.length < ownListed; page += 1) {
    const answer = await tools.xrpc.get(
      'com.atproto.repo.listRecords',
      { repo: tools.did, collection: postCollection, limit: pageSize, cursor },
      recordList,
      { signal },
    );
    if (!answer.ok) return answer;
    for (const { uri, value } of parseEach(recordAnswer, answer.value.records).items) {
      const record = postRecord.safeParse(value);
      if (!record.success || record.data.reply?.root.uri !== key.rootUri) continue;
      own.push(sentPost(uri, record.data.text, Date.parse(record.data.createdAt) || tools.clock.now()));
    }
    cursor = answer.value.cursor;
    if (cursor === undefined) break;
  }
  return connectorOk(own.slice(0, ownListed));
}
