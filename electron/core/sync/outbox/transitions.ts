import type { SentMessage } from '../../connectors/core/types';
import { findConversation, updateConversation } from '../../db/workspace/repositories/conversation-repository';
import {
  findMessageByRemote,
  findMessageOfOutboxItem,
  removeMessage,
  updateMessage,
} from '../../db/workspace/repositories/message-repository';
import { moveOutboxItem, type OutboxEdit, type OutboxRecord } from '../../db/workspace/repositories/outbox-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import { writeContext, type ServiceDeps } from '../../services/deps';
import type { Hold } from '../../services/outbox/holds';

/** Moves of an outbox item. Each is one transaction, made only from the states it names, and told to the screens after. */
export interface Transitions {
  hold(db: WorkspaceDb, item: OutboxRecord, hold: Hold): boolean;
  /** Back to waiting; it surely did not arrive. */
  wait(db: WorkspaceDb, item: OutboxRecord, nextAttemptAt: number, errorReason: string): boolean;
  begin(db: WorkspaceDb, item: OutboxRecord, baseline: readonly string[]): boolean;
  sent(db: WorkspaceDb, item: OutboxRecord, message: SentMessage): boolean;
  fail(db: WorkspaceDb, item: OutboxRecord, errorReason: string): boolean;
  /** It may have arrived; read again at `nextAttemptAt`, or null: a person must decide. */
  unknown(db: WorkspaceDb, item: OutboxRecord, nextAttemptAt: number | null, edit?: OutboxEdit): boolean;
  requeue(db: WorkspaceDb, item: OutboxRecord, edit?: OutboxEdit): boolean;
}

export function createTransitions(deps: ServiceDeps): Transitions {
  function move(
    db: WorkspaceDb,
    item: OutboxRecord,
    from: readonly OutboxRecord['state'][],
    edit: OutboxEdit,
    also: () => void = () => {},
  ): boolean {
    const context = writeContext(deps, null);
    const isMoved = inTransaction(db, () => {
      if (!moveOutboxItem(db, context, item.id, from, edit)) return false;
      also();
      return true;
    });
    if (isMoved) {
      deps.emit('outbox:changed', { workspaceId: db.workspaceId, itemId: item.id });
      deps.emit('messages:changed', { workspaceId: db.workspaceId, conversationId: item.conversationId });
      deps.emit('conversations:changed', { workspaceId: db.workspaceId, conversationIds: [item.conversationId] });
      deps.emit('workspaces:changed', { workspaceId: db.workspaceId });
    }
    return isMoved;
  }
  return {
    hold: (db, item, hold) =>
      move(db, item, ['queued'], {
        state: 'held',
        holdReason: hold.reason,
        holdDetails: hold.details,
        nextAttemptAt: null,
      }),
    wait: (db, item, nextAttemptAt, errorReason) =>
      move(db, item, ['queued', 'sending'], {
        state: 'queued',
        nextAttemptAt,
        errorReason,
        attempts: item.attempts + 1,
        // Surely not sent, so this try leaves no trace to look for.
        sendingAt: null,
      }),
    begin: (db, item, baseline) =>
      move(db, item, ['queued'], {
        state: 'sending',
        baseline,
        sendingAt: deps.clock.now(),
        attempts: item.attempts + 1,
        checks: 0,
        errorReason: null,
        holdReason: null,
        holdDetails: null,
        nextAttemptAt: null,
      }),
    sent: (db, item, message) =>
      move(
        db,
        item,
        ['sending', 'unknown', 'queued'],
        {
          state: 'sent',
          remoteId: message.remoteId,
          sentAt: deps.clock.now(),
          errorReason: null,
          holdReason: null,
          holdDetails: null,
          nextAttemptAt: null,
        },
        () => {
          const context = writeContext(deps, null);
          const ours = findMessageOfOutboxItem(db, item.id);
          // The echo may have come in first, as a message of its own: there is one message, and it is ours.
          const echo = findMessageByRemote(db, item.accountId, message.remoteId);
          if (echo && ours && echo.id !== ours.id) removeMessage(db, context, echo);
          if (ours) {
            updateMessage(db, context, ours.id, {
              remoteId: message.remoteId,
              url: message.url,
              ...(echo?.connectorData ? { connectorData: echo.connectorData } : {}),
            });
          }
          const conversation = findConversation(db, item.conversationId);
          if (conversation && conversation.unreadCount > 0) {
            updateConversation(db, context, item.conversationId, { unreadCount: 0 });
          }
        },
      ),
    fail: (db, item, errorReason) =>
      move(db, item, ['queued', 'sending', 'unknown'], { state: 'failed', errorReason, nextAttemptAt: null }),
    unknown: (db, item, nextAttemptAt, edit = {}) =>
      move(db, item, ['sending', 'unknown'], { state: 'unknown', nextAttemptAt, ...edit }),
    requeue: (db, item, edit = {}) =>
      move(db, item, ['held', 'failed', 'unknown', 'queued'], {
        state: 'queued',
        holdReason: null,
        holdDetails: null,
        errorReason: null,
        nextAttemptAt: null,
        ...edit,
      }),
  };
}
