import { appError } from '@shared/domain/errors';
import { CoreError } from '@renderer/lib/core-client';
import type { DraftBinding, DraftSession } from './draft-session';

/**
 * The draft to be sent: saved, bound to this account and conversation, and with exactly the text that stood on screen when Send
 * was pressed. Throws `conflict` (`draft_changed`) otherwise: where Send was pressed before the draft was read, what is read
 * may bring words that nobody has seen.
 */
export async function draftAsSeen(
  session: DraftSession,
  binding: DraftBinding,
): Promise<{ readonly draftId: string; readonly text: string }> {
  const seen = session.snapshot().text;
  await session.whenRead();
  await session.flush();
  const { draft, text } = session.snapshot();
  const isBound =
    draft !== null &&
    draft.accountId === binding.accountId &&
    draft.workspaceId === binding.workspaceId &&
    draft.conversationId === binding.conversationId;
  if (!isBound || draft.text !== text || text !== seen) {
    throw new CoreError(appError('conflict', 'the draft on screen is not the saved one', { reason: 'draft_changed' }));
  }
  return { draftId: draft.id, text };
}
