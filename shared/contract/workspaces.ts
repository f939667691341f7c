import { z } from 'zod';
import { colour, done, id, inWorkspace, nothing, time } from './fields';
import type { FeatureContract } from './operation';

export const publicIdentity = z.object({
  kind: z.enum(['name', 'handle', 'domain', 'hashtag']),
  value: z.string().trim().min(1).max(200),
});

export const workspace = z.object({
  id,
  name: z.string(),
  colour,
  monogram: z.string(),
  /** Data URL of at most 64 KB; null shows the monogram. */
  logo: z.string().nullable(),
  position: z.number().int(),
  timezone: z.string(),
  /** Main language of the brand, BCP 47. */
  language: z.string(),
  /** Time a reply waits before it leaves, so that it can be recalled, ms. */
  recallMs: z.number().int(),
  archivedAt: time.nullable(),
  identities: z.array(publicIdentity),
  counts: z.object({ open: z.number().int(), unread: z.number().int(), held: z.number().int() }),
});

const editable = z.object({
  name: z.string().trim().min(1).max(80),
  colour,
  monogram: z.string().trim().min(1).max(3),
  logo: z
    .string()
    .max(90_000)
    .regex(/^data:image\/(png|jpeg|webp);base64,/)
    .nullable(),
  timezone: z.string().min(1).max(64),
  language: z.string().min(2).max(12),
  recallMs: z.number().int().min(0).max(120_000),
  identities: z.array(publicIdentity).max(200),
});

/** Client brands' rooms. */
export const workspacesContract = {
  'workspaces.list': {
    summary: 'Workspaces in the order of the rail, with their counts',
    access: 'read',
    input: z.object({ includeArchived: z.boolean().default(false) }),
    output: z.array(workspace),
  },
  'workspaces.get': { summary: 'One workspace', access: 'read', input: inWorkspace, output: workspace },
  'workspaces.create': {
    summary: 'Makes a workspace with a file of its own',
    access: 'lead',
    input: editable.partial().required({ name: true }),
    output: workspace,
  },
  'workspaces.update': {
    summary: 'Changes a workspace; keys left out stay',
    access: 'lead',
    input: editable.partial().extend({ workspaceId: id }),
    output: workspace,
  },
  'workspaces.reorder': {
    summary: 'Sets the order of the rail',
    access: 'work',
    input: z.object({ workspaceIds: z.array(id).max(1000) }),
    output: done,
  },
  'workspaces.archive': {
    summary: 'Takes a workspace off the rail and stops its sync; nothing is deleted',
    access: 'lead',
    input: inWorkspace,
    output: workspace,
  },
  'workspaces.restore': {
    summary: 'Brings an archived workspace back',
    access: 'lead',
    input: inWorkspace,
    output: workspace,
  },
  'workspaces.total': {
    summary: 'Counts over all workspaces',
    access: 'read',
    input: nothing,
    output: z.object({
      open: z.number().int(),
      unread: z.number().int(),
      held: z.number().int(),
      queued: z.number().int(),
    }),
  },
} satisfies FeatureContract;
