import { and, asc, desc, eq, inArray, lte, or, isNull, sql } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { conversations, outboxItems } from '../schema';
import { logChange, once, type WorkspaceDb } from '../workspace-db';

export type OutboxRecord = typeof outboxItems.$inferSelect;
export type OutboxEdit = Partial<
  Omit<OutboxRecord, 'id' | 'workspaceId' | 'accountId' | 'accountRemoteId' | 'conversationId' | 'draftId'>
>;

const waitingStates = ['queued', 'sending', 'held', 'failed', 'unknown'] as const;

export function insertOutboxItem(db: WorkspaceDb, context: WriteContext, record: OutboxRecord): void {
  db.orm.insert(outboxItems).values(record).run();
  logChange(db, context, 'outbox_items', record.id, '*');
  mirrorState(db, record.conversationId);
}

/**
 * Changes an item only where it still is in one of `from`; false where somebody was faster. What an item is bound to
 * is not among the columns that this takes.
 */
export function moveOutboxItem(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  from: readonly OutboxRecord['state'][],
  edit: OutboxEdit,
): boolean {
  const moved = db.orm
    .update(outboxItems)
    .set({ ...edit, updatedAt: context.at })
    .where(and(eq(outboxItems.id, id), inArray(outboxItems.state, [...from])))
    .returning({ conversationId: outboxItems.conversationId })
    .get();
  if (!moved) return false;
  logChange(db, context, 'outbox_items', id, Object.keys(edit).join(','));
  mirrorState(db, moved.conversationId);
  return true;
}

/** Keeps on the conversation the state of its newest item that has not left. */
function mirrorState(db: WorkspaceDb, conversationId: string): void {
  const newest = db.orm
    .select({ state: outboxItems.state })
    .from(outboxItems)
    .where(and(eq(outboxItems.conversationId, conversationId), inArray(outboxItems.state, [...waitingStates])))
    .orderBy(desc(outboxItems.queuedAt))
    .limit(1)
    .get();
  db.orm
    .update(conversations)
    .set({ outboxState: newest?.state ?? null })
    .where(eq(conversations.id, conversationId))
    .run();
}

export const findOutboxItem = (db: WorkspaceDb, id: string): OutboxRecord | undefined =>
  db.orm.select().from(outboxItems).where(eq(outboxItems.id, id)).get();

export const findOutboxItemByRemote = (
  db: WorkspaceDb,
  accountId: string,
  remoteId: string,
): OutboxRecord | undefined =>
  once(db, 'findOutboxItemByRemote', () =>
    db.orm
      .select()
      .from(outboxItems)
      .where(
        and(
          eq(outboxItems.accountId, sql.placeholder('accountId')),
          eq(outboxItems.remoteId, sql.placeholder('remoteId')),
        ),
      )
      .prepare(),
  ).get({ accountId, remoteId });

/** Items that may have something to do at `now`, in the order they were queued. */
export const listDueOutboxItems = (db: WorkspaceDb, now: number): readonly OutboxRecord[] =>
  db.orm
    .select()
    .from(outboxItems)
    .where(
      and(
        lte(outboxItems.leavesAt, now),
        // An unknown item without a time waits for a person, a queued one for nobody.
        or(
          and(eq(outboxItems.state, 'queued'), isNull(outboxItems.nextAttemptAt)),
          and(inArray(outboxItems.state, ['queued', 'unknown']), lte(outboxItems.nextAttemptAt, now)),
        ),
      ),
    )
    .orderBy(asc(outboxItems.queuedAt), asc(outboxItems.id))
    .limit(200)
    .all();

export const listByState = (db: WorkspaceDb, states: readonly OutboxRecord['state'][]): readonly OutboxRecord[] =>
  db.orm
    .select()
    .from(outboxItems)
    .where(inArray(outboxItems.state, [...states]))
    .orderBy(asc(outboxItems.queuedAt), asc(outboxItems.id))
    .all();

/** Whether an item queued earlier in the same conversation still has to leave: order is kept per conversation. */
export const hasEarlierWaiting = (db: WorkspaceDb, item: OutboxRecord): boolean =>
  db.orm
    .select({ id: outboxItems.id })
    .from(outboxItems)
    .where(
      and(
        eq(outboxItems.conversationId, item.conversationId),
        inArray(outboxItems.state, ['queued', 'sending', 'unknown', 'held']),
        or(
          lte(outboxItems.queuedAt, item.queuedAt - 1),
          and(eq(outboxItems.queuedAt, item.queuedAt), lte(outboxItems.id, item.id)),
        ),
      ),
    )
    .all()
    .some((row) => row.id !== item.id);
