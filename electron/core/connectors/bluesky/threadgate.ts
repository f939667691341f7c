import { z } from 'zod';
import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import { parseAtUri } from './at-uri';
import { recordAnswer, writtenAnswer } from './schemas';
import type { LinkTools } from './tools';

const collection = 'app.bsky.feed.threadgate';
const attempts = 3;

/** Everything else in the record, such as who may answer, is kept as it is. */
const threadgate = z.looseObject({ hiddenReplies: z.array(z.string()).optional() });

/**
 * Hides or shows an answer in an own thread. The record is changed only if it is still the one that was read; a change by
 * another client in between is read again.
 */
export async function setHidden(
  { xrpc, did, clock }: LinkTools,
  rootUri: string,
  replyUri: string,
  isHidden: boolean,
  maxHidden: number,
  signal: AbortSignal,
): Promise<ConnectorResult<null>> {
  const root = parseAtUri(rootUri);
  if (root === null) return connectorErr('invalid', { networkCode: 'message' });
  const place = { repo: did, collection, rkey: root.key };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const read = await xrpc.get('com.atproto.repo.getRecord', place, recordAnswer, { signal });
    if (!read.ok && read.error.kind !== 'target_gone') return read;
    const parsed = read.ok ? threadgate.safeParse(read.value.value) : null;
    if (parsed !== null && !parsed.success) return connectorErr('garbage', { networkCode: 'threadgate' });
    const before = parsed?.data ?? {};
    const hidden = before.hiddenReplies ?? [];
    if (hidden.includes(replyUri) === isHidden) return connectorOk(null);
    if (isHidden && hidden.length >= maxHidden) return connectorErr('policy', { networkCode: 'too_many_hidden' });
    const body = {
      ...place,
      swapRecord: read.ok ? (read.value.cid ?? null) : null,
      record: {
        createdAt: new Date(clock.now()).toISOString(),
        ...before,
        $type: collection,
        post: rootUri,
        hiddenReplies: isHidden ? [...hidden, replyUri] : hidden.filter((uri) => uri !== replyUri),
      },
    };
    const written = await xrpc.post('com.atproto.repo.putRecord', body, writtenAnswer, { signal });
    if (written.ok) return connectorOk(null);
    if (written.error.networkCode !== 'InvalidSwap') return written;
  }
  return connectorErr('transient', { networkCode: 'InvalidSwap' });
}
