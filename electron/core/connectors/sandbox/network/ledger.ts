import type { ConversationKind } from '@shared/domain/conversation';
import type { Store } from './store';

/** A message of a brand, as the network holds it. */
export interface Received {
  readonly messageId: string;
  /** Handle of the account that the network took it from. */
  readonly account: string;
  /** Handle of the account whose conversation it stands in; another one only where an identity was mixed up. */
  readonly conversationAccount: string;
  readonly conversationId: string;
  readonly kind: ConversationKind;
  readonly customer: string;
  readonly text: string;
  readonly at: number;
  readonly via: 'connector' | 'native';
  /** Null for what was written in the network's own app. */
  readonly key: string | null;
  /** Messages that this key has made; more than one is a duplicate. */
  readonly timesApplied: number;
  /** Requests to send that came with this key, whatever became of them. */
  readonly timesAsked: number;
  readonly isDeleted: boolean;
  readonly imageCount: number;
}

interface Row extends Omit<Received, 'isDeleted'> {
  readonly isDeleted: number;
}

/** Everything that the network took from brands since a time, oldest first. */
export const listReceived = (
  store: Store,
  filter: { handle: string | null; sinceAt: number; limit: number },
): readonly Received[] =>
  store
    .all<Row>(
      `SELECT m.id AS messageId, author.handle AS account, owner.handle AS conversationAccount,
         m.conversation_id AS conversationId, c.kind AS kind, u.handle AS customer, m.text AS text, m.created_at AS at,
         m.via AS via, m.send_key AS key, m.deleted_at IS NOT NULL AS isDeleted,
         (SELECT count(*) FROM messages k WHERE k.author_account_id = m.author_account_id AND k.send_key = m.send_key)
           AS timesApplied,
         (SELECT count(*) FROM requests r WHERE r.account_id = m.author_account_id AND r.send_key = m.send_key)
           AS timesAsked,
         (SELECT count(*) FROM attachments a WHERE a.message_id = m.id) AS imageCount
       FROM messages m
       JOIN accounts author ON author.id = m.author_account_id
       JOIN accounts owner ON owner.id = m.account_id
       JOIN conversations c ON c.id = m.conversation_id
       JOIN customers u ON u.id = c.customer_id
       WHERE m.author_account_id IS NOT NULL AND m.created_at >= ? AND (? IS NULL OR author.handle = ?)
       ORDER BY m.created_at, m.rev LIMIT ?`,
      filter.sinceAt,
      filter.handle,
      filter.handle,
      filter.limit,
    )
    .map((row) => ({ ...row, isDeleted: row.isDeleted === 1 }));

/** Requests to send, applied or not, oldest first. */
export const listRequests = (
  store: Store,
  limit: number,
): readonly { account: string; key: string; conversationId: string; at: number; outcome: string }[] =>
  store
    .all<{ account: string; key: string; conversationId: string; at: number; outcome: string }>(
      `SELECT a.handle AS account, r.send_key AS key, r.conversation_id AS conversationId, r.at AS at, r.outcome AS outcome
       FROM requests r JOIN accounts a ON a.id = r.account_id ORDER BY r.id DESC LIMIT ?`,
      limit,
    )
    .toReversed();

/** Rows of the network by kind. */
export const countAll = (
  store: Store,
): { accounts: number; customers: number; posts: number; conversations: number; messages: number; reports: number } => {
  const count = (table: string): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return {
    accounts: count('accounts'),
    customers: count('customers'),
    posts: count('posts'),
    conversations: count('conversations'),
    messages: count('messages'),
    reports: count('reports'),
  };
};
