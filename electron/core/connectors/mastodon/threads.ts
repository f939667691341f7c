import { connectorOk, type ConnectorResult } from '../core/errors';
import type { InboundEvent, PullPage } from '../core/types';
import { listPage, ownPages, threadsPerPull, vanishedPerRun } from './figures';
import { eventsOf, isOwn } from './inbound';
import { goneAmong, readOwnPage, readThreadAt } from './reading';
import { foundInThread, statusesOf } from './thread';
import { ownState, ownToRead, readThreadsState, sinceOf, type OwnListed, type ThreadsState } from './thread-run';
import type { LinkTools } from './tools';

interface OwnList {
  readonly statuses: readonly OwnListed[];
  /** Down to here the list is whole. */
  readonly oldest: number;
}

const listOwnStatuses = async (
  tools: LinkTools,
  since: number,
  signal: AbortSignal,
): Promise<ConnectorResult<OwnList>> => {
  const statuses: OwnListed[] = [];
  let maxId: string | null = null;
  for (let page = 0; page < ownPages; page += 1) {
    const answer: Awaited<ReturnType<typeof readOwnPage>> = await readOwnPage(tools, maxId, listPage, signal);
    if (!answer.ok) return answer;
    const { items, older } = answer.value;
    for (const one of items)
      statuses.push({
        id: one.id,
        isReply: one.in_reply_to_id !== null,
        replies: one.replies_count,
        writtenAt: one.created_at,
        editedAt: one.edited_at,
      });
    const oldest = Math.min(...items.map((one) => one.created_at));
    if (items.length === 0 || older === null || older === maxId || oldest < since)
      return connectorOk({ statuses, oldest: since });
    maxId = older;
  }
  return connectorOk({ statuses, oldest: Math.max(since, ...statuses.slice(-1).map((one) => one.writtenAt)) });
};

interface Begun {
  readonly events: readonly InboundEvent[];
  readonly state: ThreadsState;
}

/** Lists what is recent and decides what to read again. */
const begin = async (
  tools: LinkTools,
  before: ThreadsState,
  now: number,
  signal: AbortSignal,
): Promise<ConnectorResult<Begun>> => {
  const since = sinceOf(before, now);
  const own = await listOwnStatuses(tools, since, signal);
  if (!own.ok) return own;
  const state = ownState(own.value.statuses);
  const missing = Object.entries(before.own).filter(([id, { t }]) => state[id] === undefined && t > own.value.oldest);
  const goneOwn = await goneAmong(
    tools,
    missing.slice(0, vanishedPerRun).map(([id]) => id),
    signal,
  );
  if (!goneOwn.ok) return goneOwn;
  // Some own statuses are posts above conversations, some are messages in them; what it is not changes nothing.
  const events = goneOwn.value.flatMap((id): readonly InboundEvent[] => [
    { type: 'delete', remoteMessageId: id, at: now },
    { type: 'post_delete', remotePostId: id, at: now },
  ]);
  return connectorOk({
    events,
    state: {
      ...before,
      own: { ...state, ...Object.fromEntries(missing.slice(vanishedPerRun)) },
      run: {
        startedAt: now,
        since: Math.max(since, own.value.oldest),
        left: [...ownToRead(before, own.value.statuses, now)],
      },
    },
  });
};

/**
 * Own recent threads, read again: finds answers that name nobody, those that the brand gave outside the app, and what of
 * the brand's own was edited or deleted. A few threads at each pull.
 */
export async function pullThreads(
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const now = tools.clock.now();
  let state = readThreadsState(cursor);
  const events: InboundEvent[] = [];
  if (state.run === null) {
    const begun = await begin(tools, state, now, signal);
    if (!begun.ok) return begun;
    events.push(...begun.value.events);
    ({ state } = begun.value);
  }
  const run = state.run ?? { startedAt: now, since: now, left: [] };
  let left = run.left;
  for (let count = 0; count < threadsPerPull && left[0] !== undefined; count += 1) {
    const [id] = left;
    const thread = await readThreadAt(tools, id, signal);
    if (!thread.ok) return thread;
    left = left.slice(1);
    if (thread.value === null) continue;
    for (const found of foundInThread(thread.value, tools.reader)) events.push(...eventsOf(found, tools.reader));
    // An own answer that this thread showed needs no reading of its own.
    const shown = new Set(
      statusesOf(thread.value)
        .filter((one) => isOwn(one, tools.reader) && one.in_reply_to_id !== null)
        .map((one) => one.id),
    );
    if (thread.value.status.in_reply_to_id === null) left = left.filter((other) => !shown.has(other));
  }
  const isDone = left.length === 0;
  const next: ThreadsState = isDone
    ? { ...state, lastRunAt: run.startedAt, run: null }
    : { ...state, run: { ...run, left } };
  return connectorOk({
    events,
    cursor: JSON.stringify(next),
    hasMore: !isDone,
    covered: isDone && run.since <= run.startedAt ? { fromAt: run.since, toAt: run.startedAt } : null,
    gaps: [],
  });
}
