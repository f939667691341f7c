import type { Attachment, ThreadEntry } from '@shared/contract/views';
import type { OutboxState } from '@shared/domain/conversation';
import type { Sqlite } from '../../open';

interface MessageRow {
  readonly seq: number;
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly authorName: string;
  readonly authorHandle: string;
  readonly text: string;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
  readonly revisionCount: number;
  readonly isHidden: number;
  readonly isLiked: number;
  readonly outboxItemId: string | null;
  readonly outboxState: OutboxState | null;
  readonly url: string | null;
}

/** Newest `limit` messages below `beforeSeq`, newest first, without what was cancelled before it left. */
export function listThreadMessages(
  db: Sqlite,
  conversationId: string,
  beforeSeq: number | null,
  limit: number,
): readonly MessageRow[] {
  return db
    .prepare<(string | number)[], MessageRow>(
      `SELECT m.seq, m.id, m.direction, m.author_name AS authorName, m.author_handle AS authorHandle, m.text,
         m.created_at AS createdAt, m.edited_at AS editedAt, m.deleted_at AS deletedAt, m.revision_count AS revisionCount,
         m.is_hidden AS isHidden, m.is_liked AS isLiked, m.outbox_item_id AS outboxItemId, o.state AS outboxState, m.url
       FROM messages m LEFT JOIN outbox_items o ON o.id = m.outbox_item_id
       WHERE m.conversation_id = ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`,
    )
    .all(conversationId, beforeSeq ?? Number.MAX_SAFE_INTEGER, limit);
}

interface NoteRow {
  readonly id: string;
  readonly staffName: string;
  readonly text: string;
  readonly createdAt: number;
}

/** Notes of a conversation between two times, oldest first. */
export function listThreadNotes(
  db: Sqlite,
  conversationId: string,
  fromAt: number,
  beforeAt: number,
): readonly ThreadEntry[] {
  return db
    .prepare<(string | number)[], NoteRow>(
      `SELECT id, staff_name AS staffName, text, created_at AS createdAt FROM notes
       WHERE conversation_id = ? AND created_at >= ? AND created_at < ? AND deleted_at IS NULL ORDER BY created_at LIMIT 500`,
    )
    .all(conversationId, fromAt, beforeAt)
    .map((row) => ({
      id: row.id,
      type: 'note' as const,
      authorName: row.staffName,
      authorHandle: '',
      text: row.text,
      createdAt: row.createdAt,
      editedAt: null,
      deletedAt: null,
      revisionCount: 0,
      attachments: [],
      isHidden: false,
      isLiked: false,
      outboxState: null,
      outboxItemId: null,
      isFromElsewhere: false,
      url: null,
    }));
}

/** Attachments of the messages of one page. */
export function attachmentsOf(db: Sqlite, messageIds: readonly string[]): ReadonlyMap<string, readonly Attachment[]> {
  const found = new Map<string, Attachment[]>();
  if (messageIds.length === 0) return found;
  const rows = db
    .prepare<
      string[],
      Omit<Attachment, 'isAvailable'> & { messageId: string; contentHash: string | null; remoteUrl: string | null }
    >(
      `SELECT message_id AS messageId, id, mime, alt, size_bytes AS sizeBytes, content_hash AS contentHash, remote_url AS remoteUrl
       FROM attachments WHERE message_id IN (${messageIds.map(() => '?').join(', ')}) AND deleted_at IS NULL ORDER BY position`,
    )
    .all(...messageIds);
  for (const { messageId, contentHash, remoteUrl, ...attachment } of rows) {
    const entry: Attachment = { ...attachment, isAvailable: contentHash !== null || remoteUrl !== null };
    const list = found.get(messageId);
    if (list) list.push(entry);
    else found.set(messageId, [entry]);
  }
  return found;
}

export const toThreadEntry = (row: MessageRow, attachments: readonly Attachment[]): ThreadEntry => ({
  id: row.id,
  type: row.direction,
  authorName: row.authorName,
  authorHandle: row.authorHandle,
  text: row.text,
  createdAt: row.createdAt,
  editedAt: row.editedAt,
  deletedAt: row.deletedAt,
  revisionCount: row.revisionCount,
  attachments: [...attachments],
  isHidden: row.isHidden === 1,
  isLiked: row.isLiked === 1,
  outboxState: row.outboxState,
  outboxItemId: row.outboxItemId,
  isFromElsewhere: row.direction === 'outbound' && row.outboxItemId === null,
  url: row.url,
});

/** Earlier texts of a message, oldest first. */
export const listRevisions = (db: Sqlite, messageId: string): readonly { text: string; seenAt: number }[] =>
  db
    .prepare<[string], { text: string; seenAt: number }>(
      'SELECT text, seen_at AS seenAt FROM message_revisions WHERE message_id = ? ORDER BY seen_at LIMIT 200',
    )
    .all(messageId);
