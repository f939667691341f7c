import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { attachments, drafts, messages } from '../schema';
import { logChange, type WorkspaceDb } from '../workspace-db';

export type DraftRecord = typeof drafts.$inferSelect;
export type AttachmentRecord = typeof attachments.$inferSelect;

/** The open draft of a conversation. */
export const findOpenDraft = (db: WorkspaceDb, conversationId: string): DraftRecord | undefined =>
  db.orm
    .select()
    .from(drafts)
    .where(and(eq(drafts.conversationId, conversationId), isNull(drafts.deletedAt)))
    .get();

export const findDraft = (db: WorkspaceDb, id: string): DraftRecord | undefined =>
  db.orm.select().from(drafts).where(eq(drafts.id, id)).get();

export function insertDraft(db: WorkspaceDb, context: WriteContext, record: DraftRecord): void {
  db.orm.insert(drafts).values(record).run();
  logChange(db, context, 'drafts', record.id, '*');
}

/** Account and conversation of a draft cannot be changed: they are not among the columns that this takes. */
export function updateDraft(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<Pick<DraftRecord, 'text' | 'replyToMessageId' | 'seenSeq' | 'deletedAt' | 'staffId'>>,
): void {
  db.orm
    .update(drafts)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(drafts.id, id))
    .run();
  logChange(db, context, 'drafts', id, Object.keys(edit).join(','));
}

export const listDraftAttachments = (db: WorkspaceDb, draftId: string): readonly AttachmentRecord[] =>
  db.orm
    .select()
    .from(attachments)
    .where(and(eq(attachments.draftId, draftId), isNull(attachments.deletedAt)))
    .orderBy(asc(attachments.position))
    .all();

export const findAttachment = (db: WorkspaceDb, id: string): AttachmentRecord | undefined =>
  db.orm.select().from(attachments).where(eq(attachments.id, id)).get();

export const listMessageAttachments = (db: WorkspaceDb, messageId: string): readonly AttachmentRecord[] =>
  db.orm
    .select()
    .from(attachments)
    .where(and(eq(attachments.messageId, messageId), isNull(attachments.deletedAt)))
    .orderBy(asc(attachments.position))
    .all();

/** Inserts an attachment; the same remote attachment of the same message again changes nothing. */
export function insertAttachment(db: WorkspaceDb, context: WriteContext, record: AttachmentRecord): void {
  db.orm.insert(attachments).values(record).onConflictDoNothing().run();
  logChange(db, context, 'attachments', record.id, '*');
}

export function updateAttachment(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<
    Pick<AttachmentRecord, 'alt' | 'contentHash' | 'sizeBytes' | 'mime' | 'deletedAt' | 'messageId' | 'draftId'>
  >,
): void {
  db.orm
    .update(attachments)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(attachments.id, id))
    .run();
  logChange(db, context, 'attachments', id, Object.keys(edit).join(','));
}

/** Attachments of these conversations whose bytes are not here and are not known to be larger than `maxBytes`; newest first. */
export const listMissingMedia = (
  db: WorkspaceDb,
  conversationIds: readonly string[],
  maxBytes: number,
): readonly AttachmentRecord[] =>
  db.orm
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(
      and(
        inArray(messages.conversationId, [...conversationIds]),
        isNull(attachments.contentHash),
        isNull(attachments.deletedAt),
        isNotNull(attachments.remoteUrl),
        lte(attachments.sizeBytes, maxBytes),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(200)
    .all()
    .map((row) => row.attachment);
