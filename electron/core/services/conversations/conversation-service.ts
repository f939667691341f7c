import type { Label } from '@shared/contract/views';
import type { ConversationStatus } from '@shared/domain/conversation';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import {
  findConversations,
  listDueSnoozes,
  updateConversation,
  type ConversationRecord,
} from '../../db/workspace/repositories/conversation-repository';
import {
  ensureLabel,
  findLabelByName,
  labelIdsOf,
  listLabels,
  setConversationLabels,
} from '../../db/workspace/repositories/label-repository';
import { setNoteDeleted } from '../../db/workspace/repositories/note-repository';
import { findUndo, insertUndo, markUndoUsed } from '../../db/workspace/repositories/undo-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import type { WriteContext } from '../../db/write-context';
import { writeContext, type Caller, type ServiceDeps } from '../deps';
import { readUndo, type TriageState, type UndoPayload } from './undo';

export type Undoable = { readonly undoId: string | null };

/** Triage: status, snooze, assignee, labels, read marks; each can be taken back. */
export interface ConversationService {
  setStatus(
    caller: Caller,
    workspaceId: string,
    ids: readonly string[],
    status: 'open' | 'pending' | 'resolved',
  ): Result<Undoable>;
  snooze(caller: Caller, workspaceId: string, ids: readonly string[], until: number): Result<Undoable>;
  assign(caller: Caller, workspaceId: string, ids: readonly string[], staffId: string | null): Result<Undoable>;
  setLabels(
    caller: Caller,
    workspaceId: string,
    ids: readonly string[],
    add: readonly string[],
    remove: readonly string[],
  ): Result<Undoable>;
  markRead(caller: Caller, workspaceId: string, ids: readonly string[]): Result<Undoable>;
  markUnread(caller: Caller, workspaceId: string, ids: readonly string[]): Result<Undoable>;
  undo(caller: Caller, workspaceId: string, undoId: string): Result<null>;
  listLabels(workspaceId: string): Result<Label[]>;
  /** Brings back what was snoozed until now. */
  wakeDue(workspaceId: string): void;
}

const labelColours = ['#8a4b2a', '#1f6f5c', '#3b4bb8', '#a3264f', '#4a5568', '#b4751f', '#5b3a8c', '#2f6b2f'];

