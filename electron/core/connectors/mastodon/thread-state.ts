import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { InboundEvent, ReplyTarget, SentMessage, ThreadState } from '../core/types';
import { parseConversationId } from './conversation-id';
import { listPage, ownListed } from './figures';
import { conversationOf, eventsOf, isOwn, type FoundStatus } from './inbound';
import { listTold } from './told';
import { webAddress } from './people';
import { readOwnPage, readThreadAt } from './reading';
import type { Status } from './schemas';
import { textOf, type Reader } from './status-text';
import { foundInThread, statusesOf, type Thread } from './thread';
import type { LinkTools } from './tools';

/** The thread of a first post and, where that does not show it, the message itself with what is around it. */
async function readThreads(
  tools: LinkTools,
  rootId: string | null,
  targetId: string | null,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly Thread[]>> {
  const threads: Thread[] = [];
  if (rootId !== null) {
    const whole = await readThreadAt(tools, rootId, signal);
    if (!whole.ok) return whole;
    if (whole.value !== null) threads.push(whole.value);
  }
  const shown = threads.flatMap(statusesOf);
  const target = shown.find(({ id }) => id === targetId);
  // Some servers show one level of answers only, and say that there are more.
  const hasMore =
    target !== undefined && target.replies_count > 0 && !shown.some((one) => one.in_reply_to_id === targetId);
  if (targetId !== null && (target === undefined || hasMore)) {
    const around = await readThreadAt(tools, targetId, signal);
    if (!around.ok) return around;
    if (around.value !== null) threads.push(around.value);
  }
  return connectorOk(threads);
}

/** Newest private messages of the person, in whatever thread: each of them may have begun one of its own. */
async function newestFrom(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly Status[]>> {
  const told = await listTold(tools, { account_id: target.contact.remoteId }, signal);
  if (!told.ok) return told;
  return connectorOk(
    told.value.items.flatMap(({ status }) =>
      status !== null && status.visibility === 'direct' && status.account.id === target.contact.remoteId
        ? [status]
        : [],
    ),
  );
}

/** The thread as it is now: around the message answered, and from the thread's first post down. */
export async function readThread(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<ThreadState>> {
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  const targetId = target.message?.remoteId ?? null;
  const threads = await readThreads(tools, key.kind === 'thread' ? key.rootId : null, targetId, signal);
  if (!threads.ok) return threads;
  const found = new Map<string, FoundStatus>();
  // The message answered was told to the account, whatever its text says.
  const told = new Set(targetId === null ? [] : [targetId]);
  for (const thread of threads.value)
    for (const one of foundInThread(thread, tools.reader, told))
      if (!found.has(one.status.id)) found.set(one.status.id, one);
  if (key.kind === 'direct') {
    const newest = await newestFrom(tools, target, signal);
    if (!newest.ok) return newest;
    for (const status of newest.value)
      if (!found.has(status.id)) found.set(status.id, { status, root: status, contact: target.contact });
  }
  const wantedId = targetId ?? (key.kind === 'thread' ? key.rootId : null);
  const isThere = (id: string): boolean =>
    threads.value.some((thread) => statusesOf(thread).some((status) => status.id === id));
  const isTargetGone = wantedId !== null && !isThere(wantedId);
  const gone: readonly InboundEvent[] =
    isTargetGone && targetId !== null ? [{ type: 'delete', remoteMessageId: targetId, at: tools.clock.now() }] : [];
  return connectorOk({
    events: [...[...found.values()].flatMap((one) => eventsOf(one, tools.reader)), ...gone],
    isTargetGone,
    canReply: !isTargetGone,
  });
}

export const sentMessage = (status: Status, reader: Reader): SentMessage => ({
  remoteId: status.id,
  text: textOf(status, reader),
  createdAt: status.created_at,
  url: webAddress(status.url),
});

/**
 * Own answers in a conversation, newest first: from the thread around the message answered, and from the account's own
 * newest statuses, which its server knows at once.
 */
export async function listOwn(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly SentMessage[]>> {
  const { reader } = tools;
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  const own = new Map<string, Status>();
  /** What an answer in this conversation can be an answer to. */
  const within = new Set<string>();
  const startId = target.message?.remoteId ?? (key.kind === 'thread' ? key.rootId : null);
  if (startId !== null) {
    within.add(startId);
    const thread = await readThreadAt(tools, startId, signal);
    if (!thread.ok) return thread;
    const found = thread.value === null ? [] : foundInThread(thread.value, reader, within);
    for (const one of found) {
      if (conversationOf(one, reader).remoteId !== target.conversationRemoteId) continue;
      within.add(one.status.id);
      if (isOwn(one.status, reader)) own.set(one.status.id, one.status);
    }
  }
  const page = await readOwnPage(tools, null, listPage, signal);
  if (!page.ok) return page;
  for (const status of page.value.items) {
    const isDirect = status.visibility === 'direct';
    const belongs = isDirect
      ? conversationOf({ status, root: status, contact: target.contact }, reader).remoteId ===
        target.conversationRemoteId
      : status.in_reply_to_id !== null && within.has(status.in_reply_to_id);
    if (belongs && isDirect === (key.kind === 'direct')) own.set(status.id, status);
  }
  return connectorOk(
    [...own.values()]
      .toSorted((left, right) => right.created_at - left.created_at)
      .slice(0, ownListed)
      .map((status) => sentMessage(status, reader)),
  );
}
