import type { OutboxItem } from '@shared/contract/views';
import type { HoldReason } from '@shared/domain/conversation';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { findWorkspace } from '../../db/agency/repositories/workspace-repository';
import { findAccount } from '../../db/workspace/repositories/account-repository';
import { findConversation, updateConversation } from '../../db/workspace/repositories/conversation-repository';
import {
  findDraft,
  findOpenDraft,
  insertDraft,
  listDraftAttachments,
  listMessageAttachments,
  updateAttachment,
  updateDraft,
} from '../../db/workspace/repositories/draft-repository';
import {
  findMessage,
  findMessageOfOutboxItem,
  insertMessage,
  newestSeenSeq,
  nextSeq,
  removeMessage,
  rewriteUnsent,
} from '../../db/workspace/repositories/message-repository';
import { getOutboxItem } from '../../db/workspace/repositories/outbox-reads';
import {
  findOutboxItem,
  insertOutboxItem,
  moveOutboxItem,
  type OutboxEdit,
  type OutboxRecord,
} from '../../db/workspace/repositories/outbox-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import type { WriteContext } from '../../db/write-context';
import { refreshRow } from '../messages/ingest';
import { unreleasable } from './holds';
import { digestOf } from './target';
import { previewOf } from '../messages/preview';
import { writeContext, type Caller, type ServiceDeps } from '../deps';

export interface SendInput {
  readonly workspaceId: string;
  readonly conversationId: string;
  readonly accountId: string;
  readonly draftId: string;
  readonly text: string;
  readonly resolve: boolean;
}

/** What a person does with replies on their way out. The dispatcher does the sending. */
export interface OutboxService {
  send(caller: Caller, input: SendInput): Result<OutboxItem>;
  recall(caller: Caller, workspaceId: string, itemId: string): Result<OutboxItem>;
  discard(caller: Caller, workspaceId: string, itemId: string): Result<OutboxItem>;
  edit(caller: Caller, workspaceId: string, itemId: string, text: string): Result<OutboxItem>;
  release(caller: Caller, workspaceId: string, itemId: string, reason: HoldReason): Result<OutboxItem>;
  retry(caller: Caller, workspaceId: string, itemId: string): Result<OutboxItem>;
  settle(caller: Caller, workspaceId: string, itemId: string, arrived: boolean): Result<OutboxItem>;
}

