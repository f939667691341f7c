import { z } from 'zod';
import { done, id, nothing, time } from './fields';
import type { FeatureContract } from './operation';

const skipped = z.object({ line: z.number().int(), reason: z.string() });
const importReport = z.object({
  importId: id,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  linesRead: z.number().int(),
  workspaces: z.number().int(),
  conversationsAdded: z.number().int(),
  messagesAdded: z.number().int(),
  messagesKnown: z.number().int(),
  skippedCount: z.number().int(),
  skipped: z.array(skipped).max(200),
  error: z.string().nullable(),
});

const backup = z.object({
  /** The folder; below it the databases lie as in the profile. */
  path: z.string(),
  kind: z.enum(['manual', 'daily']),
  createdAt: time,
  files: z.number().int(),
  sizeBytes: z.number().int(),
});

/** Bringing conversations in and taking them out; safety copies; reports on the app itself. */
export const transferContract = {
  'import.preview': {
    summary: 'Reads a JSON Lines file and says what an import would do',
    access: 'lead',
    input: z.object({ path: z.string().min(1) }),
    output: z.object({
      sizeBytes: z.number().int(),
      linesRead: z.number().int(),
      conversations: z.number().int(),
      messages: z.number().int(),
      workspaces: z.array(z.object({ name: z.string(), conversations: z.number().int(), exists: z.boolean() })),
      skippedCount: z.number().int(),
      skipped: z.array(skipped).max(200),
      isTruncated: z.boolean(),
    }),
  },
  'import.conversations': {
    summary: 'Imports a JSON Lines file; the same file again adds nothing. With wait, answers at the end',
    access: 'lead',
    input: z.object({ path: z.string().min(1), wait: z.boolean().default(true) }),
    output: importReport,
  },
  'import.status': {
    summary: 'How an import stands',
    access: 'lead',
    input: z.object({ importId: id }),
    output: importReport,
  },
  'import.cancel': {
    summary: 'Stops an import; what is in stays',
    access: 'lead',
    input: z.object({ importId: id }),
    output: done,
  },
  'export.conversations': {
    summary: 'Writes the conversations of a workspace as JSON Lines, in the format that import reads',
    access: 'lead',
    input: z.object({ workspaceId: id, path: z.string().min(1) }),
    output: z.object({
      path: z.string(),
      conversations: z.number().int(),
      messages: z.number().int(),
      sizeBytes: z.number().int(),
    }),
  },
  'backup.create': {
    summary: 'Copies every database of the profile into its backups folder and checks the copy',
    access: 'lead',
    input: nothing,
    output: backup,
  },
  'backup.list': {
    summary: 'Backups of this profile, newest first: those made by hand and the last seven daily ones',
    access: 'lead',
    input: nothing,
    output: z.array(backup),
  },
  'backup.status': {
    summary: 'When the newest backup was made, and why the last daily one failed, if it did',
    access: 'read',
    input: nothing,
    output: z.object({
      lastAt: time.nullable(),
      failure: z.object({ at: time, reason: z.enum(['disk_full', 'disk', 'internal']) }).nullable(),
    }),
  },
  'diagnostics.report': {
    summary: 'Versions, counts, states and recent incidents, with no token, text or name in it',
    access: 'read',
    input: nothing,
    output: z.object({ text: z.string() }),
  },
} satisfies FeatureContract;
