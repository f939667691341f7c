import { createHash } from 'node:crypto';
import type { OutgoingImage, OutgoingItem, ReplyTarget, SentMessage } from '../../connectors/core/types';
import { findConversation, type ConversationRecord } from '../../db/workspace/repositories/conversation-repository';
import { findMessage, listArrivedAfter, type MessageRecord } from '../../db/workspace/repositories/message-repository';
import type { OutboxRecord } from '../../db/workspace/repositories/outbox-repository';
import type { WorkspaceDb } from '../../db/workspace/workspace-db';

/** Digest of the answered text, so that an edit since the person read it is noticed without keeping a second copy. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is being answered, as a connector needs it. */
export function replyTargetOf(conversation: ConversationRecord, message: MessageRecord | undefined): ReplyTarget {
  return {
    conversationRemoteId: conversation.remoteId,
    kind: conversation.kind,
    visibility: conversation.visibility,
    contact: {
      remoteId: conversation.contactRemoteId,
      handle: conversation.contactHandle,
      displayName: conversation.contactName,
      url: conversation.contactUrl,
    },
    message:
      message?.remoteId === undefined || message.remoteId === null
        ? null
        : { remoteId: message.remoteId, data: message.connectorData ?? {} },
  };
}

export interface BoundItem {
  readonly conversation: ConversationRecord;
  readonly answered: MessageRecord | undefined;
  readonly target: ReplyTarget;
}

/** Looks up what an item is bound to; undefined where the conversation is gone from the file. */
export function bindingOf(db: WorkspaceDb, item: OutboxRecord): BoundItem | undefined {
  const conversation = findConversation(db, item.conversationId);
  if (!conversation) return undefined;
  const answered = item.replyToMessageId === null ? undefined : findMessage(db, item.replyToMessageId);
  return { conversation, answered, target: replyTargetOf(conversation, answered) };
}

/** The item as it goes to the network: the same on every attempt. */
export const outgoingOf = (
  item: OutboxRecord,
  target: ReplyTarget,
  images: readonly OutgoingImage[],
): OutgoingItem => ({
  key: item.id,
  target,
  text: item.text,
  images,
  createdAt: item.queuedAt,
});

/** Texts are compared without what networks change on their own: form, runs of space, line ends. */
export const comparable = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** For an item that was tried before: our own text in the thread, not there before the call, is that try. */
export function arrivedBefore(db: WorkspaceDb, item: OutboxRecord): SentMessage | undefined {
  if (item.sendingAt === null) return undefined;
  const found = listArrivedAfter(db, item.conversationId, item.seenSeq).find(
    (message) =>
      message.direction === 'outbound' &&
      message.outboxItemId === null &&
      message.remoteId !== null &&
      comparable(message.text) === comparable(item.text) &&
      !item.baseline?.includes(message.remoteId),
  );
  return found?.remoteId
    ? { remoteId: found.remoteId, text: found.text, createdAt: found.createdAt, url: found.url }
    : undefined;
}
