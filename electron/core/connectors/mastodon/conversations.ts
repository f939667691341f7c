import { connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { InboundEvent, PullPage } from '../core/types';
import {
  beginListing,
  readConversationState,
  takePage,
  type ConversationRun,
  type ConversationState,
  type ListedConversation,
} from './conversation-run';
import { plainError } from './errors';
import { listPage, threadsPerPull } from './figures';
import { eventsOf } from './inbound';
import { readThreadAt } from './reading';
import { conversation, entries, status as statusSchema } from './schemas';
import { foundInThread } from './thread';
import { countSkipped, type LinkTools } from './tools';

interface Page {
  readonly items: readonly ListedConversation[];
  readonly older: string | null;
  /** The server cut the list and does not say how it goes on. */
  readonly isCut: boolean;
}

/** One page of the list. A conversation whose messages are all gone has nothing to tell. */
async function listConversations(
  tools: LinkTools,
  maxId: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<Page>> {
  const answer = await tools.api.get(
    '/api/v1/conversations',
    { limit: listPage, max_id: maxId ?? undefined },
    entries,
    signal,
  );
  if (!answer.ok) return { ok: false, error: plainError(answer.error) };
  const { items, skipped } = parseEach(conversation, answer.value);
  let unreadable = skipped;
  const listed = items.flatMap(({ id, last_status: last }): readonly ListedConversation[] => {
    if (last === null || last === undefined) return [];
    const parsed = statusSchema.safeParse(last);
    if (!parsed.success) {
      unreadable += 1;
      return [];
    }
    const { id: lastId, created_at: lastAt, edited_at: editedAt } = parsed.data;
    return [{ id, lastId, lastAt, editedAt }];
  });
  countSkipped(tools, 'conversations', unreadable);
  const { older } = answer.paging;
  return connectorOk({ items: listed, older, isCut: older === null && answer.value.length >= listPage });
}

/** The private messages around one of them. */
async function messagesAround(
  tools: LinkTools,
  statusId: string,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly InboundEvent[]>> {
  const thread = await readThreadAt(tools, statusId, signal);
  if (!thread.ok) return thread;
  if (thread.value === null) return connectorOk([]);
  const found = foundInThread(thread.value, tools.reader).filter(({ status }) => status.visibility === 'direct');
  return connectorOk(found.flatMap((one) => eventsOf(one, tools.reader)));
}

async function pullFrom(
  tools: LinkTools,
  before: ConversationState,
  started: ConversationRun,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  let at = before;
  let run = started;
  const gaps: PullPage['gaps'][number][] = [];
  if (!run.isListed) {
    const page = await listConversations(tools, run.page, signal);
    if (!page.ok) return page;
    ({ state: at, run } = takePage(at, run, page.value.items, page.value.older));
    const oldest = Math.min(run.startedAt, ...page.value.items.map(({ lastAt }) => lastAt));
    if (page.value.isCut && oldest > run.floor && before.coveredTo === null)
      gaps.push({ fromAt: run.floor, toAt: oldest, reason: 'page_limit', isRefillable: false });
  }
  const events: InboundEvent[] = [];
  for (const id of run.left.slice(0, threadsPerPull)) {
    const messages = await messagesAround(tools, id, signal);
    if (!messages.ok) return messages;
    events.push(...messages.value);
  }
  const left = run.left.slice(threadsPerPull);
  const isDone = run.isListed && left.length === 0;
  const fromAt = before.coveredTo ?? run.floor;
  const next: ConversationState = isDone
    ? { ...at, coveredTo: run.startedAt, run: null }
    : { ...at, run: { ...run, left } };
  const isSpan = isDone && fromAt <= run.startedAt;
  return connectorOk({
    events,
    cursor: JSON.stringify(next),
    hasMore: !isDone,
    covered: isSpan ? { fromAt, toAt: run.startedAt } : null,
    gaps,
  });
}

/** Private conversations: those whose last message changed, with the thread around it. */
export function pullConversations(
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const at = readConversationState(cursor);
  return pullFrom(tools, at, beginListing(at, tools.clock.now()), signal);
}

/** The same list down to `untilAt`, with a cursor of its own. */
export async function backfillConversations(
  tools: LinkTools,
  cursor: string | null,
  untilAt: number,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const at = readConversationState(cursor);
  if (at.coveredTo !== null)
    return connectorOk({ events: [], cursor: JSON.stringify(at), hasMore: false, covered: null, gaps: [] });
  return pullFrom(tools, at, beginListing(at, tools.clock.now(), untilAt), signal);
}
