import type { ConversationRow, Label, ViewFilter } from '@shared/contract/views';
import { fold } from '@shared/domain/fold';
import type { Sqlite } from '../../open';

/** One row of the desk as the file holds it, with its place in the order. */
export type ListedConversation = Omit<ConversationRow, 'labels'>;

export interface ListPosition {
  readonly lastMessageAt: number;
  readonly id: string;
}

const columns = `c.id, c.account_id AS accountId, a.network, a.handle AS accountHandle, c.kind, c.status,
  c.contact_id AS contactId, c.contact_name AS contactName, c.contact_handle AS contactHandle, c.preview,
  c.is_preview_outbound AS isPreviewOutbound, c.last_message_at AS lastMessageAt, c.unread_count AS unreadCount,
  c.assignee_id AS assigneeId, c.snoozed_until AS snoozedUntil, c.has_draft AS hasDraft, c.outbox_state AS outbox,
  c.is_target_deleted AS isTargetDeleted`;

interface Row extends Omit<ListedConversation, 'workspaceId' | 'isPreviewOutbound' | 'hasDraft' | 'isTargetDeleted'> {
  readonly isPreviewOutbound: number;
  readonly hasDraft: number;
  readonly isTargetDeleted: number;
}

/** Newest conversations that a filter lets through, after `position`, by keyset; never by offset. */
export function listConversations(
  db: Sqlite,
  workspaceId: string,
  filter: ViewFilter,
  actingStaffId: string,
  position: ListPosition | null,
  limit: number,
): readonly ListedConversation[] {
  const where: string[] = ['c.deleted_at IS NULL'];
  const values: (string | number)[] = [];
  const oneOf = (column: string, wanted: readonly string[]): void => {
    // One value walks its index in order; several would need a sort, so they filter the walk over the recent ones.
    where.push(wanted.length === 1 ? `${column} = ?` : `+${column} IN (${wanted.map(() => '?').join(', ')})`);
    values.push(...wanted);
  };
  if (filter.statuses?.length) oneOf('c.status', filter.statuses);
  if (filter.kinds?.length) oneOf('c.kind', filter.kinds);
  if (filter.networks?.length) oneOf('a.network', filter.networks);
  if (filter.isUnread) where.push('c.unread_count > 0');
  if (filter.hasDraft) where.push('c.has_draft = 1');
  if (filter.assignee === 'none') where.push('c.assignee_id IS NULL');
  else if (filter.assignee) {
    where.push('c.assignee_id = ?');
    values.push(filter.assignee === 'me' ? actingStaffId : filter.assignee);
  }
  if (filter.labelName) {
    where.push(
      'EXISTS (SELECT 1 FROM conversation_labels cl JOIN labels l ON l.id = cl.label_id WHERE cl.conversation_id = c.id AND l.folded = ?)',
    );
    values.push(fold(filter.labelName));
  }
  if (position) {
    where.push('(c.last_message_at, c.id) < (?, ?)');
    values.push(position.lastMessageAt, position.id);
  }
  const rows = db
    .prepare<(string | number)[], Row>(
      `SELECT ${columns} FROM conversations c JOIN channel_accounts a ON a.id = c.account_id
       WHERE ${where.join(' AND ')} ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?`,
    )
    .all(...values, limit);
  return rows.map((row) => toListed(workspaceId, row));
}

const toListed = (workspaceId: string, row: Row): ListedConversation => ({
  ...row,
  workspaceId,
  isPreviewOutbound: row.isPreviewOutbound === 1,
  hasDraft: row.hasDraft === 1,
  isTargetDeleted: row.isTargetDeleted === 1,
});

/** One conversation as a row of the desk. */
export function getListedConversation(db: Sqlite, workspaceId: string, id: string): ListedConversation | undefined {
  const row = db
    .prepare<[string], Row>(
      `SELECT ${columns} FROM conversations c JOIN channel_accounts a ON a.id = c.account_id WHERE c.id = ? AND c.deleted_at IS NULL`,
    )
    .get(id);
  return row && toListed(workspaceId, row);
}

/** Conversations with one contact, newest first. */
export function listContactConversations(
  db: Sqlite,
  workspaceId: string,
  contactId: string,
  position: ListPosition | null,
  limit: number,
): readonly ListedConversation[] {
  const rows = db
    .prepare<(string | number)[], Row>(
      `SELECT ${columns} FROM conversations c JOIN channel_accounts a ON a.id = c.account_id
       WHERE c.contact_id = ? AND c.deleted_at IS NULL ${position ? 'AND (c.last_message_at, c.id) < (?, ?)' : ''}
       ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?`,
    )
    .all(contactId, ...(position ? [position.lastMessageAt, position.id] : []), limit);
  return rows.map((row) => toListed(workspaceId, row));
}

/** Labels of the conversations of one page. */
export function labelsOf(db: Sqlite, conversationIds: readonly string[]): ReadonlyMap<string, readonly Label[]> {
  const found = new Map<string, Label[]>();
  if (conversationIds.length === 0) return found;
  const rows = db
    .prepare<string[], Label & { conversationId: string }>(
      `SELECT cl.conversation_id AS conversationId, l.id, l.name, l.colour FROM conversation_labels cl
       JOIN labels l ON l.id = cl.label_id WHERE cl.conversation_id IN (${conversationIds.map(() => '?').join(', ')})
       ORDER BY l.folded`,
    )
    .all(...conversationIds);
  for (const { conversationId, ...label } of rows) {
    const list = found.get(conversationId);
    if (list) list.push(label);
    else found.set(conversationId, [label]);
  }
  return found;
}

export interface DeskCounts {
  readonly open: number;
  readonly unread: number;
  readonly mine: number;
  readonly direct: number;
  readonly comment: number;
  readonly mention: number;
  readonly review: number;
  readonly drafts: number;
  readonly snoozed: number;
  readonly held: number;
  readonly queued: number;
}

/** What badges and quick filters show; every count walks an index that holds no more than it counts. */
export function countDesk(db: Sqlite, actingStaffId: string): DeskCounts {
  const one = (sql: string, ...values: string[]): number =>
    db.prepare<string[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get(...values)?.n ?? 0;
  const kindOpen = (kind: string): number =>
    one("conversations WHERE deleted_at IS NULL AND kind = ? AND status = 'open'", kind);
  return {
    open: one("conversations WHERE deleted_at IS NULL AND status = 'open'"),
    unread: one('conversations WHERE deleted_at IS NULL AND unread_count > 0'),
    mine: one(
      "conversations WHERE deleted_at IS NULL AND assignee_id = ? AND status IN ('open', 'pending')",
      actingStaffId,
    ),
    direct: kindOpen('direct'),
    comment: kindOpen('comment'),
    mention: kindOpen('mention'),
    review: kindOpen('review'),
    drafts: one('conversations WHERE deleted_at IS NULL AND has_draft = 1'),
    snoozed: one("conversations WHERE deleted_at IS NULL AND status = 'snoozed'"),
    held: one(
      "outbox_items WHERE state IN ('queued','sending','held','failed','unknown') AND state IN ('held','failed','unknown')",
    ),
    queued: one(
      "outbox_items WHERE state IN ('queued','sending','held','failed','unknown') AND state IN ('queued','sending')",
    ),
  };
}
