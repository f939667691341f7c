import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { InboundEvent, PullPage, RemoteContact } from '../core/types';
import { webProfile } from './addresses';
import { chatEventOf } from './chat-inbound';
import { readChatState, startListing, type ChatState } from './chat-run';
import { chatMessageId } from './conversation-id';
import { convosPerPull, overlapMs, pageSize } from './figures';
import { chatMessage, convo, convoAnswer, convoList, logEntry, logList, messageList, type Convo } from './schemas';
import type { LinkTools } from './tools';

export const ownContact = ({ did, account }: LinkTools): RemoteContact => ({
  remoteId: did,
  handle: account.handle,
  displayName: account.handle,
  url: webProfile(account.handle),
});

/** A conversation with its members; asked for once. Null where it is gone. */
export async function findConvo(
  { xrpc, convos }: LinkTools,
  convoId: string,
  signal: AbortSignal,
): Promise<ConnectorResult<Convo | null>> {
  const known = convos.get(convoId);
  if (known !== undefined) return connectorOk(known);
  const answer = await xrpc.get('chat.bsky.convo.getConvo', { convoId }, convoAnswer, { signal, toChat: true });
  if (!answer.ok) return answer.error.kind === 'target_gone' ? connectorOk(null) : answer;
  convos.set(convoId, answer.value.convo);
  return connectorOk(answer.value.convo);
}

const countSkipped = ({ logger }: LinkTools, count: number): void => {
  if (count > 0) logger.warn('entries of the wrong shape left out', { network: 'bluesky', stream: 'chat', count });
};

const isDeleted = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  '$type' in message &&
  message.$type === 'chat.bsky.convo.defs#deletedMessageView';

const isSystem = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  '$type' in message &&
  message.$type === 'chat.bsky.convo.defs#systemMessageView';

type Listing = NonNullable<ChatState['listing']>;

/** One page of the list of conversations: which of them have something newer than the floor. */
const listConvos = async (
  tools: LinkTools,
  log: string | null,
  listing: Listing,
  signal: AbortSignal,
): Promise<ConnectorResult<{ readonly log: string | null; readonly listing: Listing }>> => {
  const answer = await tools.xrpc.get(
    'chat.bsky.convo.listConvos',
    { limit: pageSize, cursor: listing.page ?? undefined },
    convoList,
    { signal, toChat: true },
  );
  if (!answer.ok) return answer;
  const { items, skipped } = parseEach(convo, answer.value.convos);
  countSkipped(tools, skipped);
  for (const one of items) tools.convos.set(one.id, one);
  const recent = items.filter((one) => {
    const last = Date.parse(one.lastMessage?.sentAt ?? '');
    return Number.isNaN(last) || last >= listing.floor;
  });
  // The log is read from the newest change that the list showed; what happens meanwhile comes through the log.
  const newest = items.reduce<string | null>((most, { rev }) => (most === null || rev > most ? rev : most), null);
  const next = answer.value.cursor ?? null;
  const isListed = next === null || items.length === 0 || next === listing.page || recent.length === 0;
  return connectorOk({
    log: listing.page === null ? (newest ?? log) : log,
    listing: {
      ...listing,
      page: next,
      isListed,
      left: [...listing.left, ...recent.map((one) => ({ id: one.id, page: null }))],
    },
  });
};

/** One page of a conversation's messages, and whether older ones within reach are left. */
const messagesPage = async (
  tools: LinkTools,
  { id, page }: Listing['left'][number],
  floor: number,
  signal: AbortSignal,
): Promise<ConnectorResult<{ readonly events: readonly InboundEvent[]; readonly next: string | null }>> => {
  const found = await findConvo(tools, id, signal);
  if (!found.ok) return found;
  if (found.value === null) return connectorOk({ events: [], next: null });
  const answer = await tools.xrpc.get(
    'chat.bsky.convo.getMessages',
    { convoId: id, limit: pageSize, cursor: page ?? undefined },
    messageList,
    { signal, toChat: true },
  );
  if (!answer.ok) return answer.error.kind === 'target_gone' ? connectorOk({ events: [], next: null }) : answer;
  const readable = answer.value.messages.filter((message) => !isDeleted(message) && !isSystem(message));
  const { items, skipped } = parseEach(chatMessage, readable);
  countSkipped(tools, skipped);
  const own = ownContact(tools);
  const inReach = items.filter((message) => Date.parse(message.sentAt) >= floor);
  const next = answer.value.cursor ?? null;
  const isDone = next === page || answer.value.messages.length === 0 || inReach.length < items.length;
  const convoFound = found.value;
  return connectorOk({
    events: inReach.toReversed().map((message) => chatEventOf(message, convoFound, own)),
    next: isDone ? null : next,
  });
};

