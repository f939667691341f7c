import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { InboundEvent, PullPage } from '../core/types';
import { pageSize } from './figures';
import { eventsOf, rootUriOf, type FoundPost } from './inbound';
import {
  advance,
  beginRun,
  forget,
  readNotificationState,
  type NotificationRun,
  type NotificationState,
} from './notification-run';
import { contactOf } from './people';
import { readPosts, readThreadAt, withContext } from './reading';
import { notification, notificationList, type Notification } from './schemas';
import type { LinkTools } from './tools';

const reasons = ['mention', 'reply', 'quote'];

/** A post from its notification alone: for one that the server cannot show as a post (yet). */
const postFrom = ({ uri, cid, author, record, indexedAt }: Notification): FoundPost['post'] => ({
  uri,
  cid,
  author,
  record,
  indexedAt,
});

interface Listed {
  readonly wanted: readonly Notification[];
  readonly oldest: number | null;
  readonly next: string | null;
}

const listPage = async (
  { xrpc, logger, onReadUpTo }: LinkTools,
  page: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<Listed>> => {
  const answer = await xrpc.get(
    'app.bsky.notification.listNotifications',
    { limit: pageSize, reasons, cursor: page ?? undefined },
    notificationList,
    { signal },
  );
  if (!answer.ok) return answer;
  const { items, skipped } = parseEach(notification, answer.value.notifications);
  if (skipped > 0)
    logger.warn('entries of the wrong shape left out', { network: 'bluesky', stream: 'notifications', count: skipped });
  for (const item of items) if (item.isRead) onReadUpTo(Date.parse(item.indexedAt));
  const times = items.map((item) => Date.parse(item.indexedAt));
  return connectorOk({
    // An older server may not know the filter and list everything.
    wanted: items.filter((item) => reasons.includes(item.reason)),
    oldest: times.length === 0 ? null : Math.min(...times),
    next: answer.value.cursor ?? null,
  });
};

const eventsFor = async (
  { xrpc, did }: LinkTools,
  listed: readonly Notification[],
  signal: AbortSignal,
): Promise<ConnectorResult<readonly InboundEvent[]>> => {
  const posts = await readPosts(xrpc, [...listed.map((item) => item.uri), ...listed.map(rootUriOf)], signal);
  if (!posts.ok) return posts;
  const found = listed
    .filter((item) => item.author.did !== did)
    .map((item): FoundPost => {
      const post = posts.value.get(item.uri) ?? postFrom(item);
      return { post, root: posts.value.get(rootUriOf(post)) ?? null, quoted: null, contact: contactOf(post.author) };
    });
  const whole = await withContext(xrpc, found, did, signal);
  return whole.ok ? connectorOk(whole.value.flatMap((one) => eventsOf(one, did))) : whole;
};

/** Of messages that are no longer listed, those that are truly gone: a mute or a block takes them off the list as well. */
const goneOf = async (
  { xrpc }: LinkTools,
  uris: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const present = await readPosts(xrpc, uris, signal);
  if (!present.ok) return [];
  const gone: string[] = [];
  for (const uri of uris) {
    if (present.value.has(uri)) continue;
    const thread = await readThreadAt(xrpc, uri, signal, { depth: 0, parentHeight: 0 });
    if (thread.ok && thread.value.kind === 'gone') gone.push(uri);
  }
  return gone;
};

const pageFrom = async (
  tools: LinkTools,
  before: NotificationState,
  run: NotificationRun,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> => {
  let current = run;
  let listed = await listPage(tools, current.page, signal);
  if (!listed.ok && listed.error.kind === 'invalid' && current.page !== null) {
    // The network forgot this place in the list: the run starts again from the top, down to the same floor.
    current = { ...current, page: null };
    listed = await listPage(tools, null, signal);
  }
  if (!listed.ok) return listed;
  const { wanted, oldest, next } = listed.value;
  const inReach = wanted.filter((item) => Date.parse(item.indexedAt) >= current.floor);
  const known = new Set(before.known.map((entry) => entry.u));
  const events = await eventsFor(
    tools,
    inReach.filter((item) => !known.has(item.uri)),
    signal,
  );
  if (!events.ok) return events;
  const entries = inReach.map((item) => ({ u: item.uri, t: Date.parse(item.indexedAt) }));
  const advanced = advance(before, current, { entries, oldest, next });
  const gone = await goneOf(tools, advanced.vanished, signal);
  const at = tools.clock.now();
  return connectorOk({
    events: [...events.value, ...gone.map((uri): InboundEvent => ({ type: 'delete', remoteMessageId: uri, at }))],
    cursor: JSON.stringify(forget(advanced.state, gone)),
    hasMore: !advanced.isDone,
    covered: advanced.isDone ? { fromAt: current.floor, toAt: current.startedAt } : null,
    gaps: [],
  });
};

/** Mentions, answers and quotes: newest first, down to what is known and a stretch further. */
export function pullNotifications(
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const before = readNotificationState(cursor);
  return pageFrom(tools, before, beginRun(before, tools.clock.now()), signal);
}

/** The same list, further back: page by page down to `untilAt`, with a cursor of its own. */
export async function backfillNotifications(
  tools: LinkTools,
  cursor: string | null,
  untilAt: number,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const before = readNotificationState(cursor);
  const now = tools.clock.now();
  if (untilAt >= now) return connectorErr('invalid', { networkCode: 'until' });
  return pageFrom(tools, before, { ...beginRun(before, now), floor: untilAt, unmet: [] }, signal);
}
