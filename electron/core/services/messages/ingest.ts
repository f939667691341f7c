import type {
  InboundEvent,
  RemoteAttachment,
  RemoteContact,
  RemoteConversation,
  RemoteMessage,
} from '../../connectors/core/types';
import type { AccountRecord } from '../../db/workspace/repositories/account-repository';
import { upsertContact } from '../../db/workspace/repositories/contact-repository';
import {
  findConversationByRemote,
  insertConversation,
  markPostDeleted,
  touchConversation,
  updateConversation,
  upsertPost,
  type ConversationRecord,
} from '../../db/workspace/repositories/conversation-repository';
import { insertAttachment } from '../../db/workspace/repositories/draft-repository';
import {
  countUnanswered,
  findMessageByRemote,
  findMessageOfOutboxItem,
  insertMessage,
  markMessageDeleted,
  newestMessage,
  nextSeq,
  reviseMessage,
  updateMessage,
  type MessageRecord,
} from '../../db/workspace/repositories/message-repository';
import {
  findOutboxItem,
  findOutboxItemByRemote,
  moveOutboxItem,
} from '../../db/workspace/repositories/outbox-repository';
import type { WorkspaceDb } from '../../db/workspace/workspace-db';
import type { WriteContext } from '../../db/write-context';
import { previewOf } from './preview';

export interface IngestOutcome {
  added: number;
  changed: number;
  deleted: number;
  /** Conversations whose row or thread changed. */
  readonly touched: Set<string>;
  /** New inbound messages, for notifications. */
  readonly arrived: { conversationId: string; contactName: string; preview: string; createdAt: number }[];
  /** Content hashes of files that left with a deleted message; their bytes may go. */
  readonly orphans: string[];
  /** Outbox items that an echo proved to have arrived. */
  readonly settled: string[];
}

export const emptyOutcome = (): IngestOutcome => ({
  added: 0,
  changed: 0,
  deleted: 0,
  touched: new Set(),
  arrived: [],
  orphans: [],
  settled: [],
});

const futureToleranceMs = 5 * 60_000;
const maxTextLength = 12_000_000;

/**
 * Applies what a network reported, inside the caller's transaction (the one that saves the cursor). The same events
 * again change nothing. An own message that carries the key of an outbox item is that item, not a second message.
 */
export function applyEvents(
  db: WorkspaceDb,
  context: WriteContext,
  newId: () => string,
  account: AccountRecord,
  events: readonly InboundEvent[],
  outcome: IngestOutcome,
): void {
  const made = new Set<string>();
  const ordered = events.toSorted((a, b) => timeOf(a) - timeOf(b));
  for (const event of ordered) {
    switch (event.type) {
      case 'message':
        applyMessage(db, context, newId, account, event.conversation, event.message, outcome, made);
        break;
      case 'delete': {
        const known = findMessageByRemote(db, account.id, event.remoteMessageId);
        if (known && known.deletedAt === null) {
          outcome.orphans.push(...markMessageDeleted(db, context, known));
          refreshRow(db, context, known.conversationId);
          outcome.deleted += 1;
          outcome.touched.add(known.conversationId);
        }
        break;
      }
      case 'post_delete': {
        const touched = markPostDeleted(db, context, account.id, event.remotePostId);
        for (const id of touched) outcome.touched.add(id);
        outcome.deleted += touched.length > 0 ? 1 : 0;
        break;
      }
      case 'flags': {
        const known = findMessageByRemote(db, account.id, event.remoteMessageId);
        const isHidden = event.isHidden ?? known?.isHidden;
        const isLiked = event.isLiked ?? known?.isLiked;
        if (known && isHidden !== undefined && isLiked !== undefined) {
          if (known.isHidden === isHidden && known.isLiked === isLiked) break;
          updateMessage(db, context, known.id, { isHidden, isLiked });
          outcome.changed += 1;
          outcome.touched.add(known.conversationId);
        }
        break;
      }
    }
  }
  // A conversation met as history is open only where nobody has answered its last message. It may come in several pages.
  for (const id of made) {
    const unanswered = countUnanswered(db, id);
    if (unanswered === 0) updateConversation(db, context, id, { unreadCount: 0, status: 'resolved' });
    else updateConversation(db, context, id, { unreadCount: unanswered });
  }
}

