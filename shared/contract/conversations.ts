import { z } from 'zod';
import { viewFilter } from './agency';
import {
  cursor,
  done,
  id,
  inConversation,
  inWorkspace,
  kind,
  outboxState,
  page,
  pageSize,
  status,
  time,
  undoable,
} from './fields';
import type { FeatureContract } from './operation';

export const label = z.object({ id, name: z.string(), colour: z.string() });

export const conversationRow = z.object({
  id,
  workspaceId: id,
  accountId: id,
  network: z.string(),
  accountHandle: z.string(),
  kind,
  status,
  contactId: id,
  contactName: z.string(),
  contactHandle: z.string(),
  preview: z.string(),
  isPreviewOutbound: z.boolean(),
  lastMessageAt: time,
  unreadCount: z.number().int(),
  assigneeId: id.nullable(),
  labels: z.array(label),
  snoozedUntil: time.nullable(),
  hasDraft: z.boolean(),
  /** State of the newest outbox item that has not been sent; null where there is none. */
  outbox: outboxState.nullable(),
  isTargetDeleted: z.boolean(),
});

export const post = z.object({
  authorName: z.string(),
  authorHandle: z.string(),
  isOwn: z.boolean(),
  text: z.string(),
  createdAt: time,
  url: z.string().nullable(),
  isDeleted: z.boolean(),
});

export const conversation = conversationRow.extend({
  /** The post that a comment, mention or quote is about. */
  post: post.nullable(),
  /** Who can read an answer. */
  visibility: z.enum(['public', 'unlisted', 'followers', 'direct']),
  url: z.string().nullable(),
  isMuted: z.boolean(),
  isContactBlocked: z.boolean(),
  otherConversations: z.number().int(),
});

const many = inWorkspace.extend({ conversationIds: z.array(id).min(1).max(500) });

/** The desk: lists, state and triage of conversations. */
export const conversationsContract = {
  'conversations.list': {
    summary: 'One page of the desk, newest first, over one workspace or all',
    access: 'read',
    input: z.object({
      workspaceId: id.nullable().default(null),
      filter: viewFilter.default({}),
      cursor,
      limit: pageSize,
    }),
    output: page(conversationRow),
  },
  'conversations.counts': {
    summary: 'How many conversations each quick filter holds',
    access: 'read',
    input: z.object({ workspaceId: id.nullable().default(null) }),
    output: z.object({
      open: z.number().int(),
      unread: z.number().int(),
      mine: z.number().int(),
      direct: z.number().int(),
      comment: z.number().int(),
      mention: z.number().int(),
      review: z.number().int(),
      drafts: z.number().int(),
      snoozed: z.number().int(),
    }),
  },
  'conversations.get': { summary: 'One conversation', access: 'read', input: inConversation, output: conversation },
  'conversations.setStatus': {
    summary: 'Opens, resolves or sets conversations to pending',
    access: 'work',
    input: many.extend({ status: z.enum(['open', 'pending', 'resolved']) }),
    output: undoable,
  },
  'conversations.snooze': {
    summary: 'Puts conversations away until a time; a new message brings them back',
    access: 'work',
    input: many.extend({ until: time }),
    output: undoable,
  },
  'conversations.assign': {
    summary: 'Assigns conversations to a member of staff, or to nobody',
    access: 'work',
    input: many.extend({ staffId: id.nullable() }),
    output: undoable,
  },
  'conversations.setLabels': {
    summary: 'Adds and removes labels by name; a new name makes a label',
    access: 'work',
    input: many.extend({
      add: z.array(z.string().trim().min(1).max(40)).default([]),
      remove: z.array(z.string()).default([]),
    }),
    output: undoable,
  },
  'conversations.markRead': { summary: 'Marks conversations as read', access: 'work', input: many, output: undoable },
  'conversations.markUnread': {
    summary: 'Marks conversations as unread',
    access: 'work',
    input: many,
    output: undoable,
  },
  'conversations.undo': {
    summary: 'Takes a change of status, snooze, assignee, labels, read mark or note back',
    access: 'work',
    input: inWorkspace.extend({ undoId: id }),
    output: done,
  },
  'conversations.listLabels': {
    summary: 'Labels of a workspace',
    access: 'read',
    input: inWorkspace,
    output: z.array(label),
  },
} satisfies FeatureContract;
