import { z } from 'zod';
import { conversationRow } from './conversations';
import { cursor, id, inWorkspace, page, pageSize, time } from './fields';
import type { FeatureContract } from './operation';

export const contact = z.object({
  id,
  workspaceId: id,
  name: z.string(),
  note: z.string(),
  language: z.string().nullable(),
  firstSeenAt: time,
  lastSeenAt: time,
  conversationCount: z.number().int(),
  identities: z.array(
    z.object({
      network: z.string(),
      remoteId: z.string(),
      handle: z.string(),
      displayName: z.string(),
      url: z.string().nullable(),
    }),
  ),
});

/** People who write to a brand. */
export const contactsContract = {
  'contacts.list': {
    summary: 'Contacts of a workspace, last seen first, folded search by name or handle',
    access: 'read',
    input: inWorkspace.extend({ query: z.string().max(200).default(''), cursor, limit: pageSize }),
    output: page(contact),
  },
  'contacts.get': {
    summary: 'One contact',
    access: 'read',
    input: inWorkspace.extend({ contactId: id }),
    output: contact,
  },
  'contacts.conversations': {
    summary: 'Conversations with a contact, newest first',
    access: 'read',
    input: inWorkspace.extend({ contactId: id, cursor, limit: pageSize }),
    output: page(conversationRow),
  },
  'contacts.update': {
    summary: 'Changes what the agency keeps on a contact',
    access: 'work',
    input: inWorkspace.extend({
      contactId: id,
      note: z.string().max(5000).optional(),
      language: z.string().max(12).nullable().optional(),
    }),
    output: contact,
  },
  'contacts.merge': {
    summary: 'Joins a contact into another: one person on two networks',
    access: 'work',
    input: inWorkspace.extend({ contactId: id, intoContactId: id }),
    output: contact,
  },
} satisfies FeatureContract;
