import { z } from 'zod';

/**
 * One line of an import or export file: one conversation. Described for people in docs/import-format.md. Times are
 * ISO 8601 or ms since 1970 UTC; ids are the network's own, or anything that stays the same from file to file.
 */
const at = z.union([z.number().int().min(0), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);

const person = z.object({
  id: z.string().min(1).max(500).optional(),
  handle: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
});

export const importLine = z.object({
  workspace: z.object({ name: z.string().trim().min(1).max(80) }),
  account: z.object({
    network: z.string().min(1).max(40),
    handle: z.string().min(1).max(500),
    id: z.string().min(1).max(500).optional(),
  }),
  conversation: z.object({
    id: z.string().min(1).max(500),
    kind: z.enum(['direct', 'comment', 'mention', 'review']),
    contact: person,
    url: z.url().nullish(),
    labels: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
  }),
  messages: z
    .array(
      z.object({
        id: z.string().min(1).max(500),
        from: z.enum(['customer', 'brand']),
        /** Who wrote it, where that is neither the contact nor the brand account. */
        author: person.optional(),
        text: z.string().max(12_000_000),
        at,
        inReplyTo: z.string().max(500).nullish(),
        url: z.url().nullish(),
      }),
    )
    .min(1)
    .max(100_000),
});

export type ImportLine = z.output<typeof importLine>;

/** A parsed line, or why it was skipped, in a form that names the field but never its content. */
export function readImportLine(text: string): { ok: true; value: ImportLine } | { ok: false; reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not_json' };
  }
  const parsed = importLine.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `field ${issue?.path.map(String).join('.') || 'line'}: ${issue?.code ?? 'wrong'}` };
}
