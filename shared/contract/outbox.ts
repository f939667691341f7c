import { z } from 'zod';
import { holdReasons } from '../domain/conversation';
import { brandMark } from './drafts';
import { cursor, id, inConversation, inWorkspace, outboxState, page, pageSize, time } from './fields';
import type { FeatureContract } from './operation';

export const outboxItem = z.object({
  id,
  workspaceId: id,
  accountId: id,
  accountHandle: z.string(),
  network: z.string(),
  conversationId: id,
  contactName: z.string(),
  messageId: id,
  text: z.string(),
  state: outboxState,
  holdReason: z.enum(holdReasons).nullable(),
  /** What to show beside the reason: the marked words, the other text found on the network, the new message. */
  holdDetails: z
    .object({
      marks: z.array(brandMark).optional(),
      foundText: z.string().optional(),
      count: z.number().int().optional(),
      identity: z.string().optional(),
    })
    .nullable(),
  errorReason: z.string().nullable(),
  attempts: z.number().int(),
  queuedAt: time,
  /** Until then it can be recalled and nothing leaves. */
  leavesAt: time,
  nextAttemptAt: time.nullable(),
  sentAt: time.nullable(),
  staffId: id,
});

const one = inWorkspace.extend({ itemId: id });

/** Replies on their way out: once, from the right account, never silently lost. */
export const outboxContract = {
  'outbox.send': {
    summary: 'Queues the draft of a conversation; the reply is bound to workspace, account and conversation as given',
    access: 'work',
    input: inConversation.extend({
      accountId: id,
      draftId: id,
      /** Text as it stood on screen; refused with `conflict` where the saved draft differs. */
      text: z.string().min(1).max(100_000),
      resolve: z.boolean().default(false),
    }),
    output: outboxItem,
  },
  'outbox.list': {
    summary: 'Items that are not sent yet, or all, newest first, over one workspace or all',
    access: 'read',
    input: z.object({
      workspaceId: id.nullable().default(null),
      states: z.array(outboxState).optional(),
      cursor,
      limit: pageSize,
    }),
    output: page(outboxItem),
  },
  'outbox.get': { summary: 'One item', access: 'read', input: one, output: outboxItem },
  'outbox.recall': {
    summary: 'Takes a reply back before it leaves; its text returns as the draft',
    access: 'work',
    input: one,
    output: outboxItem,
  },
  'outbox.edit': {
    summary: 'Changes the text of a reply that has not left',
    access: 'work',
    input: one.extend({ text: z.string().min(1).max(100_000) }),
    output: outboxItem,
  },
  'outbox.release': {
    summary: 'Lets a held reply go all the same, after a person has seen why it was held',
    access: 'work',
    input: one.extend({ reason: z.enum(holdReasons) }),
    output: outboxItem,
  },
  'outbox.retry': {
    summary: 'Tries a failed or waiting item again now',
    access: 'work',
    input: one,
    output: outboxItem,
  },
  'outbox.check': {
    summary: 'Looks on the network whether an unknown item arrived',
    access: 'work',
    input: one,
    output: outboxItem,
  },
  'outbox.settle': {
    summary: 'A person decides on an item whose outcome is unknown: it arrived, or it did not and is queued again',
    access: 'work',
    input: one.extend({ arrived: z.boolean() }),
    output: outboxItem,
  },
  'outbox.discard': {
    summary: 'Gives a reply up; its text returns as the draft',
    access: 'work',
    input: one,
    output: outboxItem,
  },
} satisfies FeatureContract;
