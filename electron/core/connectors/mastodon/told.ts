import { connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import { plainError } from './errors';
import { notificationPage } from './figures';
import type { Listed } from './mention-run';
import type { Paging } from './paging';
import { entries, notification, status as statusSchema, type Status } from './schemas';
import { countSkipped, type LinkTools } from './tools';

/** Something that the server told the account about. */
export interface Told extends Listed {
  /** Null for an entry that brings no message: of another type, or unreadable. */
  readonly status: Status | null;
}

export interface ToldPage {
  readonly items: readonly Told[];
  readonly paging: Paging;
}

const wantedTypes = ['mention', 'quote'];

/** One page of what the server told the account about. Those whom a policy of the account keeps back are among them. */
export async function listTold(
  tools: LinkTools,
  query: Readonly<Record<string, string | number>>,
  signal: AbortSignal,
): Promise<ConnectorResult<ToldPage>> {
  const traits = await tools.traits();
  if (!traits.ok) return traits;
  // A name that a server does not know makes some of them refuse the whole list.
  const types = traits.value.hasQuotes ? wantedTypes : ['mention'];
  const answer = await tools.api.get(
    '/api/v1/notifications',
    { types, include_filtered: true, limit: notificationPage, ...query },
    entries,
    signal,
  );
  if (!answer.ok) return { ok: false, error: plainError(answer.error) };
  const { items, skipped } = parseEach(notification, answer.value);
  let unreadable = skipped;
  const told = items.map(({ id, type, created_at: at, status }): Told => {
    const parsed = wantedTypes.includes(type) ? statusSchema.safeParse(status) : null;
    if (parsed?.success === false && status !== null && status !== undefined) unreadable += 1;
    return { id, at: at ?? tools.clock.now(), status: parsed?.success === true ? parsed.data : null };
  });
  countSkipped(tools, 'mentions', unreadable);
  return connectorOk({ items: told, paging: answer.paging });
}
