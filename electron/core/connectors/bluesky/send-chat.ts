import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { OutgoingItem, ReplyTarget, SendOutcome, SentMessage } from '../core/types';
import { findConvo } from './chat';
import { chatMessageId, parseConversationId } from './conversation-id';
import { facetsOf } from './facets';
import { ownListed, pageSize } from './figures';
import { chatMessage, messageList, nothing } from './schemas';
import { outcomeOf, resolveMentions } from './send-post';
import { isWithin } from './text-limits';
import type { LinkTools } from './tools';

export const convoIdOf = (target: Pick<ReplyTarget, 'conversationRemoteId'>): string | null => {
  const key = parseConversationId(target.conversationRemoteId);
  return key?.kind === 'convo' ? key.convoId : null;
};

/** Sends a direct message. The service takes no key of ours, so a lost answer leaves the outcome unknown. */
export async function sendChat(tools: LinkTools, item: OutgoingItem, signal: AbortSignal): Promise<SendOutcome> {
  const { xrpc, account, convos } = tools;
  const convoId = convoIdOf(item.target);
  if (convoId === null) return { kind: 'failed', error: { kind: 'invalid', networkCode: 'conversation' } };
  if (item.images.length > 0) return { kind: 'failed', error: { kind: 'media_rejected', networkCode: 'direct' } };
  if (!isWithin(item.text, account.capabilities.directText)) return { kind: 'failed', error: { kind: 'too_long' } };
  const convo = await findConvo(tools, convoId, signal);
  if (!convo.ok) return { kind: 'failed', error: convo.error };
  if (convo.value === null) return { kind: 'failed', error: { kind: 'target_gone' } };
  const dids = await resolveMentions(tools, item.text, signal);
  if (!dids.ok) return { kind: 'failed', error: dids.error };
  if (convo.value.status === 'request') {
    const accepted = await xrpc.post('chat.bsky.convo.acceptConvo', { convoId }, nothing, { signal, toChat: true });
    if (!accepted.ok) return { kind: 'failed', error: accepted.error };
    convos.set(convoId, { ...convo.value, status: 'accepted' });
  }
  const facets = facetsOf(item.text, dids.value);
  const answer = await xrpc.post(
    'chat.bsky.convo.sendMessage',
    { convoId, message: { text: item.text, ...(facets.length === 0 ? {} : { facets }) } },
    chatMessage,
    { signal, toChat: true },
  );
  if (!answer.ok) return outcomeOf(answer.error);
  const { id, text, sentAt } = answer.value;
  const message: SentMessage = {
    remoteId: chatMessageId(convoId, id),
    text,
    createdAt: Date.parse(sentAt),
    url: null,
  };
  return { kind: 'sent', message };
}

/** Own messages of a conversation, newest first. */
export async function listOwnChat(
  { xrpc, did }: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly SentMessage[]>> {
  const convoId = convoIdOf(target);
  if (convoId === null) return connectorErr('invalid', { networkCode: 'conversation' });
  const answer = await xrpc.get('chat.bsky.convo.getMessages', { convoId, limit: pageSize }, messageList, {
    signal,
    toChat: true,
  });
  if (!answer.ok) return answer;
  const own = parseEach(chatMessage, answer.value.messages).items.filter((message) => message.sender.did === did);
  return connectorOk(
    own.slice(0, ownListed).map((message) => ({
      remoteId: chatMessageId(convoId, message.id),
      text: message.text,
      createdAt: Date.parse(message.sentAt),
      url: null,
    })),
  );
}
