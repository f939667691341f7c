import { z } from 'zod';
import {
  cursor,
  done,
  id,
  inConversation,
  inWorkspace,
  networkAction,
  outboxState,
  page,
  pageSize,
  time,
  undoable,
} from './fields';
import type { FeatureContract } from './operation';

export const attachment = z.object({
  id,
  mime: z.string(),
  alt: z.string(),
  sizeBytes: z.number().int(),
  /** False where the bytes are not on this machine (too large, refused, gone). */
  isAvailable: z.boolean(),
});

/** One entry of a thread: a message in or out, or a note that never leaves. */
export const threadEntry = z.object({
  id,
  type: z.enum(['inbound', 'outbound', 'note']),
  authorName: z.string(),
  authorHandle: z.string(),
  text: z.string(),
  createdAt: time,
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
  revisionCount: z.number().int(),
  attachments: z.array(attachment),
  isHidden: z.boolean(),
  isLiked: z.boolean(),
  /** Only for what we sent: its state in the outbox; null for what came back from the network alone. */
  outboxState: outboxState.nullable(),
  outboxItemId: id.nullable(),
  /** Written with the network's own app or another tool. */
  isFromElsewhere: z.boolean(),
  url: z.string().nullable(),
});

/** Threads: messages, notes, and actions on the network. */
export const messagesContract = {
  'messages.list': {
    summary: 'One page of a thread, newest page first, entries in order of time inside it',
    access: 'read',
    input: inConversation.extend({ cursor, limit: pageSize }),
    output: page(threadEntry),
  },
  'messages.revisions': {
    summary: 'Earlier texts of an edited message, oldest first',
    access: 'read',
    input: inWorkspace.extend({ messageId: id }),
    output: z.array(z.object({ text: z.string(), seenAt: time })),
  },
  'messages.media': {
    summary: 'The bytes of an attachment, as base64',
    access: 'read',
    input: inWorkspace.extend({ attachmentId: id }),
    output: z.object({ mime: z.string(), base64: z.string() }),
  },
  'messages.addNote': {
    summary: 'Writes an internal note; it is never sent',
    access: 'work',
    input: inConversation.extend({ text: z.string().trim().min(1).max(10_000) }),
    output: undoable.extend({ noteId: id }),
  },
  'messages.deleteNote': {
    summary: 'Deletes a note',
    access: 'work',
    input: inWorkspace.extend({ noteId: id }),
    output: undoable,
  },
  'messages.act': {
    summary: 'An action on the network: like, hide, mute, block, report, delete own; only those the account offers',
    access: 'work',
    input: inConversation.extend({
      action: networkAction,
      messageId: id.nullable().default(null),
      reason: z.string().max(1000).optional(),
    }),
    output: done,
  },
} satisfies FeatureContract;
