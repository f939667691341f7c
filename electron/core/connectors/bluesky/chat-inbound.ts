import { parseEach } from '../core/read-json';
import type { InboundEvent, RemoteContact, RemoteConversation, RemoteMessage } from '../core/types';
import { webConversation } from './addresses';
import { chatMessageId, convoConversationId } from './conversation-id';
import { contactOf } from './people';
import { plainText } from './post-text';
import { actor, type ChatMessage, type Convo } from './schemas';

const stranger = (did: string): RemoteContact =>
  contactOf({ did, handle: 'handle.invalid', displayName: undefined, viewer: undefined });

/** The members of a conversation other than the brand. In a group there are several; the first one gives it its name. */
const othersOf = (convo: Convo, ownDid: string): readonly RemoteContact[] =>
  parseEach(actor, convo.members)
    .items.filter((member) => member.did !== ownDid)
    .map(contactOf);

export function chatConversationOf(convo: Convo, ownDid: string): RemoteConversation {
  return {
    remoteId: convoConversationId(convo.id),
    kind: 'direct',
    contact: othersOf(convo, ownDid)[0] ?? stranger(ownDid),
    post: null,
    visibility: 'direct',
    url: webConversation(convo.id),
  };
}

export function chatMessageOf(message: ChatMessage, convo: Convo, own: RemoteContact): RemoteMessage {
  const isOwn = message.sender.did === own.remoteId;
  const author =
    othersOf(convo, own.remoteId).find((member) => member.remoteId === message.sender.did) ??
    stranger(message.sender.did);
  return {
    remoteId: chatMessageId(convo.id, message.id),
    author: isOwn ? own : author,
    isOwn,
    text: plainText({ text: message.text, facets: message.facets, embed: undefined }),
    createdAt: Date.parse(message.sentAt),
    editedAt: null,
    inReplyToRemoteId: null,
    attachments: [],
    url: null,
    sendKey: null,
    data: { convoId: convo.id, messageId: message.id, senderDid: message.sender.did },
  };
}

export const chatEventOf = (message: ChatMessage, convo: Convo, own: RemoteContact): InboundEvent => ({
  type: 'message',
  conversation: chatConversationOf(convo, own.remoteId),
  message: chatMessageOf(message, convo, own),
});
