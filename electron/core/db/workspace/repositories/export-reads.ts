import type { ConversationKind } from '@shared/domain/conversation';
import type { Sqlite } from '../../open';

export interface ExportedConversation {
  readonly id: string;
  readonly remoteId: string;
  readonly network: string;
  readonly accountHandle: string;
  readonly accountRemoteId: string;
  readonly kind: ConversationKind;
  readonly contactRemoteId: string;
  readonly contactHandle: string;
  readonly contactName: string;
  readonly url: string | null;
}

export interface ExportedMessage {
  readonly id: string;
  readonly remoteId: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly authorRemoteId: string;
  readonly authorHandle: string;
  readonly authorName: string;
  readonly text: string;
  readonly createdAt: number;
  readonly inReplyToRemoteId: string | null;
  readonly url: string | null;
}

/** The next `limit` conversations after an id, by id: a walk that never holds the whole file. */
export const listForExport = (db: Sqlite, afterId: string, limit: number): readonly ExportedConversation[] =>
  db
    .prepare<[string, number], ExportedConversation>(
      `SELECT c.id, c.remote_id AS remoteId, a.network, a.handle AS accountHandle, a.remote_id AS accountRemoteId, c.kind,
         c.contact_remote_id AS contactRemoteId, c.contact_handle AS contactHandle, c.contact_name AS contactName, c.url
       FROM conversations c JOIN channel_accounts a ON a.id = c.account_id
       WHERE c.id > ? AND c.deleted_at IS NULL ORDER BY c.id LIMIT ?`,
    )
    .all(afterId, limit);

/** Messages of a conversation that are on the network, oldest first. */
export const listMessagesForExport = (db: Sqlite, conversationId: string): readonly ExportedMessage[] =>
  db
    .prepare<[string], ExportedMessage>(
      `SELECT id, remote_id AS remoteId, direction, author_remote_id AS authorRemoteId, author_handle AS authorHandle,
         author_name AS authorName, text, created_at AS createdAt, in_reply_to_remote_id AS inReplyToRemoteId, url
       FROM messages WHERE conversation_id = ? AND deleted_at IS NULL AND remote_id IS NOT NULL ORDER BY seq`,
    )
    .all(conversationId);

export const labelNamesOf = (db: Sqlite, conversationId: string): readonly string[] =>
  db
    .prepare<[string], { name: string }>(
      'SELECT l.name FROM conversation_labels cl JOIN labels l ON l.id = cl.label_id WHERE cl.conversation_id = ? ORDER BY l.folded',
    )
    .all(conversationId)
    .map((row) => row.name);
