import type { NetworkAction } from '@shared/domain/conversation';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { toAppError } from '../../connectors/core/errors';
import type { ChannelLink, OutgoingImage } from '../../connectors/core/types';
import { findAccount } from '../../db/workspace/repositories/account-repository';
import {
  findConversation,
  findPost,
  updateConversation,
} from '../../db/workspace/repositories/conversation-repository';
import {
  findAttachment,
  listMessageAttachments,
  listMissingMedia,
  updateAttachment,
} from '../../db/workspace/repositories/draft-repository';
import { findMessage, markMessageDeleted, updateMessage } from '../../db/workspace/repositories/message-repository';
import { findNote, insertNote, setNoteDeleted } from '../../db/workspace/repositories/note-repository';
import { insertUndo } from '../../db/workspace/repositories/undo-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import type { MediaStore } from '../../ports/media-store';
import type { UndoPayload } from '../conversations/undo';
import { writeContext, type Caller, type ServiceDeps } from '../deps';
import type { Networks } from '../networks';

/** Notes, attachments and actions on the network. */
export interface MessageService {
  addNote(
    caller: Caller,
    workspaceId: string,
    conversationId: string,
    text: string,
  ): Result<{ noteId: string; undoId: string }>;
  deleteNote(caller: Caller, workspaceId: string, noteId: string): Result<{ undoId: string }>;
  /** Fetches the bytes where they are not here yet. */
  media(workspaceId: string, attachmentId: string): Promise<Result<{ mime: string; base64: string }>>;
  /** Fetches the attachments of messages that arrived, so that they are there offline; large ones wait for a click. */
  prefetch(workspaceId: string, conversationIds: readonly string[]): Promise<void>;
  /** Images of an outgoing message, as the network gets them. */
  images(db: WorkspaceDb, messageId: string): Promise<readonly OutgoingImage[]>;
  act(
    caller: Caller,
    workspaceId: string,
    conversationId: string,
    action: NetworkAction,
    messageId: string | null,
    reason: string | null,
  ): Promise<Result<null>>;
}

const onMessage: ReadonlySet<NetworkAction> = new Set<NetworkAction>([
  'like',
  'unlike',
  'hide',
  'unhide',
  'delete_own',
]);