const timeOf = (event: InboundEvent): number =>
  event.type === 'message' ? event.message.createdAt : Number.MAX_SAFE_INTEGER;

function applyMessage(
  db: WorkspaceDb,
  context: WriteContext,
  newId: () => string,
  account: AccountRecord,
  remoteConversation: RemoteConversation,
  remote: RemoteMessage,
  outcome: IngestOutcome,
  made: Set<string>,
): void {
  const text = remote.text.slice(0, maxTextLength);
  const known = findMessageByRemote(db, account.id, remote.remoteId);
  if (known) {
    if (known.deletedAt === null && known.text !== text && isNewerEdit(known, remote)) {
      reviseMessage(db, context, known, text, remote.editedAt ?? context.at, newId());
      refreshRow(db, context, known.conversationId);
      outcome.changed += 1;
      outcome.touched.add(known.conversationId);
    }
    return;
  }
  const ours = remote.isOwn ? findOurs(db, account.id, remote) : undefined;
  if (ours) {
    joinEcho(db, context, ours, remote);
    outcome.changed += 1;
    outcome.touched.add(ours.conversationId);
    if (ours.outboxItemId !== null) outcome.settled.push(ours.outboxItemId);
    return;
  }
  const createdAt = Math.min(remote.createdAt, context.at + futureToleranceMs);
  const conversation = ensureConversation(db, context, newId, account, remoteConversation, createdAt, made);
  const isHistory = createdAt < account.createdAt;
  if (isHistory && conversation.status === 'open' && conversation.assigneeId === null) made.add(conversation.id);
  const message: MessageRecord = {
    seq: nextSeq(db, createdAt),
    id: newId(),
    conversationId: conversation.id,
    accountId: account.id,
    remoteId: remote.remoteId,
    direction: remote.isOwn ? 'outbound' : 'inbound',
    authorRemoteId: remote.author.remoteId,
    authorName: nameOf(remote.author),
    authorHandle: remote.author.handle,
    text,
    inReplyToRemoteId: remote.inReplyToRemoteId,
    url: remote.url,
    createdAt,
    receivedAt: context.at,
    editedAt: remote.editedAt,
    isHidden: false,
    isLiked: false,
    outboxItemId: null,
    revisionCount: 0,
    connectorData: { ...remote.data },
    updatedAt: context.at,
    deletedAt: null,
  };
  insertMessage(db, context, message);
  remote.attachments.forEach((file, index) => keepAttachment(db, context, newId, message.id, file, index));
  const isNewest = createdAt >= conversation.lastMessageAt;
  const isOld = isHistory || made.has(conversation.id);
  const isOpening = !remote.isOwn && isNewest && !isOld;
  touchConversation(db, context, conversation.id, {
    preview: isNewest ? previewOf(text) : conversation.preview,
    isPreviewOutbound: isNewest ? remote.isOwn : conversation.isPreviewOutbound,
    lastMessageAt: isNewest ? createdAt : conversation.lastMessageAt,
    lastInboundAt: remote.isOwn ? conversation.lastInboundAt : Math.max(conversation.lastInboundAt ?? 0, createdAt),
    unreadCount: isOpening
      ? conversation.unreadCount + 1
      : remote.isOwn && isNewest && !isOld
        ? 0
        : conversation.unreadCount,
    status: isOpening ? 'open' : conversation.status,
    snoozedUntil: isOpening ? null : conversation.snoozedUntil,
  });
  outcome.added += 1;
  outcome.touched.add(conversation.id);
  if (!remote.isOwn) {
    outcome.arrived.push({
      conversationId: conversation.id,
      contactName: conversation.contactName,
      preview: previewOf(text),
      createdAt,
    });
  }
}

const nameOf = (contact: RemoteContact): string => contact.displayName || contact.handle;

/** Pages can arrive out of order: an older version of an edited message must not win. */
const isNewerEdit = (known: MessageRecord, remote: RemoteMessage): boolean =>
  remote.editedAt === null ? known.editedAt === null : remote.editedAt > (known.editedAt ?? 0);

