import { connectorErr, connectorOk, type ConnectorResult } from '../../core/errors';
import type { ActionRequest } from '../../core/types';
import { conversationById, type ConversationRow } from './conversations';
import { deleteMessage, flagMessage, messageById, type MessageRow } from './messages';
import { addReport, relationOf, setRelation } from './people';
import type { Store } from './store';

const onMessage = (
  store: Store,
  message: MessageRow | undefined,
  request: ActionRequest,
  now: number,
): ConnectorResult<null> => {
  if (!message) return connectorErr('target_gone');
  const isOwn = message.author_account_id === message.account_id;
  if (message.deleted_at !== null) {
    return isOwn && request.action === 'delete_own' ? connectorOk(null) : connectorErr('target_gone');
  }
  switch (request.action) {
    case 'like':
    case 'unlike':
      flagMessage(store, message, 'is_liked', request.action === 'like');
      return connectorOk(null);
    case 'hide':
    case 'unhide':
      if (isOwn || message.is_direct === 1) return connectorErr('permission');
      flagMessage(store, message, 'is_hidden', request.action === 'hide');
      return connectorOk(null);
    case 'delete_own':
      if (!isOwn) return connectorErr('permission');
      deleteMessage(store, message, now);
      return connectorOk(null);
    default:
      return connectorErr('unsupported');
  }
};

const onCustomer = (
  store: Store,
  conversation: ConversationRow,
  message: MessageRow | undefined,
  request: ActionRequest,
  now: number,
): ConnectorResult<null> => {
  const { account_id: accountId, customer_id: customerId } = conversation;
  const relation = relationOf(store, accountId, customerId);
  switch (request.action) {
    case 'mute':
    case 'unmute':
      setRelation(store, accountId, customerId, { ...relation, isMuted: request.action === 'mute' });
      return connectorOk(null);
    case 'block':
    case 'unblock':
      setRelation(store, accountId, customerId, { ...relation, isBlocked: request.action === 'block' });
      return connectorOk(null);
    case 'report':
      addReport(store, { accountId, customerId, messageId: message?.id ?? null, reason: request.reason, at: now });
      return connectorOk(null);
    default:
      return connectorErr('unsupported');
  }
};

/** Likes, hides, mutes, blocks, reports, deletes. Each may be asked for twice without harm. */
export const applyAction = (
  store: Store,
  accountId: string,
  request: ActionRequest,
  now: number,
): ConnectorResult<null> => {
  const conversation = conversationById(store, request.conversationRemoteId);
  if (!conversation || conversation.account_id !== accountId) return connectorErr('target_gone');
  const found = request.message === null ? undefined : messageById(store, request.message.remoteId);
  const message = found?.conversation_id === conversation.id ? found : undefined;
  switch (request.action) {
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
    case 'report':
      return onCustomer(store, conversation, message, request, now);
    default:
      return onMessage(store, message, request, now);
  }
};