export function createOutboxService(deps: ServiceDeps, nudge: () => void): OutboxService {
  const conflict = (reason: string): Result<never> =>
    err(appError('conflict', 'This reply is not in a state for that any more.', { reason }));

  function announce(db: WorkspaceDb, conversationId: string, itemId: string): void {
    const { workspaceId } = db;
    deps.emit('outbox:changed', { workspaceId, itemId });
    deps.emit('drafts:changed', { workspaceId, conversationId });
    deps.emit('messages:changed', { workspaceId, conversationId });
    deps.emit('conversations:changed', { workspaceId, conversationIds: [conversationId] });
    deps.emit('workspaces:changed', { workspaceId });
    nudge();
  }
  const view = (db: WorkspaceDb, itemId: string): Result<OutboxItem> => {
    const item = getOutboxItem(db.raw, itemId);
    return item ? ok(item) : err(appError('not_found', 'There is no such reply.'));
  };

  /** One change of one item, only from the states named, with what goes with it. */
  function change(
    caller: Caller,
    workspaceId: string,
    itemId: string,
    from: readonly OutboxRecord['state'][],
    edit: (item: OutboxRecord) => OutboxEdit,
    also: (db: WorkspaceDb, context: WriteContext, item: OutboxRecord) => void = () => {},
  ): Result<OutboxItem> {
    const file = deps.files.open(workspaceId);
    if (!file.ok) return file;
    const db = file.value;
    const item = findOutboxItem(db, itemId);
    if (!item) return err(appError('not_found', 'There is no such reply.'));
    const context = writeContext(deps, caller);
    const isDone = inTransaction(db, () => {
      if (!moveOutboxItem(db, context, itemId, from, edit(item))) return false;
      also(db, context, item);
      return true;
    });
    if (!isDone) return conflict(`is_${findOutboxItem(db, itemId)?.state ?? 'gone'}`);
    announce(db, item.conversationId, itemId);
    return view(db, itemId);
  }

  /** Takes a reply that surely did not leave out of the thread and gives its text back to the composer. */
  function takeBack(db: WorkspaceDb, context: WriteContext, item: OutboxRecord): void {
    const message = findMessageOfOutboxItem(db, item.id);
    const files = message ? listMessageAttachments(db, message.id) : [];
    const open = findOpenDraft(db, item.conversationId);
    let draftId: string;
    if (open) {
      // The person has begun to write again: both texts stay.
      draftId = open.id;
      updateDraft(db, context, open.id, { text: open.text.trim() === '' ? item.text : `${item.text}\n\n${open.text}` });
    } else {
      draftId = deps.newId();
      insertDraft(db, context, {
        id: draftId,
        accountId: item.accountId,
        conversationId: item.conversationId,
        replyToMessageId: item.replyToMessageId,
        staffId: item.staffId,
        text: item.text,
        seenSeq: newestSeenSeq(db, item.conversationId),
        createdAt: context.at,
        updatedAt: context.at,
        deletedAt: null,
      });
    }
    for (const file of files) updateAttachment(db, context, file.id, { messageId: null, draftId });
    updateConversation(db, context, item.conversationId, { hasDraft: true });
    if (message) removeMessage(db, context, message);
    refreshRow(db, context, item.conversationId);
  }

  return {
    send(caller, input) {
      const file = deps.files.open(input.workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const workspace = findWorkspace(deps.agency, input.workspaceId);
      const conversation = findConversation(db, input.conversationId);
      const draft = findDraft(db, input.draftId);
      const account = findAccount(db, input.accountId);
      if (!workspace || !conversation || !draft || !account) {
        return err(appError('not_found', 'What this reply belongs to is not there any more.'));
      }
      const isBound =
        draft.conversationId === input.conversationId &&
        draft.accountId === input.accountId &&
        conversation.accountId === input.accountId;
      if (!isBound)
        return err(
          appError('conflict', 'This draft is bound to another account or conversation.', { reason: 'wrong_binding' }),
        );
      if (draft.deletedAt !== null)
        return err(appError('conflict', 'This draft was sent or discarded already.', { reason: 'draft_closed' }));
      if (draft.text !== input.text) {
        return err(appError('conflict', 'The saved draft differs from what is on screen.', { reason: 'text_differs' }));
      }
      if (input.text.trim() === '') return err(appError('validation_failed', 'There is no text.', { reason: 'empty' }));
      const context = writeContext(deps, caller);
      const itemId = deps.newId();
      const messageId = deps.newId();
      const answered = draft.replyToMessageId === null ? undefined : findMessage(db, draft.replyToMessageId);
      inTransaction(db, () => {
        insertMessage(db, context, {
          seq: nextSeq(db, context.at),
          id: messageId,
          conversationId: conversation.id,
          accountId: account.id,
          remoteId: null,
          direction: 'outbound',
          authorRemoteId: account.remoteId,
          authorName: account.displayName || account.handle,
          authorHandle: account.handle,
          text: input.text,
          inReplyToRemoteId: answered?.remoteId ?? null,
          url: null,
          createdAt: context.at,
          receivedAt: context.at,
          editedAt: null,
          isHidden: false,
          isLiked: false,
          outboxItemId: itemId,
          revisionCount: 0,
          connectorData: null,
          updatedAt: context.at,
          deletedAt: null,
        });
        insertOutboxItem(db, context, {
          id: itemId,
          workspaceId: input.workspaceId,
          accountId: account.id,
          accountRemoteId: account.remoteId,
          conversationId: conversation.id,
          draftId: draft.id,
          messageId,
          replyToMessageId: draft.replyToMessageId,
          staffId: caller.staff.id,
          text: input.text,
          state: 'queued',
          holdReason: null,
          holdDetails: null,
          releasedReasons: [],
          errorReason: null,
          seenSeq: newestSeenSeq(db, conversation.id),
          targetDigest: answered ? digestOf(answered.text) : null,
          baseline: null,
          attempts: 0,
          checks: 0,
          remoteId: null,
          queuedAt: context.at,
          leavesAt: context.at + workspace.recallMs,
          nextAttemptAt: null,
          sendingAt: null,
          sentAt: null,
          updatedAt: context.at,
          deletedAt: null,
        });
        for (const image of listDraftAttachments(db, draft.id)) updateAttachment(db, context, image.id, { messageId });
        updateDraft(db, context, draft.id, { deletedAt: context.at });
        updateConversation(db, context, conversation.id, {
          hasDraft: false,
          unreadCount: 0,
          preview: previewOf(input.text),
          isPreviewOutbound: true,
          lastMessageAt: Math.max(conversation.lastMessageAt, context.at),
          ...(input.resolve ? { status: 'resolved' as const, snoozedUntil: null } : {}),
        });
      });
      announce(db, conversation.id, itemId);
      return view(db, itemId);
    },
    recall: (caller, workspaceId, itemId) =>
      change(caller, workspaceId, itemId, ['queued'], () => ({ state: 'cancelled' }), takeBack),
    discard: (caller, workspaceId, itemId) =>
      change(caller, workspaceId, itemId, ['queued', 'held', 'failed'], () => ({ state: 'cancelled' }), takeBack),
    edit(caller, workspaceId, itemId, text) {
      if (text.trim() === '') return err(appError('validation_failed', 'There is no text.', { reason: 'empty' }));
      return change(
        caller,
        workspaceId,
        itemId,
        ['queued', 'held', 'failed'],
        (item) => ({
          text,
          state: 'queued',
          holdReason: null,
          holdDetails: null,
          errorReason: null,
          nextAttemptAt: null,
          // The person has the thread before them again.
          seenSeq: seenNow(deps, workspaceId, item),
          // A changed text is checked anew.
          releasedReasons: item.releasedReasons.filter((reason) => reason !== 'other_brand_text'),
        }),
        (db, context, item) => {
          const message = findMessageOfOutboxItem(db, item.id);
          if (message) rewriteUnsent(db, context, message, text);
          refreshRow(db, context, item.conversationId);
        },
      );
    },
    release(caller, workspaceId, itemId, reason) {
      if (unreleasable.has(reason)) {
        return err(
          appError('permission_denied', 'This hold cannot be released by hand.', { reason: `hold_${reason}` }),
        );
      }
      const file = deps.files.open(workspaceId);
      const item = file.ok ? findOutboxItem(file.value, itemId) : undefined;
      if (item && item.holdReason !== reason) return conflict('held_for_another_reason');
      return change(caller, workspaceId, itemId, ['held'], (held) => ({
        state: 'queued',
        holdReason: null,
        holdDetails: null,
        nextAttemptAt: null,
        releasedReasons: [...new Set([...held.releasedReasons, reason])],
        // What was there when the person looked is seen; what comes later holds the item again.
        seenSeq: seenNow(deps, workspaceId, held),
        ...(reason === 'target_edited' ? { targetDigest: null } : {}),
      }));
    },
    retry: (caller, workspaceId, itemId) =>
      change(caller, workspaceId, itemId, ['queued', 'failed', 'held'], () => ({
        state: 'queued',
        holdReason: null,
        holdDetails: null,
        errorReason: null,
        nextAttemptAt: null,
      })),
    settle: (caller, workspaceId, itemId, arrived) =>
      change(caller, workspaceId, itemId, ['unknown'], () =>
        arrived
          ? { state: 'sent', sentAt: deps.clock.now(), nextAttemptAt: null, errorReason: null }
          : { state: 'queued', nextAttemptAt: null, errorReason: null, checks: 0, sendingAt: null },
      ),
  };
}

function seenNow(deps: ServiceDeps, workspaceId: string, item: OutboxRecord): number {
  const file = deps.files.open(workspaceId);
  return file.ok ? newestSeenSeq(file.value, item.conversationId) : item.seenSeq;
}
