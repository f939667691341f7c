import type { BrandMark, Draft } from '@shared/contract/views';
import { findOtherBrands } from '@shared/domain/brand-check';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { isTooLong, measureText } from '@shared/domain/text-counter';
import { findAccount } from '../../db/workspace/repositories/account-repository';
import {
  findConversation,
  updateConversation,
  type ConversationRecord,
} from '../../db/workspace/repositories/conversation-repository';
import {
  findAttachment,
  findDraft,
  findOpenDraft,
  insertAttachment,
  insertDraft,
  listDraftAttachments,
  updateAttachment,
  updateDraft,
  type DraftRecord,
} from '../../db/workspace/repositories/draft-repository';
import { newestInbound, newestSeenSeq } from '../../db/workspace/repositories/message-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import type { MediaStore } from '../../ports/media-store';
import { writeContext, type Caller, type ServiceDeps } from '../deps';
import type { WorkspaceService } from '../workspaces/workspace-service';

export interface DraftCheck {
  readonly otherBrands: BrandMark[];
  readonly counters: { unit: string; used: number; max: number }[];
  readonly isTooLong: boolean;
}

/** Texts being written, each bound to its account and conversation from the first character on. */
export interface DraftService {
  get(workspaceId: string, conversationId: string): Result<Draft | null>;
  save(
    caller: Caller,
    workspaceId: string,
    conversationId: string,
    text: string,
    replyToMessageId: string | null,
  ): Result<Draft>;
  discard(caller: Caller, workspaceId: string, conversationId: string): Result<null>;
  attach(
    caller: Caller,
    workspaceId: string,
    conversationId: string,
    image: { readonly name: string; readonly mime: string; readonly base64: string; readonly alt: string },
  ): Promise<Result<Draft>>;
  setAlt(caller: Caller, workspaceId: string, attachmentId: string, alt: string): Result<Draft>;
  detach(caller: Caller, workspaceId: string, attachmentId: string): Result<Draft>;
  check(workspaceId: string, conversationId: string, text: string): Result<DraftCheck>;
}