export function createConversationService(
  deps: ServiceDeps,
  staffExists: (id: string) => boolean,
): ConversationService {
  const announce = (workspaceId: string, ids: readonly string[]): void => {
    deps.emit('conversations:changed', { workspaceId, conversationIds: ids });
    deps.emit('workspaces:changed', { workspaceId });
  };

  /** Changes several conversations in one transaction and keeps what they were. */
  function change(
    caller: Caller,
    workspaceId: string,
    ids: readonly string[],
    edit: (record: ConversationRecord) => Partial<ConversationRecord>,
    more?: (db: WorkspaceDb, context: WriteContext) => void,
  ): Result<Undoable> {
    const file = deps.files.open(workspaceId);
    if (!file.ok) return file;
    const db = file.value;
    const records = findConversations(db, ids);
    if (records.length !== new Set(ids).size)
      return err(appError('not_found', 'A conversation is not there any more.'));
    const context = writeContext(deps, caller);
    const undoId = deps.newId();
    inTransaction(db, () => {
      const labelIds = labelIdsOf(db, ids);
      const before: TriageState[] = records.map((record) => ({
        id: record.id,
        status: record.status,
        snoozedUntil: record.snoozedUntil,
        assigneeId: record.assigneeId,
        unreadCount: record.unreadCount,
        labelIds: [...(labelIds.get(record.id) ?? [])],
      }));
      for (const record of records) {
        const columns = edit(record);
        if (Object.keys(columns).length > 0) updateConversation(db, context, record.id, columns);
      }
      more?.(db, context);
      const payload: UndoPayload = { kind: 'triage', before };
      insertUndo(db, {
        id: undoId,
        action: 'triage',
        payload: { ...payload },
        staffId: caller.staff.id,
        createdAt: context.at,
        usedAt: null,
      });
    });
    announce(workspaceId, ids);
    return ok({ undoId });
  }

  return {
    setStatus: (caller, workspaceId, ids, status) =>
      change(caller, workspaceId, ids, () => ({
        status,
        snoozedUntil: null,
        ...(status === 'resolved' ? { unreadCount: 0 } : {}),
      })),
    snooze(caller, workspaceId, ids, until) {
      if (until <= deps.clock.now()) {
        return err(
          appError('validation_failed', 'The time has passed already.', {
            reason: 'snooze_in_past',
            details: { field: 'until' },
          }),
        );
      }
      return change(caller, workspaceId, ids, () => ({ status: 'snoozed' as const, snoozedUntil: until }));
    },
    assign(caller, workspaceId, ids, staffId) {
      if (staffId !== null && !staffExists(staffId))
        return err(appError('not_found', 'There is no such member of staff.'));
      return change(caller, workspaceId, ids, () => ({ assigneeId: staffId }));
    },
    setLabels: (caller, workspaceId, ids, add, remove) =>
      change(
        caller,
        workspaceId,
        ids,
        () => ({}),
        (db, context) => {
          const added = add.map((name, index) =>
            ensureLabel(
              db,
              context,
              deps.newId,
              name,
              labelColours[(listLabels(db).length + index) % labelColours.length] ?? '#4a5568',
            ),
          );
          const removed = new Set(remove.flatMap((name) => findLabelByName(db, name)?.id ?? []));
          for (const [conversationId, current] of labelIdsOf(db, ids)) {
            const wanted = new Set([...current, ...added.map((label) => label.id)].filter((id) => !removed.has(id)));
            setConversationLabels(db, context, conversationId, [...wanted]);
          }
        },
      ),
    markRead: (caller, workspaceId, ids) => change(caller, workspaceId, ids, () => ({ unreadCount: 0 })),
    markUnread: (caller, workspaceId, ids) =>
      change(caller, workspaceId, ids, (record) => ({ unreadCount: Math.max(1, record.unreadCount) })),
    undo(caller, workspaceId, undoId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const entry = findUndo(db, undoId);
      if (!entry)
        return err(appError('not_found', 'This change can no longer be taken back.', { reason: 'undo_gone' }));
      if (entry.usedAt !== null)
        return err(appError('conflict', 'This change was taken back already.', { reason: 'undo_used' }));
      const payload = readUndo(entry.payload);
      const context = writeContext(deps, caller);
      const touched = inTransaction(db, () => {
        markUndoUsed(db, undoId, context.at);
        return payload.kind === 'triage'
          ? restoreTriage(db, context, payload.before)
          : restoreNote(db, context, payload);
      });
      announce(workspaceId, touched);
      for (const conversationId of touched) deps.emit('messages:changed', { workspaceId, conversationId });
      return ok(null);
    },
    listLabels(workspaceId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      return ok(listLabels(file.value).map(({ id, name, colour }) => ({ id, name, colour })));
    },
    wakeDue(workspaceId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return;
      const due = listDueSnoozes(file.value, deps.clock.now());
      if (due.length === 0) return;
      const context = writeContext(deps, null);
      inTransaction(file.value, () => {
        for (const record of due) {
          updateConversation(file.value, context, record.id, {
            status: 'open',
            snoozedUntil: null,
            unreadCount: Math.max(1, record.unreadCount),
          });
        }
      });
      announce(
        workspaceId,
        due.map((record) => record.id),
      );
    },
  };
}

function restoreTriage(db: WorkspaceDb, context: WriteContext, before: readonly TriageState[]): readonly string[] {
  for (const { id, labelIds, ...columns } of before) {
    updateConversation(db, context, id, { ...columns, status: columns.status satisfies ConversationStatus });
    setConversationLabels(db, context, id, labelIds);
  }
  return before.map((state) => state.id);
}

function restoreNote(
  db: WorkspaceDb,
  context: WriteContext,
  payload: { readonly noteId: string; readonly conversationId: string; readonly deletedBefore: boolean },
): readonly string[] {
  setNoteDeleted(db, context, payload.noteId, payload.deletedBefore ? context.at : null);
  return [payload.conversationId];
}