export function createMessageService(
  deps: ServiceDeps,
  networks: Networks,
  media: MediaStore,
  limits: { readonly maxBytes: number; readonly maxEagerBytes: number },
): MessageService {
  const notFound = (what: string): Result<never> => err(appError('not_found', `There is no such ${what}.`));
  const keepUndo = (db: WorkspaceDb, caller: Caller, at: number, payload: UndoPayload): string => {
    const id = deps.newId();
    insertUndo(db, {
      id,
      action: payload.kind,
      payload: { ...payload },
      staffId: caller.staff.id,
      createdAt: at,
      usedAt: null,
    });
    return id;
  };
  async function fetchMedia(
    workspaceId: string,
    attachmentId: string,
  ): Promise<Result<{ mime: string; base64: string }>> {
    const file = deps.files.open(workspaceId);
    if (!file.ok) return file;
    const db = file.value;
    const attachment = findAttachment(db, attachmentId);
    if (!attachment || attachment.deletedAt !== null) return notFound('attachment');
    const stored = attachment.contentHash === null ? undefined : await media.get(workspaceId, attachment.contentHash);
    if (stored) return ok({ mime: attachment.mime, base64: Buffer.from(stored).toString('base64') });
    const message = attachment.messageId === null ? undefined : findMessage(db, attachment.messageId);
    const account = message && findAccount(db, message.accountId);
    if (!account || attachment.remoteUrl === null) return notFound('attachment');
    const link = await networks.link(workspaceId, account.id);
    if (!link.ok) return link;
    if (!link.value.fetchMedia) return err(appError('unsupported', 'This network gives no attachments.'));
    const fetched = await link.value.fetchMedia(attachment.remoteUrl, limits.maxBytes, networks.signal);
    if (!fetched.ok) return err(toAppError(fetched.error));
    const { bytes, mime } = fetched.value;
    // It may have been deleted while it came.
    if (findAttachment(db, attachmentId)?.deletedAt !== null) return notFound('attachment');
    const contentHash = await media.put(workspaceId, bytes);
    const context = writeContext(deps, null);
    inTransaction(db, () =>
      updateAttachment(db, context, attachmentId, { contentHash, mime, sizeBytes: bytes.byteLength }),
    );
    return ok({ mime, base64: Buffer.from(bytes).toString('base64') });
  }

  return {
    addNote(caller, workspaceId, conversationId, text) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      if (!findConversation(db, conversationId)) return notFound('conversation');
      const context = writeContext(deps, caller);
      const noteId = deps.newId();
      const undoId = inTransaction(db, () => {
        insertNote(db, context, {
          id: noteId,
          conversationId,
          staffId: caller.staff.id,
          staffName: caller.staff.name,
          text,
          createdAt: context.at,
          updatedAt: context.at,
          deletedAt: null,
        });
        return keepUndo(db, caller, context.at, { kind: 'note', noteId, conversationId, deletedBefore: true });
      });
      deps.emit('messages:changed', { workspaceId, conversationId });
      return ok({ noteId, undoId });
    },
    deleteNote(caller, workspaceId, noteId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const note = findNote(db, noteId);
      if (!note || note.deletedAt !== null) return notFound('note');
      const context = writeContext(deps, caller);
      const { conversationId } = note;
      const undoId = inTransaction(db, () => {
        setNoteDeleted(db, context, noteId, context.at);
        return keepUndo(db, caller, context.at, { kind: 'note', noteId, conversationId, deletedBefore: false });
      });
      deps.emit('messages:changed', { workspaceId, conversationId });
      return ok({ undoId });
    },
    media: fetchMedia,
    async prefetch(workspaceId, conversationIds) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return;
      for (const attachment of listMissingMedia(file.value, conversationIds, limits.maxEagerBytes)) {
        if (networks.signal.aborted) return;
        const fetched = await fetchMedia(workspaceId, attachment.id);
        // The rest would meet the same; a click tries again.
        if (!fetched.ok) return;
      }
    },
    async images(db, messageId) {
      const found: OutgoingImage[] = [];
      for (const attachment of listMessageAttachments(db, messageId)) {
        const bytes =
          attachment.contentHash === null ? undefined : await media.get(db.workspaceId, attachment.contentHash);
        if (!bytes) throw new Error('an image of a reply is not on this machine');
        found.push({ bytes, mime: attachment.mime, alt: attachment.alt });
      }
      return found;
    },
    async act(caller, workspaceId, conversationId, action, messageId, reason) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const conversation = findConversation(db, conversationId);
      const account = conversation && findAccount(db, conversation.accountId);
      if (!conversation || !account) return notFound('conversation');
      if (!account.capabilities.actions.includes(action)) {
        return err(
          appError('unsupported', 'This network does not offer this action.', { reason: 'action_not_offered' }),
        );
      }
      const message = messageId === null ? undefined : findMessage(db, messageId);
      if (onMessage.has(action) && (!message?.remoteId || message.conversationId !== conversationId))
        return notFound('message');
      const link = await networks.link(workspaceId, account.id);
      if (!link.ok) return link;
      const post = conversation.postId === null ? undefined : findPost(db, conversation.postId);
      const done = await act(
        link.value,
        {
          action,
          conversationRemoteId: conversation.remoteId,
          contact: {
            remoteId: conversation.contactRemoteId,
            handle: conversation.contactHandle,
            displayName: conversation.contactName,
            url: conversation.contactUrl,
          },
          message: message?.remoteId
            ? { remoteId: message.remoteId, isOwn: message.direction === 'outbound', data: message.connectorData ?? {} }
            : null,
          post: post ? { remoteId: post.remoteId } : null,
          reason,
        },
        networks.signal,
      );
      if (!done.ok) return done;
      const context = writeContext(deps, caller);
      inTransaction(db, () => {
        if (message) {
          if (action === 'like' || action === 'unlike')
            updateMessage(db, context, message.id, { isLiked: action === 'like' });
          if (action === 'hide' || action === 'unhide')
            updateMessage(db, context, message.id, { isHidden: action === 'hide' });
          if (action === 'delete_own' && message.deletedAt === null) markMessageDeleted(db, context, message);
        }
        if (action === 'mute' || action === 'unmute')
          updateConversation(db, context, conversationId, { isMuted: action === 'mute' });
        if (action === 'block' || action === 'unblock') {
          updateConversation(db, context, conversationId, { isContactBlocked: action === 'block' });
        }
      });
      deps.emit('messages:changed', { workspaceId, conversationId });
      deps.emit('conversations:changed', { workspaceId, conversationIds: [conversationId] });
      return ok(null);
    },
  };
}

async function act(
  link: ChannelLink,
  request: Parameters<NonNullable<ChannelLink['act']>>[0],
  signal: AbortSignal,
): Promise<Result<null>> {
  if (!link.act) return err(appError('unsupported', 'This network offers no actions.'));
  const done = await link.act(request, signal);
  return done.ok ? ok(null) : err(toAppError(done.error));
}