/** The outgoing message that this echo is: by the key that we sent with it, or by the name that the network gave it. */
function findOurs(db: WorkspaceDb, accountId: string, remote: RemoteMessage): MessageRecord | undefined {
  if (remote.sendKey !== null) {
    const item = findOutboxItem(db, remote.sendKey);
    if (item && item.accountId === accountId) return findMessageOfOutboxItem(db, item.id);
  }
  const item = findOutboxItemByRemote(db, accountId, remote.remoteId);
  return item && findMessageOfOutboxItem(db, item.id);
}

function joinEcho(db: WorkspaceDb, context: WriteContext, ours: MessageRecord, remote: RemoteMessage): void {
  updateMessage(db, context, ours.id, {
    remoteId: remote.remoteId,
    url: remote.url,
    connectorData: { ...remote.data },
  });
  if (ours.outboxItemId === null) return;
  moveOutboxItem(db, context, ours.outboxItemId, ['sending', 'unknown', 'queued', 'held', 'failed'], {
    state: 'sent',
    remoteId: remote.remoteId,
    sentAt: remote.createdAt,
    holdReason: null,
    errorReason: null,
    nextAttemptAt: null,
  });
}

function ensureConversation(
  db: WorkspaceDb,
  context: WriteContext,
  newId: () => string,
  account: AccountRecord,
  remote: RemoteConversation,
  at: number,
  made: Set<string>,
): ConversationRecord {
  const contactId = upsertContact(db, context, newId, {
    network: account.network,
    serviceUrl: account.serviceUrl,
    remoteId: remote.contact.remoteId,
    handle: remote.contact.handle,
    displayName: remote.contact.displayName,
    url: remote.contact.url,
    at,
  });
  const postId =
    remote.post === null
      ? null
      : upsertPost(db, context, {
          id: newId(),
          accountId: account.id,
          remoteId: remote.post.remoteId,
          authorName: nameOf(remote.post.author),
          authorHandle: remote.post.author.handle,
          isOwn: remote.post.isOwn,
          text: remote.post.text,
          url: remote.post.url,
          createdAt: remote.post.createdAt,
          updatedAt: context.at,
          deletedAt: remote.post.isDeleted ? context.at : null,
        });
  const known = findConversationByRemote(db, account.id, remote.remoteId);
  if (known) {
    if (known.postId === null && postId !== null) updateConversation(db, context, known.id, { postId });
    return known;
  }
  const record: ConversationRecord = {
    id: newId(),
    accountId: account.id,
    remoteId: remote.remoteId,
    kind: remote.kind,
    visibility: remote.visibility,
    status: 'open',
    contactId,
    contactRemoteId: remote.contact.remoteId,
    contactName: nameOf(remote.contact),
    contactHandle: remote.contact.handle,
    contactUrl: remote.contact.url,
    postId,
    url: remote.url,
    preview: '',
    isPreviewOutbound: false,
    lastMessageAt: at,
    lastInboundAt: null,
    unreadCount: 0,
    assigneeId: null,
    snoozedUntil: null,
    hasDraft: false,
    outboxState: null,
    isMuted: false,
    isContactBlocked: false,
    isTargetDeleted: remote.post?.isDeleted ?? false,
    createdAt: at,
    updatedAt: context.at,
    deletedAt: null,
  };
  insertConversation(db, context, record);
  made.add(record.id);
  return record;
}

function keepAttachment(
  db: WorkspaceDb,
  context: WriteContext,
  newId: () => string,
  messageId: string,
  file: RemoteAttachment,
  position: number,
): void {
  insertAttachment(db, context, {
    id: newId(),
    messageId,
    draftId: null,
    remoteId: file.remoteId,
    remoteUrl: file.url,
    name: '',
    mime: file.mime,
    alt: file.alt,
    sizeBytes: file.sizeBytes ?? 0,
    contentHash: null,
    position,
    updatedAt: context.at,
    deletedAt: null,
  });
}

/** Brings the row of the desk in line with the newest message that is left. */
export function refreshRow(db: WorkspaceDb, context: WriteContext, conversationId: string): void {
  const newest = newestMessage(db, conversationId);
  updateConversation(
    db,
    context,
    conversationId,
    newest
      ? {
          preview: previewOf(newest.text),
          isPreviewOutbound: newest.direction === 'outbound',
          lastMessageAt: newest.createdAt,
        }
      : { preview: '' },
  );
}
