import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { OutgoingItem, ReplyTarget, SendOutcome, SentMessage } from '../core/types';
import { postCollection } from './at-uri';
import { parseConversationId } from './conversation-id';
import type { XrpcError } from './errors';
import { facetsOf, mentionedHandles } from './facets';
import { replyRecord, sentPost, type ReplyRefs, type UploadedImage } from './outbound';
import { readThreadAt } from './reading';
import { postRecord, recordAnswer, ref, resolvedHandle, uploadAnswer, writtenAnswer, type PostRecord } from './schemas';
import { isWithin } from './text-limits';
import { foundInThread } from './thread-tree';
import { itemSlots, tidForItem } from './tid';
import type { LinkTools } from './tools';

const failed = ({ kind, networkCode, retryAfterMs }: Omit<XrpcError, 'isAmbiguous'>): SendOutcome => ({
  kind: 'failed',
  error: {
    kind,
    ...(networkCode === undefined ? {} : { networkCode }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  },
});

/** `unknown` where the server may have carried the call out. */
export const outcomeOf = (error: XrpcError): SendOutcome => {
  const outcome = failed(error);
  return error.isAmbiguous && outcome.kind === 'failed' ? { ...outcome, kind: 'unknown' } : outcome;
};

/** DIDs of the people that a text mentions. A handle that nobody has stays text; trouble on the way is an error. */
export async function resolveMentions(
  { xrpc }: LinkTools,
  text: string,
  signal: AbortSignal,
): Promise<ConnectorResult<ReadonlyMap<string, string>>> {
  const dids = new Map<string, string>();
  for (const handle of mentionedHandles(text).slice(0, 20)) {
    const answer = await xrpc.get('com.atproto.identity.resolveHandle', { handle }, resolvedHandle, { signal });
    if (answer.ok) dids.set(handle, answer.value.did);
    else if (!['invalid', 'target_gone', 'unsupported'].includes(answer.error.kind)) return answer;
  }
  return connectorOk(dids);
}

/** What an answer refers to: as taken in with the message, or the person's newest message where a thread is written to. */
async function refsFor(
  { xrpc, did }: LinkTools,
  target: ReplyTarget,
  signal: AbortSignal,
): Promise<ConnectorResult<ReplyRefs>> {
  if (target.message !== null) {
    const parent = ref.safeParse(target.message.data['self']);
    const root = ref.safeParse(target.message.data['root']);
    if (parent.success) return connectorOk({ parent: parent.data, root: root.success ? root.data : parent.data });
  }
  const key = parseConversationId(target.conversationRemoteId);
  if (key?.kind !== 'thread') return connectorErr('invalid', { networkCode: 'conversation' });
  const thread = await readThreadAt(xrpc, target.message?.remoteId ?? key.rootUri, signal);
  if (!thread.ok) return thread;
  if (thread.value.kind !== 'post') return connectorErr('target_gone');
  const theirs = foundInThread(thread.value, did)
    .map(({ post }) => post)
    .filter((post) => post.author.did === key.contactDid)
    .toSorted((left, right) => left.indexedAt.localeCompare(right.indexedAt));
  const parent = theirs.at(-1) ?? thread.value.post;
  const self = { uri: parent.uri, cid: parent.cid };
  return connectorOk({ parent: self, root: parent.record.reply?.root ?? self });
}

const upload = async (
  { xrpc }: LinkTools,
  item: OutgoingItem,
  signal: AbortSignal,
): Promise<ConnectorResult<readonly UploadedImage[]>> => {
  const images: UploadedImage[] = [];
  for (const { bytes, mime, alt } of item.images) {
    const answer = await xrpc.post('com.atproto.repo.uploadBlob', { bytes, mime }, uploadAnswer, { signal });
    if (!answer.ok) return answer;
    images.push({ blob: answer.value.blob, alt });
  }
  return connectorOk(images);
};

/** What stands under one of an item's record keys: nothing, the item itself, or a record of something else. */
type Standing = { readonly kind: 'nothing' | 'foreign' } | { readonly kind: 'ours'; readonly message: SentMessage };

/** An item is known by what it answers and when Send was pressed, which stay the same at every attempt. */
const isOf = (item: OutgoingItem, record: PostRecord): boolean => {
  const key = parseConversationId(item.target.conversationRemoteId);
  const answers =
    item.target.message === null
      ? key?.kind === 'thread' && record.reply?.root.uri === key.rootUri
      : record.reply?.parent.uri === item.target.message.remoteId;
  return answers && Date.parse(record.createdAt) === item.createdAt;
};

/** Asked of the account's own server about the account's own repository, so its word is final. */
async function standingAt(
  { xrpc, did }: LinkTools,
  item: OutgoingItem,
  slot: number,
  signal: AbortSignal,
): Promise<ConnectorResult<Standing>> {
  const answer = await xrpc.get(
    'com.atproto.repo.getRecord',
    { repo: did, collection: postCollection, rkey: tidForItem(item.key, item.createdAt, slot) },
    recordAnswer,
    { signal },
  );
  if (!answer.ok) return answer.error.networkCode === 'RecordNotFound' ? connectorOk({ kind: 'nothing' }) : answer;
  const record = postRecord.safeParse(answer.value.value);
  if (!record.success) return connectorErr('garbage', { networkCode: 'record' });
  return isOf(item, record.data)
    ? connectorOk({ kind: 'ours', message: sentPost(answer.value.uri, record.data.text, item.createdAt) })
    : connectorOk({ kind: 'foreign' });
}

/** The record of an item as the account's own server holds it; null: surely not there. */
export async function findPost(
  tools: LinkTools,
  item: OutgoingItem,
  signal: AbortSignal,
): Promise<ConnectorResult<SentMessage | null>> {
  for (let slot = 0; slot < itemSlots; slot += 1) {
    const standing = await standingAt(tools, item, slot, signal);
    if (!standing.ok) return standing;
    if (standing.value.kind === 'ours') return connectorOk(standing.value.message);
    // The next key was only ever used where a foreign record stood here.
    if (standing.value.kind === 'nothing') return connectorOk(null);
  }
  return connectorOk(null);
}

/**
 * Puts an answer under the record key that belongs to the item, on the condition that nothing stands there yet. A second
 * attempt therefore neither doubles nor changes what the first one wrote: the server refuses it, and we look. Only where a
 * record of something else stands there is the item's next key used.
 */
export async function sendPost(tools: LinkTools, item: OutgoingItem, signal: AbortSignal): Promise<SendOutcome> {
  const { xrpc, did, account } = tools;
  const { images, publicText } = account.capabilities;
  if (!isWithin(item.text, publicText)) return failed({ kind: 'too_long' });
  if (item.images.length > (images?.maxCount ?? 0)) return failed({ kind: 'media_rejected', networkCode: 'count' });
  if (item.images.some(({ bytes }) => bytes.byteLength > (images?.maxBytes ?? 0)))
    return failed({ kind: 'media_rejected', networkCode: 'size' });
  const refs = await refsFor(tools, item.target, signal);
  if (!refs.ok) return failed(refs.error);
  const dids = await resolveMentions(tools, item.text, signal);
  if (!dids.ok) return failed(dids.error);
  const uploaded = await upload(tools, item, signal);
  if (!uploaded.ok) return failed(uploaded.error);
  const record = replyRecord(item, refs.value, facetsOf(item.text, dids.value), uploaded.value);
  for (let slot = 0; slot < itemSlots; slot += 1) {
    const rkey = tidForItem(item.key, item.createdAt, slot);
    const answer = await xrpc.post(
      'com.atproto.repo.putRecord',
      { repo: did, collection: postCollection, rkey, validate: true, swapRecord: null, record },
      writtenAnswer,
      { signal },
    );
    if (answer.ok) return { kind: 'sent', message: sentPost(answer.value.uri, item.text, item.createdAt) };
    if (answer.error.networkCode !== 'InvalidSwap') return outcomeOf(answer.error);
    const standing = await standingAt(tools, item, slot, signal);
    if (!standing.ok) return { kind: 'unknown', error: standing.error };
    if (standing.value.kind === 'ours') return { kind: 'sent', message: standing.value.message };
    if (standing.value.kind === 'nothing') break;
  }
  return { kind: 'unknown', error: { kind: 'unknown_outcome', networkCode: 'InvalidSwap' } };
}
