import type { ConversationKind } from '@shared/domain/conversation';
import { connectorErr, connectorOk, type ConnectorResult } from '../../core/errors';
import type { AccountRow } from './accounts';
import { addConversation, conversationById, directWith, type ConversationRow } from './conversations';
import { addMessage, messageById, type ImageBytes, type MessageRow } from './messages';
import { ensureCustomer, relationOf } from './people';
import { addPost, listPosts, postById } from './posts';
import type { Store } from './store';

/** What a customer writes, by hand instead of by pace. */
export interface CustomerWords {
  readonly kind: ConversationKind;
  readonly text: string;
  readonly handle: string;
  readonly name: string;
  /** Post to comment on, or to quote in a mention. Left out, a comment takes the newest one, or a new one. */
  readonly postId: string | null;
  /** Thread to write on in; left out, a direct message joins the one there is and all else begins anew. */
  readonly conversationId: string | null;
  /** Message that is answered; its thread is joined where it is the customer's own. */
  readonly inReplyTo: string | null;
  readonly at: number;
  readonly images: readonly ImageBytes[];
}

const standingPost = (store: Store, account: AccountRow, postId: string): ConnectorResult<string> => {
  const post = postById(store, postId);
  return post?.account_id === account.id && post.deleted_at === null
    ? connectorOk(post.id)
    : connectorErr('target_gone');
};

const postFor = (store: Store, account: AccountRow, words: CustomerWords): ConnectorResult<string | null> => {
  if (words.postId !== null) return standingPost(store, account, words.postId);
  if (words.kind !== 'comment') return connectorOk(null);
  const newest = listPosts(store, account.id, 1)[0];
  return connectorOk((newest ?? addPost(store, { accountId: account.id, text: account.name, at: words.at })).id);
};

/** The thread that a reply joins: the one it answers in, or, where that is somebody else's, a new one under the same post. */
const threadOf = (
  store: Store,
  account: AccountRow,
  customerId: string,
  messageId: string,
): ConnectorResult<{ known: ConversationRow | undefined; postId: string | null }> => {
  const answered = messageById(store, messageId);
  const known = answered && conversationById(store, answered.conversation_id);
  if (known?.account_id !== account.id) return connectorErr('target_gone');
  return connectorOk({ known: known.customer_id === customerId ? known : undefined, postId: known.post_id });
};

const conversationFor = (
  store: Store,
  account: AccountRow,
  customerId: string,
  words: CustomerWords,
): ConnectorResult<ConversationRow> => {
  if (words.conversationId !== null) {
    const known = conversationById(store, words.conversationId);
    return known?.account_id === account.id ? connectorOk(known) : connectorErr('target_gone');
  }
  const thread = words.inReplyTo === null ? undefined : threadOf(store, account, customerId, words.inReplyTo);
  if (thread && !thread.ok) return thread;
  const joined =
    thread?.value.known ?? (words.kind === 'direct' ? directWith(store, account.id, customerId) : undefined);
  if (joined) return connectorOk(joined);
  const post = postFor(store, account, { ...words, postId: words.postId ?? thread?.value.postId ?? null });
  if (!post.ok) return post;
  return connectorOk(
    addConversation(store, {
      accountId: account.id,
      kind: words.kind,
      customerId,
      postId: post.value,
      at: words.at,
      reactions: null,
    }),
  );
};

/** A customer writes to a brand. Errors: permission (the brand has blocked them), target_gone. */
export const writeAsCustomer = (
  store: Store,
  account: AccountRow,
  words: CustomerWords,
): ConnectorResult<{ conversation: ConversationRow; message: MessageRow }> => {
  const customer = ensureCustomer(store, words.handle, words.name);
  if (relationOf(store, account.id, customer.id).isBlocked) return connectorErr('permission');
  const conversation = conversationFor(store, account, customer.id, words);
  if (!conversation.ok) return conversation;
  const message = addMessage(store, conversation.value, {
    authorAccountId: null,
    text: words.text,
    at: words.at,
    via: 'customer',
    inReplyTo: words.inReplyTo,
    images: words.images,
  });
  return connectorOk({ conversation: conversation.value, message });
};

/** Somebody of the brand answers with the network's own app, past this one. */
export const answerInOwnApp = (
  store: Store,
  answer: { conversationId: string; inReplyTo: string | null; text: string; at: number },
): ConnectorResult<MessageRow> => {
  const conversation = conversationById(store, answer.conversationId);
  if (!conversation) return connectorErr('target_gone');
  return connectorOk(
    addMessage(store, conversation, {
      authorAccountId: conversation.account_id,
      text: answer.text,
      at: answer.at,
      via: 'native',
      inReplyTo: answer.inReplyTo,
    }),
  );
};
