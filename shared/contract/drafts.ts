import { z } from 'zod';
import { done, id, inConversation, inWorkspace, time } from './fields';
import type { FeatureContract } from './operation';

export const draftAttachment = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  sizeBytes: z.number().int(),
  alt: z.string(),
});

/** A draft is bound for its life to workspace, channel account and conversation. */
export const draft = z.object({
  id,
  workspaceId: id,
  accountId: id,
  conversationId: id,
  replyToMessageId: id.nullable(),
  text: z.string(),
  attachments: z.array(draftAttachment),
  updatedAt: time,
});

export const brandMark = z.object({
  /** Offsets in the text, UTF-16. */
  from: z.number().int(),
  to: z.number().int(),
  text: z.string(),
  otherWorkspaceName: z.string(),
  kind: z.enum(['name', 'handle', 'domain', 'hashtag']),
});

/** Texts being written. */
export const draftsContract = {
  'drafts.get': {
    summary: 'The draft of a conversation; null where there is none',
    access: 'read',
    input: inConversation,
    output: draft.nullable(),
  },
  'drafts.save': {
    summary: 'Saves what is being written; the first save binds it',
    access: 'work',
    input: inConversation.extend({ text: z.string().max(100_000), replyToMessageId: id.nullable().default(null) }),
    output: draft,
  },
  'drafts.discard': { summary: 'Throws a draft away', access: 'work', input: inConversation, output: done },
  'drafts.attach': {
    summary: 'Adds an image to a draft',
    access: 'work',
    input: inConversation.extend({
      name: z.string().max(200),
      mime: z.string(),
      base64: z.string().max(30_000_000),
      alt: z.string().max(10_000).default(''),
    }),
    output: draft,
  },
  'drafts.setAlt': {
    summary: 'Sets the alt text of an image',
    access: 'work',
    input: inWorkspace.extend({ attachmentId: id, alt: z.string().max(10_000) }),
    output: draft,
  },
  'drafts.detach': {
    summary: 'Takes an image off a draft',
    access: 'work',
    input: inWorkspace.extend({ attachmentId: id }),
    output: draft,
  },
  'drafts.check': {
    summary: 'What holds a text before it is sent: other brands named in it, limits of the network',
    access: 'read',
    input: inConversation.extend({ text: z.string().max(100_000) }),
    output: z.object({
      otherBrands: z.array(brandMark),
      counters: z.array(z.object({ unit: z.string(), used: z.number().int(), max: z.number().int() })),
      isTooLong: z.boolean(),
    }),
  },
} satisfies FeatureContract;
