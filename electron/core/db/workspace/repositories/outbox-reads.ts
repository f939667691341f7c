import type { OutboxItem } from '@shared/contract/views';
import type { OutboxState } from '@shared/domain/conversation';
import type { Sqlite } from '../../open';

export interface OutboxPosition {
  readonly queuedAt: number;
  readonly id: string;
}

type Row = Omit<OutboxItem, 'holdDetails'> & { holdDetails: string | null };

const select = `SELECT o.id, o.workspace_id AS workspaceId, o.account_id AS accountId, a.handle AS accountHandle, a.network,
  o.conversation_id AS conversationId, c.contact_name AS contactName, o.message_id AS messageId, o.text, o.state,
  o.hold_reason AS holdReason, o.hold_details AS holdDetails, o.error_reason AS errorReason, o.attempts,
  o.queued_at AS queuedAt, o.leaves_at AS leavesAt, o.next_attempt_at AS nextAttemptAt, o.sent_at AS sentAt, o.staff_id AS staffId
  FROM outbox_items o JOIN channel_accounts a ON a.id = o.account_id JOIN conversations c ON c.id = o.conversation_id`;

const toItem = (row: Row): OutboxItem => ({
  ...row,
  holdDetails: row.holdDetails === null ? null : JSON.parse(row.holdDetails),
});

/** Items in the states asked for, newest first, after `position`. */
export function listOutbox(
  db: Sqlite,
  states: readonly OutboxState[],
  position: OutboxPosition | null,
  limit: number,
): readonly OutboxItem[] {
  return db
    .prepare<(string | number)[], Row>(
      `${select} WHERE o.state IN (${states.map(() => '?').join(', ')}) ${position ? 'AND (o.queued_at, o.id) < (?, ?)' : ''}
       ORDER BY o.queued_at DESC, o.id DESC LIMIT ?`,
    )
    .all(...states, ...(position ? [position.queuedAt, position.id] : []), limit)
    .map(toItem);
}

export function getOutboxItem(db: Sqlite, id: string): OutboxItem | undefined {
  const row = db.prepare<[string], Row>(`${select} WHERE o.id = ?`).get(id);
  return row && toItem(row);
}
