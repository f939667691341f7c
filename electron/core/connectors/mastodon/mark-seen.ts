import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseEach } from '../core/read-json';
import type { ReplyTarget } from '../core/types';
import { pathId } from './client';
import { parseConversationId } from './conversation-id';
import { plainError } from './errors';
import { listPage, markerTries } from './figures';
import { isNewer } from './ids';
import { listTold } from './told';
import { messageData } from './outbound';
import { fullHandle } from './people';
import { account, conversation, entries, markers, nothing } from './schemas';
import type { LinkTools } from './tools';

/** Marks the server's own conversations among the same people, of which there is one per thread. */
async function markConversations(
  { api, reader }: LinkTools,
  people: readonly string[],
  signal: AbortSignal,
): Promise<ConnectorResult<null>> {
  const answer = await api.get('/api/v1/conversations', { limit: listPage }, entries, signal);
  if (!answer.ok) return { ok: false, error: plainError(answer.error) };
  const wanted = new Set(people);
  for (const { id, unread, accounts } of parseEach(conversation, answer.value).items) {
    const named = parseEach(account, accounts).items.map(({ acct }) => fullHandle(acct, reader.domain).toLowerCase());
    if (!unread || named.length !== wanted.size || !named.every((handle) => wanted.has(handle))) continue;
    const marked = await api.post(`/api/v1/conversations/${pathId(id)}/read`, null, nothing, { signal });
    // Removed in the meantime: nothing is unread there.
    if (!marked.ok && marked.error.kind !== 'target_gone') return { ok: false, error: plainError(marked.error) };
  }
  return connectorOk(null);
}

/** The notification that told of a message: kept with it, else looked for among the newest. Null: none did. */
async function notificationOf(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<string | null>> {
  const kept = messageData(target)?.notificationId ?? null;
  if (kept !== null || target.message === null) return connectorOk(kept);
  const statusId = target.message.remoteId;
  const told = await listTold(tools, {}, signal);
  if (!told.ok) return told;
  return connectorOk(told.value.items.find(({ status }) => status?.id === statusId)?.id ?? null);
}

/**
 * One place up to which all notifications count as read: it only moves forward, so that reading an old conversation makes
 * nothing unread again. The server answers 409 where somebody else moved it at the same moment.
 */
async function moveMarker({ api }: LinkTools, id: string, signal: AbortSignal): Promise<ConnectorResult<null>> {
  for (let tries = 1; ; tries += 1) {
    const before = await api.get('/api/v1/markers', { timeline: ['notifications'] }, markers, signal);
    if (!before.ok) return { ok: false, error: plainError(before.error) };
    const readId = before.value.notifications?.last_read_id;
    if (readId !== undefined && !isNewer(id, readId)) return connectorOk(null);
    const answer = await api.post('/api/v1/markers', { notifications: { last_read_id: id } }, nothing, { signal });
    if (answer.ok) return connectorOk(null);
    if (answer.error.status !== 409) return { ok: false, error: plainError(answer.error) };
    if (tries === markerTries) return connectorErr('transient', { networkCode: '409' });
  }
}

/** Tells the server that a conversation was read. */
export async function markSeen(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<null>> {
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  if (key.kind === 'direct') return markConversations(tools, key.people, signal);
  const id = await notificationOf(tools, target, signal);
  if (!id.ok) return id;
  return id.value === null ? connectorOk(null) : moveMarker(tools, id.value, signal);
}
