import type { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from './errors';

/**
 * Reads a successful answer as JSON. A page of HTML with status 200 (captive portal, proxy), a redirect, an empty or a
 * cut body are `garbage`: the account is marked, nothing is guessed. Never throws.
 */
export async function readJson(response: Response): Promise<ConnectorResult<unknown>> {
  const networkCode = String(response.status);
  if (response.status < 200 || response.status > 299) return connectorErr('garbage', { networkCode });
  try {
    const text = await response.text();
    if (/^\s*</.test(text)) return connectorErr('garbage', { networkCode: 'html' });
    return connectorOk(JSON.parse(text) as unknown);
  } catch {
    return connectorErr('garbage', { networkCode: 'json' });
  }
}

/** The shape that the connector needs, or `garbage`. */
export function parseAs<S extends z.ZodType>(schema: S, value: unknown): ConnectorResult<z.output<S>> {
  const parsed = schema.safeParse(value);
  return parsed.success ? connectorOk(parsed.data) : connectorErr('garbage', { networkCode: 'shape' });
}

/** Entries of a list that have the shape; the others are left out and counted, so that one bad entry hides no good one. */
export function parseEach<S extends z.ZodType>(
  schema: S,
  values: readonly unknown[],
): { readonly items: readonly z.output<S>[]; readonly skipped: number } {
  const items: z.output<S>[] = [];
  for (const value of values) {
    const parsed = schema.safeParse(value);
    if (parsed.success) items.push(parsed.data);
  }
  return { items, skipped: values.length - items.length };
}

/** readJson and parseAs in one. */
export async function readAs<S extends z.ZodType>(
  schema: S,
  response: Response,
): Promise<ConnectorResult<z.output<S>>> {
  const json = await readJson(response);
  return json.ok ? parseAs(schema, json.value) : json;
}
