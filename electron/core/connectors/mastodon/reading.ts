import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import { pathId } from './client';
import { plainError } from './errors';
import { context, entries, status as statusSchema, type Status } from './schemas';
import type { Thread } from './thread';
import { countSkipped, type LinkTools } from './tools';

/** A status as it is now; null: the server says that it is not there, or not for this account. */
export async function readStatus(
  { api }: Pick<LinkTools, 'api'>,
  id: string,
  signal: AbortSignal,
): Promise<ConnectorResult<Status | null>> {
  const answer = await api.get(`/api/v1/statuses/${pathId(id)}`, {}, statusSchema, signal);
  if (answer.ok) return connectorOk(answer.value);
  if (answer.error.kind === 'target_gone') return connectorOk(null);
  return { ok: false, error: plainError(answer.error) };
}

/** Those that the server says are gone; of muted or blocked people a list shows nothing either, and they are not. */
export async function goneAmong(
  tools: Pick<LinkTools, 'api'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ConnectorResult<readonly string[]>> {
  const gone: string[] = [];
  for (const id of ids) {
    const found = await readStatus(tools, id, signal);
    // One that cannot be read is there.
    if (!found.ok && found.error.kind !== 'garbage') return found;
    if (found.ok && found.value === null) gone.push(id);
  }
  return connectorOk(gone);
}

/** What stands around a status; null where the status is gone. */
export async function readAround(
  tools: Pick<LinkTools, 'api' | 'logger'>,
  status: Status,
  signal: AbortSignal,
): Promise<ConnectorResult<Thread | null>> {
  const answer = await tools.api.get(`/api/v1/statuses/${pathId(status.id)}/context`, {}, context, signal);
  if (!answer.ok) {
    if (answer.error.kind === 'target_gone') return connectorOk(null);
    return { ok: false, error: plainError(answer.error) };
  }
  const ancestors = parseEach(statusSchema, answer.value.ancestors);
  const descendants = parseEach(statusSchema, answer.value.descendants);
  countSkipped(tools, 'thread', ancestors.skipped + descendants.skipped);
  return connectorOk({ ancestors: ancestors.items, status, descendants: descendants.items });
}

/** A status with its thread; null where it is gone. */
export async function readThreadAt(
  tools: Pick<LinkTools, 'api' | 'logger'>,
  id: string,
  signal: AbortSignal,
): Promise<ConnectorResult<Thread | null>> {
  const found = await readStatus(tools, id, signal);
  if (!found.ok) return found;
  return found.value === null ? connectorOk(null) : readAround(tools, found.value, signal);
}

/** Own statuses, newest first, one page; private ones are among them, since it is their author who asks. */
export async function readOwnPage(
  tools: LinkTools,
  maxId: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<ConnectorResult<{ readonly items: readonly Status[]; readonly older: string | null }>> {
  const answer = await tools.api.get(
    `/api/v1/accounts/${pathId(tools.reader.accountId)}/statuses`,
    { exclude_reblogs: true, limit, max_id: maxId ?? undefined },
    entries,
    signal,
  );
  if (!answer.ok) return { ok: false, error: plainError(answer.error) };
  const { items, skipped } = parseEach(statusSchema, answer.value);
  countSkipped(tools, 'own', skipped);
  if (answer.value.length > 0 && items.length === 0) return connectorErr('garbage', { networkCode: 'shape' });
  const written = items.filter(({ reblog }) => reblog === undefined || reblog === null);
  const { older, newer } = answer.paging;
  // A server that says how the list goes on above says so below as well, unless it ends there.
  const isEnd = older === null && newer !== null;
  return connectorOk({ items: written, older: isEnd ? null : (older ?? items.at(-1)?.id ?? null) });
}
