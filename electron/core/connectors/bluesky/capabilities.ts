import type { AccountCapabilities } from '@shared/domain/manifest';
import type { XrpcError } from './errors';
import { manifest } from './manifest';
import { convoList } from './schemas';
import type { Xrpc } from './xrpc';

/** Why an account has no direct messages: never here, by the service's answer; null where it may only be not now. */
const lastingReason = ({ kind }: XrpcError): string | null => {
  if (kind === 'permission') return 'direct_not_permitted';
  return kind === 'unsupported' || kind === 'invalid' || kind === 'target_gone' ? 'no_chat_service' : null;
};

/**
 * The network's defaults, and whether this account can use direct messages: asked by listing one conversation. `before`
 * is what was known, which passing trouble does not change. A server that cannot find a chat service at all answers
 * `InternalServerError` (seen on the reference server), so that where nothing was known it counts as having none.
 */
export async function readCapabilities(
  xrpc: Xrpc,
  signal: AbortSignal,
  before: AccountCapabilities | null,
): Promise<AccountCapabilities> {
  const { capabilities } = manifest;
  const chat = await xrpc.get('chat.bsky.convo.listConvos', { limit: 1 }, convoList, { signal, toChat: true });
  if (chat.ok) return capabilities;
  const reason = lastingReason(chat.error);
  if (reason !== null) return { ...capabilities, unavailable: [{ kind: 'direct', reason }] };
  if (before !== null) return { ...capabilities, unavailable: before.unavailable };
  return chat.error.networkCode === 'InternalServerError'
    ? { ...capabilities, unavailable: [{ kind: 'direct', reason: 'no_chat_service' }] }
    : capabilities;
}
