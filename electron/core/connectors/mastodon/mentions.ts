import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { PullPage } from '../core/types';
import { suspectPage } from './figures';
import { isNewer } from './ids';
import {
  advance,
  inOrder,
  queryFor,
  readMentionState,
  startMentions,
  walkDown,
  withPlace,
  type MentionState,
} from './mention-run';
import { isLookDue, lookAgain, remember } from './second-look';
import { takeIn } from './take-in';
import { listTold, type Told } from './told';
import type { LinkTools } from './tools';

/**
 * Whether a server skipped entries: it was asked for the oldest above an id and gave the newest. Asked only of pages that
 * could be a server's limit.
 */
async function hasHole(
  tools: LinkTools,
  high: string,
  wanted: readonly Told[],
  signal: AbortSignal,
): Promise<ConnectorResult<boolean>> {
  const [oldest] = wanted;
  if (oldest === undefined || wanted.length < suspectPage) return connectorOk(false);
  const between = await listTold(tools, { max_id: oldest.id, since_id: high, limit: 1 }, signal);
  if (!between.ok) return between;
  return connectorOk(between.value.items.some(({ id }) => isNewer(id, high) && isNewer(oldest.id, id)));
}

async function pullFrom(
  tools: LinkTools,
  state: MentionState,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const now = tools.clock.now();
  const listed = await listTold(tools, { ...queryFor(state) }, signal);
  if (!listed.ok) return listed;
  const { items, paging } = listed.value;
  const wanted = inOrder(state, items);
  if (state.walk === null && state.high !== null) {
    const hole = await hasHole(tools, state.high, wanted, signal);
    if (!hole.ok) return hole;
    if (hole.value) {
      const cursor = JSON.stringify(walkDown(state, now));
      return connectorOk({ events: [], cursor, hasMore: true, covered: null, gaps: [] });
    }
  }
  const taken = await takeIn(tools, wanted, signal);
  if (!taken.ok) return taken;
  const step = advance(state, items, wanted, taken.value.count, paging, now);
  let next = remember(step.state, wanted.slice(0, taken.value.count));
  const events = [...taken.value.events];
  if (step.isDone && isLookDue(next, now)) {
    const looked = await lookAgain(tools, next, now, signal);
    if (!looked.ok) return looked;
    events.push(...looked.value.events);
    next = looked.value.state;
  }
  return connectorOk({
    events,
    cursor: JSON.stringify(next),
    // While a walk went down, new entries may have come at the top.
    hasMore: !step.isDone || (state.walk !== null && step.state.high !== null),
    covered: step.covered,
    gaps: [],
  });
}

/** Mentions, comments and private messages: forward from what is known. */
export const pullMentions = (
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> => {
  const now = tools.clock.now();
  return pullFrom(tools, withPlace(readMentionState(cursor, now), now), signal);
};

/** The same list, further back: page by page down to `untilAt`, with a cursor of its own. */
export async function backfillMentions(
  tools: LinkTools,
  cursor: string | null,
  untilAt: number,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const now = tools.clock.now();
  if (untilAt >= now) return connectorErr('invalid', { networkCode: 'until' });
  const state = cursor === null ? startMentions(now, untilAt) : readMentionState(cursor, now);
  if (state.walk !== null) return pullFrom(tools, state, signal);
  // Reached before: going forward is not this cursor's work.
  return connectorOk({ events: [], cursor: JSON.stringify(state), hasMore: false, covered: null, gaps: [] });
}
