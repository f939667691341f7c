import { z } from 'zod';
import { cursor, id, kind, page, pageSize, status, time } from './fields';
import type { FeatureContract } from './operation';

export const searchHit = z.object({
  workspaceId: id,
  conversationId: id,
  /** Null where the contact's name or handle was hit. */
  messageId: id.nullable(),
  network: z.string(),
  kind,
  status,
  contactName: z.string(),
  contactHandle: z.string(),
  isOutbound: z.boolean(),
  text: z.string(),
  /** What to mark in `text`, UTF-16 offsets. */
  marks: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  createdAt: time,
});

/** Search over one brand or all. */
export const searchContract = {
  'search.query': {
    summary: 'Messages by words, prefixes, "phrases" and from: is: network: label: before: after:, newest first',
    access: 'read',
    input: z.object({ workspaceId: id.nullable().default(null), query: z.string().max(500), cursor, limit: pageSize }),
    output: page(searchHit).extend({ problems: z.array(z.string()) }),
  },
} satisfies FeatureContract;
