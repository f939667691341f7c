import type { ConversationKind } from '@shared/domain/conversation';
import type { InboundEvent, RemoteContact, RemoteConversation, RemoteMessage, RemotePost } from '../core/types';
import { attachmentsOf } from './attachments';
import { directConversationId, threadConversationId } from './conversation-id';
import { maxRecipients } from './figures';
import { contactOf, fullHandle, sameHandle, webAddress } from './people';
import { status as statusSchema, type Status } from './schemas';
import { mentionsOf, textOf, wholeText, type Reader } from './status-text';
import { visibilityOf } from './visibility';

/** A status with what belongs to it. */
export interface FoundStatus {
  readonly status: Status;
  /** First status of its thread, as far as it can be seen. */
  readonly root: Status;
  /** The person whose conversation this belongs to: the author, or whom an own answer is meant for. */
  readonly contact: RemoteContact;
}

export const isOwn = ({ account }: Pick<Status, 'account'>, reader: Reader): boolean => account.id === reader.accountId;

/** Everybody in a private message but the account itself, by the names that the server gives them; the author first. */
export function peopleIn(found: Status, reader: Reader): readonly string[] {
  const people = new Map<string, string>();
  for (const acct of [found.account.acct, ...mentionsOf(found).map((one) => one.acct)]) {
    const handle = fullHandle(acct, reader.domain);
    if (!sameHandle(handle, reader.handle) && people.size < maxRecipients) people.set(handle.toLowerCase(), acct);
  }
  return [...people.values()];
}

/** Whether a status itself speaks to the account. Some servers list no mentions; there the text tells. */
export function isAddressedTo(found: Status, reader: Reader): boolean {
  const mentions = mentionsOf(found);
  if (mentions.some(({ acct }) => sameHandle(fullHandle(acct, reader.domain), reader.handle))) return true;
  return (
    mentions.length === 0 && wholeText(found, reader.domain).toLowerCase().includes(`@${reader.handle.toLowerCase()}`)
  );
}

const remotePostOf = (found: Status, reader: Reader): RemotePost => ({
  remoteId: found.id,
  author: contactOf(found.account, reader.domain),
  isOwn: isOwn(found, reader),
  text: wholeText(found, reader.domain),
  createdAt: found.created_at,
  url: webAddress(found.url),
  isDeleted: false,
});

/** The status that one quotes, where the server shows it. */
export function quotedIn({ quote }: Pick<Status, 'quote'>): Status | null {
  if (typeof quote !== 'object' || quote === null || !('quoted_status' in quote)) return null;
  const parsed = statusSchema.safeParse(quote.quoted_status);
  return parsed.success ? parsed.data : null;
}

/**
 * The post that a conversation is about: the thread's first post, or, where the thread begins with the person's own words
 * to the brand, what those quote.
 */
function postAbove({ status, root, contact }: FoundStatus, reader: Reader): RemotePost | null {
  const isFirstMessage = root.account.id === contact.remoteId && (root.id === status.id || isAddressedTo(root, reader));
  if (!isFirstMessage) return remotePostOf(root, reader);
  const quoted = quotedIn(root);
  return quoted === null ? null : remotePostOf(quoted, reader);
}

export function conversationOf(found: FoundStatus, reader: Reader): RemoteConversation {
  const { status, root, contact } = found;
  if (status.visibility === 'direct') {
    const people = peopleIn(status, reader).map((acct) => fullHandle(acct, reader.domain));
    return {
      remoteId: directConversationId(people.length === 0 ? [contact.handle] : people),
      kind: 'direct',
      contact,
      post: null,
      visibility: 'direct',
      url: null,
    };
  }
  const kind: ConversationKind = isOwn(root, reader) ? 'comment' : 'mention';
  return {
    remoteId: threadConversationId(root.id, contact.remoteId),
    kind,
    contact,
    post: postAbove(found, reader),
    visibility: visibilityOf(status.visibility),
    url: webAddress(root.url),
  };
}

/**
 * Whom an answer to a status must name: the author, in private messages everybody in them. For an own message, whom it
 * was meant for.
 */
function recipientsOf({ status, contact }: FoundStatus, reader: Reader): readonly string[] {
  const people = peopleIn(status, reader);
  if (status.visibility === 'direct' || isOwn(status, reader)) return people.length === 0 ? [contact.handle] : people;
  return [status.account.acct];
}

/** Kept with a message for answering it. */
export interface MessageData extends Readonly<Record<string, unknown>> {
  readonly visibility: string;
  readonly to: readonly string[];
  /** Id of the notification that brought it; null where none did. */
  readonly notificationId: string | null;
}

export function messageOf(found: FoundStatus, reader: Reader, notificationId: string | null): RemoteMessage {
  const { status } = found;
  return {
    remoteId: status.id,
    author: contactOf(status.account, reader.domain),
    isOwn: isOwn(status, reader),
    text: textOf(status, reader),
    createdAt: status.created_at,
    editedAt: status.edited_at,
    inReplyToRemoteId: status.in_reply_to_id,
    attachments: attachmentsOf(status),
    url: webAddress(status.url),
    // The server takes our key and never gives it back.
    sendKey: null,
    data: { visibility: status.visibility, to: recipientsOf(found, reader), notificationId } satisfies MessageData,
  };
}

/** Everything that one found status tells: the message, and whether the brand likes it. */
export function eventsOf(
  found: FoundStatus,
  reader: Reader,
  notificationIds: ReadonlyMap<string, string> = new Map(),
): readonly InboundEvent[] {
  const { status } = found;
  const message = messageOf(found, reader, notificationIds.get(status.id) ?? null);
  const shown: InboundEvent = { type: 'message', conversation: conversationOf(found, reader), message };
  if (message.isOwn || status.favourited === undefined) return [shown];
  return [shown, { type: 'flags', remoteMessageId: status.id, isLiked: status.favourited }];
}