export function createDraftService(deps: ServiceDeps, workspaces: WorkspaceService, media: MediaStore): DraftService {
  const noConversation = (): Result<never> => err(appError('not_found', 'There is no such conversation.'));
  const view = (db: WorkspaceDb, record: DraftRecord): Draft => ({
    id: record.id,
    workspaceId: db.workspaceId,
    accountId: record.accountId,
    conversationId: record.conversationId,
    replyToMessageId: record.replyToMessageId,
    text: record.text,
    attachments: listDraftAttachments(db, record.id).map(({ id, name, mime, sizeBytes, alt }) => ({
      id,
      name,
      mime,
      sizeBytes,
      alt,
    })),
    updatedAt: record.updatedAt,
  });

  /** Writes the draft, making and binding it where there is none. */
  function write(
    caller: Caller,
    db: WorkspaceDb,
    conversation: ConversationRecord,
    edit: { readonly text?: string; readonly replyToMessageId?: string | null },
  ): DraftRecord {
    const context = writeContext(deps, caller);
    const seenSeq = newestSeenSeq(db, conversation.id);
    const known = findOpenDraft(db, conversation.id);
    if (known) {
      updateDraft(db, context, known.id, {
        seenSeq,
        staffId: caller.staff.id,
        ...(edit.text === undefined ? {} : { text: edit.text }),
        ...(edit.replyToMessageId ? { replyToMessageId: edit.replyToMessageId } : {}),
      });
    } else {
      insertDraft(db, context, {
        id: deps.newId(),
        accountId: conversation.accountId,
        conversationId: conversation.id,
        replyToMessageId: edit.replyToMessageId ?? newestInbound(db, conversation.id)?.id ?? null,
        staffId: caller.staff.id,
        text: edit.text ?? '',
        seenSeq,
        createdAt: context.at,
        updatedAt: context.at,
        deletedAt: null,
      });
      if (!conversation.hasDraft) updateConversation(db, context, conversation.id, { hasDraft: true });
    }
    const written = findOpenDraft(db, conversation.id);
    if (!written) throw new Error('a draft that was just written is not there');
    return written;
  }
  function announce(db: WorkspaceDb, conversationId: string, isRowChanged: boolean): void {
    deps.emit('drafts:changed', { workspaceId: db.workspaceId, conversationId });
    if (isRowChanged)
      deps.emit('conversations:changed', { workspaceId: db.workspaceId, conversationIds: [conversationId] });
  }
  /** Changes one image of an open draft. */
  function onAttachment(
    caller: Caller,
    workspaceId: string,
    attachmentId: string,
    edit: { readonly alt: string } | { readonly deletedAt: number },
  ): Result<Draft> {
    const file = deps.files.open(workspaceId);
    if (!file.ok) return file;
    const db = file.value;
    const attachment = findAttachment(db, attachmentId);
    const draft = attachment?.draftId ? findDraft(db, attachment.draftId) : undefined;
    if (!draft || draft.deletedAt !== null) return err(appError('not_found', 'There is no such image.'));
    inTransaction(db, () => updateAttachment(db, writeContext(deps, caller), attachmentId, edit));
    announce(db, draft.conversationId, false);
    return ok(view(db, draft));
  }

  return {
    get(workspaceId, conversationId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const draft = findOpenDraft(file.value, conversationId);
      return ok(draft ? view(file.value, draft) : null);
    },
    save(caller, workspaceId, conversationId, text, replyToMessageId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const conversation = findConversation(db, conversationId);
      if (!conversation) return noConversation();
      const written = inTransaction(db, () => write(caller, db, conversation, { text, replyToMessageId }));
      announce(db, conversationId, !conversation.hasDraft);
      return ok(view(db, written));
    },
    discard(caller, workspaceId, conversationId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const draft = findOpenDraft(db, conversationId);
      if (!draft) return ok(null);
      const context = writeContext(deps, caller);
      inTransaction(db, () => {
        updateDraft(db, context, draft.id, { deletedAt: context.at, text: '' });
        updateConversation(db, context, conversationId, { hasDraft: false });
      });
      announce(db, conversationId, true);
      return ok(null);
    },
    async attach(caller, workspaceId, conversationId, image) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const conversation = findConversation(db, conversationId);
      const account = conversation && findAccount(db, conversation.accountId);
      if (!conversation || !account) return noConversation();
      const { images } = account.capabilities;
      if (!images || (conversation.kind === 'direct' && !images.inDirect)) {
        return err(appError('unsupported', 'This network takes no images here.', { reason: 'no_images' }));
      }
      const bytes = Buffer.from(image.base64, 'base64');
      const problem = imageProblem(bytes, image.mime, images);
      if (problem) return err(appError('validation_failed', 'This image cannot be used.', { reason: problem }));
      const open = findOpenDraft(db, conversationId);
      if (open && listDraftAttachments(db, open.id).length >= images.maxCount) {
        return err(
          appError('validation_failed', 'There are as many images as the network takes.', {
            reason: 'too_many_images',
          }),
        );
      }
      const contentHash = await media.put(workspaceId, bytes);
      const draft = inTransaction(db, () => {
        const written = write(caller, db, conversation, {});
        const context = writeContext(deps, caller);
        insertAttachment(db, context, {
          id: deps.newId(),
          messageId: null,
          draftId: written.id,
          remoteId: null,
          remoteUrl: null,
          name: image.name,
          mime: image.mime,
          alt: image.alt,
          sizeBytes: bytes.byteLength,
          contentHash,
          position: listDraftAttachments(db, written.id).length,
          updatedAt: context.at,
          deletedAt: null,
        });
        return written;
      });
      announce(db, conversationId, !conversation.hasDraft);
      return ok(view(db, draft));
    },
    setAlt: (caller, workspaceId, attachmentId, alt) => onAttachment(caller, workspaceId, attachmentId, { alt }),
    detach: (caller, workspaceId, attachmentId) =>
      onAttachment(caller, workspaceId, attachmentId, { deletedAt: deps.clock.now() }),
    check(workspaceId, conversationId, text) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const conversation = findConversation(file.value, conversationId);
      const account = conversation && findAccount(file.value, conversation.accountId);
      if (!conversation || !account) return noConversation();
      const limits = conversation.kind === 'direct' ? account.capabilities.directText : account.capabilities.publicText;
      return ok({
        otherBrands: [...findOtherBrands(text, workspaceId, workspaces.brands())],
        counters: measureText(text, limits).map(({ unit, used, max }) => ({ unit, used, max })),
        isTooLong: isTooLong(text, limits),
      });
    },
  };
}

/** An image is what its first bytes say, whatever its name or type claims. */
function imageProblem(
  bytes: Uint8Array,
  mime: string,
  images: { readonly maxBytes: number; readonly mimeTypes: readonly string[] },
): string | null {
  if (bytes.byteLength === 0) return 'image_empty';
  if (bytes.byteLength > images.maxBytes) return 'image_too_large';
  if (!images.mimeTypes.includes(mime) || sniff(bytes) !== mime) return 'image_type';
  return null;
}

function sniff(bytes: Uint8Array): string | null {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.slice(from, to));
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 4) === 'GIF8') return 'image/gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  return null;
}
