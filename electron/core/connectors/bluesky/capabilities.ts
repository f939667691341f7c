import type { AccountCapabilities } from '@shared/domain/manifest';
import type { ConnectorErrorKind } from '../core/errors';
import { manifest } from './manifest';
import { convoList } from './schemas';
import type { Xrpc } from './xrpc';

/** Answers of the chat service that say "never here" rather than "not now". */
const lasting: readonly ConnectorErrorKind[] = ['permission', 'unsupported', 'invalid', 'target_gone'];

/** The network's defaults, and whether this account can use direct messages: asked by listing one conversation. */
export async function readCapabilities(xrpc: Xrpc, signal: AbortSignal): Promise<AccountCapabilities> {
  const chat = await xrpc.get('chat.bsky.convo.listConvos', { limit: 1 }, convoList, { signal, toChat: true });
  if (chat.ok || !lasting.includes(chat.error.kind)) return manifest.capabilities;
  const reason = chat.error.kind === 'permission' ? 'direct_not_permitted' : 'direct_not_offered';
  return { ...manifest.capabilities, unavailable: [{ kind: 'direct', reason }] };
}
