import type { Conversation, ConversationRow } from '@shared/contract/views';
import type { Sqlite } from '../../open';

interface Row {
  readonly visibility: Conversation['visibility'];
  readonly url: string | null;
  readonly isMuted: number;
  readonly isContactBlocked: number;
  readonly otherConversations: number;
  readonly postText: string | null;
  readonly postAuthorName: string | null;
  readonly postAuthorHandle: string | null;
  readonly postIsOwn: number | null;
  readonly postCreatedAt: number | null;
  readonly postUrl: string | null;
  readonly postDeletedAt: number | null;
}

/** What the thread shows of a conversation beyond its row on the desk. */
export function getConversationDetails(db: Sqlite, id: string): Omit<Conversation, keyof ConversationRow> | undefined {
  const row = db
    .prepare<[string], Row>(
      `SELECT c.visibility, c.url, c.is_muted AS isMuted, c.is_contact_blocked AS isContactBlocked,
         (SELECT count(*) - 1 FROM conversations o WHERE o.contact_id = c.contact_id AND o.deleted_at IS NULL) AS otherConversations,
         p.text AS postText, p.author_name AS postAuthorName, p.author_handle AS postAuthorHandle, p.is_own AS postIsOwn,
         p.created_at AS postCreatedAt, p.url AS postUrl, p.deleted_at AS postDeletedAt
       FROM conversations c LEFT JOIN posts p ON p.id = c.post_id WHERE c.id = ?`,
    )
    .get(id);
  if (!row) return undefined;
  return {
    visibility: row.visibility,
    url: row.url,
    isMuted: row.isMuted === 1,
    isContactBlocked: row.isContactBlocked === 1,
    otherConversations: Math.max(0, row.otherConversations),
    post:
      row.postText === null || row.postCreatedAt === null
        ? null
        : {
            authorName: row.postAuthorName ?? '',
            authorHandle: row.postAuthorHandle ?? '',
            isOwn: row.postIsOwn === 1,
            text: row.postText,
            createdAt: row.postCreatedAt,
            url: row.postUrl,
            isDeleted: row.postDeletedAt !== null,
          },
  };
}
