import { z } from 'zod';
import { conversationStatuses } from '@shared/domain/conversation';

const triageState = z.object({
  id: z.string(),
  status: z.enum(conversationStatuses),
  snoozedUntil: z.number().nullable(),
  assigneeId: z.string().nullable(),
  unreadCount: z.number(),
  labelIds: z.array(z.string()),
});

const payload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('triage'), before: z.array(triageState) }),
  /** `deletedBefore`: what undoing brings the note back to. */
  z.object({ kind: z.literal('note'), noteId: z.string(), conversationId: z.string(), deletedBefore: z.boolean() }),
]);

/** What a conversation was before a change. */
export type TriageState = z.output<typeof triageState>;
export type UndoPayload = z.output<typeof payload>;

/** Reads what was stored for undoing. */
export const readUndo = (stored: unknown): UndoPayload => payload.parse(stored);
