import { z } from 'zod';
import {
  channelStates,
  conversationKinds,
  conversationStatuses,
  networkActions,
  outboxStates,
  staffRoles,
} from '../domain/conversation';

/** Building blocks that several features share. Times are ms since 1970 UTC. */
export const id = z.string().min(1).max(64);
export const time = z.number().int();
export const cursor = z.string().max(400).nullable().default(null);
export const pageSize = z.number().int().min(1).max(200).default(50);
export const kind = z.enum(conversationKinds);
export const status = z.enum(conversationStatuses);
export const outboxState = z.enum(outboxStates);
export const channelState = z.enum(channelStates);
export const role = z.enum(staffRoles);
export const networkAction = z.enum(networkActions);
export const colour = z.string().regex(/^#[0-9a-f]{6}$/);
export const nothing = z.object({});
export const done = z.object({ done: z.literal(true) });
/** What undoes the change just made; null where there is nothing to undo. */
export const undoable = z.object({ undoId: id.nullable() });
export const inWorkspace = z.object({ workspaceId: id });
export const inConversation = z.object({ workspaceId: id, conversationId: id });

/** One page of a list and the cursor of the next; null at the end. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const textLimit = z.object({
  unit: z.enum(['grapheme', 'utf8_byte', 'utf16', 'code_point', 'weighted']),
  max: z.number().int(),
  linkWeight: z.number().int().optional(),
  source: z.string(),
});

export const capabilities = z.object({
  publicText: z.array(textLimit),
  directText: z.array(textLimit),
  images: z
    .object({
      maxCount: z.number().int(),
      maxBytes: z.number().int(),
      mimeTypes: z.array(z.string()),
      maxAltLength: z.number().int(),
      inDirect: z.boolean(),
    })
    .nullable(),
  actions: z.array(networkAction),
  unavailable: z.array(z.object({ kind, reason: z.string() })),
});
