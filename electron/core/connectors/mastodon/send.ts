import { isTooLong } from '@shared/domain/text-counter';
import { connectorErr, connectorOk, type ConnectorError, type ConnectorResult } from '../core/errors';
import type { OutgoingItem, ReplyTarget, SendOutcome } from '../core/types';
import { parseConversationId } from './conversation-id';
import { plainError, type ApiError } from './errors';
import { isOwn } from './inbound';
import { addressed, messageData, recipientsFor } from './outbound';
import { webAddress } from './people';
import { readThreadAt } from './reading';
import { status as statusSchema } from './schemas';
import { statusesOf } from './thread';
import type { LinkTools } from './tools';
import { refusalOf, uploadImages } from './upload';
import { answerVisibility } from './visibility';

const failed = (error: ConnectorError): SendOutcome => ({ kind: 'failed', error: plainError(error) });

/**
 * What is answered: the message, or, where a thread is written to as a whole, the person's newest message in it. Null: a
 * private conversation without a message to answer begins a thread of its own.
 */
async function answeredId(
  tools: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<string | null>> {
  if (target.message !== null) return connectorOk(target.message.remoteId);
  const key = parseConversationId(target.conversationRemoteId);
  if (key === null) return connectorErr('invalid', { networkCode: 'conversation' });
  if (key.kind === 'direct') return connectorOk(null);
  const thread = await readThreadAt(tools, key.rootId, signal);
  if (!thread.ok) return thread;
  if (thread.value === null) return connectorErr('target_gone');
  const theirs = statusesOf(thread.value).filter(({ account }) => account.id === key.contactId);
  const newest = theirs.toSorted((left, right) => left.created_at - right.created_at).at(-1);
  return connectorOk((newest ?? thread.value.status).id);
}

/** The server's words name its limit in whatever language the account reads. */
const namesLimit = ({ words }: ApiError, limit: number): boolean => new RegExp(`(^|\\D)${limit}(\\D|$)`).test(words);

/** How a refused or unanswered call ends: `unknown` where the server may have published all the same. */
export function outcomeOf(error: ApiError, limit: number, hasImages: boolean): SendOutcome {
  if (error.isAmbiguous) return { kind: 'unknown', error: plainError(error) };
  if (error.status === 422 && namesLimit(error, limit)) return failed({ kind: 'too_long', networkCode: '422' });
  if (error.status === 422 && hasImages && /media|image|file|attach/i.test(error.words))
    return failed({ kind: 'media_rejected', networkCode: '422' });
  // A page instead of the API's own answer: nothing was taken, and it passes.
  if (error.kind === 'garbage') return failed({ kind: 'transient', networkCode: String(error.status) });
  return failed(error);
}

/**
 * Publishes an answer. The item's key goes along, so that a second call within the hour gets the first one's status
 * instead of a new one. Nothing is tried again here.
 */
export async function send(tools: LinkTools, item: OutgoingItem, signal: AbortSignal): Promise<SendOutcome> {
  const { account, api, reader } = tools;
  const { target } = item;
  const isDirect = target.kind === 'direct';
  const { images, directText, publicText } = account.capabilities;
  const limits = isDirect ? directText : publicText;
  const traits = await tools.traits();
  if (!traits.ok) return failed(traits.error);
  const text = addressed(item.text, recipientsFor(target, reader.domain), reader.domain);
  if (isTooLong(text, limits)) return failed({ kind: 'too_long' });
  const refusal = refusalOf(item.images, images);
  if (refusal !== null) return failed({ kind: 'media_rejected', networkCode: refusal });
  const answered = await answeredId(tools, target, signal);
  if (!answered.ok) return failed(answered.error);
  const uploaded = await uploadImages(tools, item.images, signal);
  if (!uploaded.ok) return failed(uploaded.error);
  const visibility = isDirect
    ? 'direct'
    : answerVisibility(messageData(target)?.visibility ?? null, target.visibility, traits.value.blursDirect);
  const answer = await api.post(
    '/api/v1/statuses',
    {
      status: text,
      visibility,
      ...(answered.value === null ? {} : { in_reply_to_id: answered.value }),
      ...(uploaded.value.length === 0 ? {} : { media_ids: uploaded.value }),
    },
    statusSchema,
    { signal, headers: { 'idempotency-key': item.key } },
  );
  if (!answer.ok) return outcomeOf(answer.error, limits[0]?.max ?? 0, item.images.length > 0);
  const { value: status } = answer;
  // Not ours: whoever answered, it was not the server that the item is for.
  if (!isOwn(status, reader)) return { kind: 'unknown', error: { kind: 'garbage', networkCode: 'author' } };
  return {
    kind: 'sent',
    message: { remoteId: status.id, text: item.text, createdAt: status.created_at, url: webAddress(status.url) },
  };
}
