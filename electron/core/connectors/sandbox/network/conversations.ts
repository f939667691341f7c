import type { ConversationKind } from '@shared/domain/conversation';
import type { RemoteConversation, RemotePost } from '../../core/types';
import { accountById, accountContact } from './accounts';
import { customerById, customerContact } from './people';
import { postById } from './posts';
import { nextNumber, type Store } from './store';

/** What a customer may still say once the brand has answered. */
export interface Reactions {
  readonly thanks: readonly string[];
  readonly questions: readonly string[];
}

export interface ConversationRow {
  readonly id: string;
  readonly account_id: string;
  readonly kind: ConversationKind;
  readonly customer_id: string;
  readonly post_id: string | null;
  readonly created_at: number;
  readonly seen_at: number | null;
  readonly reactions: string | null;
  readonly reaction_count: number;
  readonly rev: number;
}

const columns = 'id, account_id, kind, customer_id, post_id, created_at, seen_at, reactions, reaction_count, rev';

export const conversationById = (store: Store, id: string): ConversationRow | undefined =>
  store.get<ConversationRow>(`SELECT ${columns} FROM conversations WHERE id = ?`, id);

/** The one direct conversation that an account has with a customer. */
export const directWith = (store: Store, accountId: string, customerId: string): ConversationRow | undefined =>
  store.get<ConversationRow>(
    `SELECT ${columns} FROM conversations WHERE account_id = ? AND kind = 'direct' AND customer_id = ?`,
    accountId,
    customerId,
  );

export const addConversation = (
  store: Store,
  made: {
    accountId: string;
    kind: ConversationKind;
    customerId: string;
    postId: string | null;
    at: number;
    reactions: Reactions | null;
  },
): ConversationRow => {
  const row: ConversationRow = {
    id: `c${nextNumber(store, 'conversation')}`,
    account_id: made.accountId,
    kind: made.kind,
    customer_id: made.customerId,
    post_id: made.postId,
    created_at: made.at,
    seen_at: null,
    reactions: made.reactions ? JSON.stringify(made.reactions) : null,
    reaction_count: 0,
    rev: 0,
  };
  store.run(
    `INSERT INTO conversations (id, account_id, kind, customer_id, post_id, created_at, reactions, rev)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    row.id,
    row.account_id,
    row.kind,
    row.customer_id,
    row.post_id,
    row.created_at,
    row.reactions,
  );
  return row;
};

export const touchConversation = (store: Store, id: string, rev: number): void => {
  store.run('UPDATE conversations SET rev = ? WHERE id = ?', rev, id);
};

export const markConversationSeen = (store: Store, id: string, at: number): void => {
  store.run('UPDATE conversations SET seen_at = ? WHERE id = ?', at, id);
};

export const countReaction = (store: Store, id: string): void => {
  store.run('UPDATE conversations SET reaction_count = reaction_count + 1 WHERE id = ?', id);
};

const remotePost = (store: Store, postId: string): RemotePost | null => {
  const post = postById(store, postId);
  const author = post && accountById(store, post.account_id);
  if (!post || !author) return null;
  return {
    remoteId: post.id,
    author: accountContact(author),
    isOwn: true,
    text: post.text,
    createdAt: post.created_at,
    url: null,
    isDeleted: post.deleted_at !== null,
  };
};

/** The conversation as the core knows one. Throws where its customer is missing: the file would be broken. */
export const remoteConversation = (store: Store, row: ConversationRow): RemoteConversation => {
  const customer = customerById(store, row.customer_id);
  if (!customer) throw new Error(`conversation ${row.id} has no customer`);
  return {
    remoteId: row.id,
    kind: row.kind,
    contact: customerContact(customer),
    post: row.post_id === null ? null : remotePost(store, row.post_id),
    visibility: row.kind === 'direct' ? 'direct' : 'public',
    url: null,
  };
};
