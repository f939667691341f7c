import { parseAtUri } from './at-uri';

/** What a conversation's remote id says: a person in a thread, or a conversation of the chat service. */
export type ConversationKey =
  | { readonly kind: 'thread'; readonly rootUri: string; readonly contactDid: string }
  | { readonly kind: 'convo'; readonly convoId: string };

export const threadConversationId = (rootUri: string, contactDid: string): string => `thread|${rootUri}|${contactDid}`;
export const convoConversationId = (convoId: string): string => `convo|${convoId}`;
/** Message ids of the chat service are unique within their conversation. */
export const chatMessageId = (convoId: string, messageId: string): string => `chat|${convoId}|${messageId}`;

export function parseConversationId(remoteId: string): ConversationKey | null {
  const [kind, first = '', second = ''] = remoteId.split('|');
  if (kind === 'convo' && first !== '') return { kind: 'convo', convoId: first };
  if (kind === 'thread' && parseAtUri(first) !== null && second !== '')
    return { kind: 'thread', rootUri: first, contactDid: second };
  return null;
}

export function parseChatMessageId(remoteId: string): { readonly convoId: string; readonly messageId: string } | null {
  const [kind, convoId = '', messageId = ''] = remoteId.split('|');
  return kind === 'chat' && convoId !== '' && messageId !== '' ? { convoId, messageId } : null;
}