const pullListing = async (
  tools: LinkTools,
  state: ChatState,
  listing: Listing,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> => {
  let { log } = state;
  let at = listing;
  if (!at.isListed) {
    const listed = await listConvos(tools, log, at, signal);
    if (!listed.ok) return listed;
    ({ log, listing: at } = listed.value);
  }
  const events: InboundEvent[] = [];
  const left = [...at.left];
  for (let call = 0; call < convosPerPull; call += 1) {
    const [first] = left;
    if (first === undefined) break;
    const page = await messagesPage(tools, first, at.floor, signal);
    if (!page.ok) return page;
    events.push(...page.value.events);
    left.shift();
    if (page.value.next !== null) left.unshift({ id: first.id, page: page.value.next });
  }
  const isDone = at.isListed && left.length === 0;
  const next: ChatState = {
    v: 1,
    log,
    coveredTo: isDone ? at.startedAt : state.coveredTo,
    listing: isDone ? null : { ...at, left },
  };
  return connectorOk({
    events,
    cursor: JSON.stringify(next),
    // The log follows at once: it holds what came while the list was read.
    hasMore: true,
    covered: isDone ? { fromAt: at.floor, toAt: at.startedAt } : null,
    gaps: [],
  });
};

const logEvents = async (
  tools: LinkTools,
  logs: readonly unknown[],
  signal: AbortSignal,
): Promise<ConnectorResult<readonly InboundEvent[]>> => {
  const { items, skipped } = parseEach(logEntry, logs);
  countSkipped(tools, skipped);
  const events: InboundEvent[] = [];
  for (const { $type, convoId, message } of items) {
    const kind = $type.split('#')[1];
    if (convoId === undefined) continue;
    // Members or state may have changed: the conversation is asked for again when it is next needed.
    if (kind !== 'logCreateMessage' && kind !== 'logDeleteMessage') {
      if (kind !== 'logReadMessage' && kind !== 'logReadConvo') tools.convos.delete(convoId);
      continue;
    }
    if (kind === 'logDeleteMessage' || isDeleted(message)) {
      const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
      if (typeof id === 'string')
        events.push({ type: 'delete', remoteMessageId: chatMessageId(convoId, id), at: tools.clock.now() });
      continue;
    }
    const parsed = chatMessage.safeParse(message);
    if (!parsed.success) {
      countSkipped(tools, 1);
      continue;
    }
    const found = await findConvo(tools, convoId, signal);
    if (!found.ok) return found;
    if (found.value !== null) events.push(chatEventOf(parsed.data, found.value, ownContact(tools)));
  }
  return connectorOk(events);
};

const pullLog = async (tools: LinkTools, state: ChatState, signal: AbortSignal): Promise<ConnectorResult<PullPage>> => {
  const now = tools.clock.now();
  const answer = await tools.xrpc.get('chat.bsky.convo.getLog', { cursor: state.log ?? undefined }, logList, {
    signal,
    toChat: true,
  });
  if (!answer.ok) {
    if (answer.error.kind !== 'invalid' || state.log === null) return answer;
    // The network no longer knows this place in its log: everything since is read from the conversations instead.
    const again = startListing(now, (state.coveredTo ?? now) - overlapMs);
    return connectorOk({ events: [], cursor: JSON.stringify(again), hasMore: true, covered: null, gaps: [] });
  }
  const events = await logEvents(tools, answer.value.logs, signal);
  if (!events.ok) return events;
  const log = answer.value.cursor ?? state.log;
  const hasMore = answer.value.logs.length > 0 && log !== state.log;
  const fromAt = state.coveredTo ?? now;
  return connectorOk({
    events: events.value,
    cursor: JSON.stringify({ ...state, log, coveredTo: hasMore ? state.coveredTo : now } satisfies ChatState),
    hasMore,
    covered: hasMore || fromAt > now ? null : { fromAt, toAt: now },
    gaps: [],
  });
};

/** Direct messages: at first every conversation, then the service's log. */
export async function pullChat(
  tools: LinkTools,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const state = readChatState(cursor, tools.clock.now());
  const page =
    state.listing === null
      ? await pullLog(tools, state, signal)
      : await pullListing(tools, state, state.listing, signal);
  if (page.ok || page.error.kind !== 'permission') return page;
  return connectorErr('permission', { networkCode: 'direct_not_permitted' });
}

/** Messages of conversations further back, with a cursor of its own. */
export async function backfillChat(
  tools: LinkTools,
  cursor: string | null,
  untilAt: number,
  signal: AbortSignal,
): Promise<ConnectorResult<PullPage>> {
  const now = tools.clock.now();
  const state = cursor === null ? startListing(now, untilAt) : readChatState(cursor, now);
  if (state.listing === null)
    return connectorOk({ events: [], cursor: JSON.stringify(state), hasMore: false, covered: null, gaps: [] });
  const page = await pullListing(tools, state, state.listing, signal);
  return page.ok ? connectorOk({ ...page.value, hasMore: page.value.covered === null }) : page;
}
