import { createHash } from 'node:crypto';
import type { InboundEvent, RemoteContact, RemoteMessage } from '../../core/types';
import { accountById, accountContact } from './accounts';
import { remoteConversation, touchConversation, type ConversationRow } from './conversations';
import { customerById, customerContact } from './people';
import { readSetting } from './settings';
import { nextNumber, nextRev, type Store } from './store';

export interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly account_id: string;
  readonly is_direct: number;
  /** Brand account that wrote it; null where the customer did. */
  readonly author_account_id: string | null;
  readonly text: string;
  readonly created_at: number;
  readonly edited_at: number | null;
  readonly deleted_at: number | null;
  readonly in_reply_to: string | null;
  readonly send_key: string | null;
  readonly via: 'customer' | 'connector' | 'native';
  readonly is_hidden: number;
  readonly is_liked: number;
  /** Whether hidden or liked was ever set, so that setting it back is told too. */
  readonly is_flagged: number;
  readonly visible_at: number;
  readonly rev: number;
}

export interface ImageBytes {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly alt: string;
}

/** Every column of a message, in the order of MessageRow. */
export const messageColumns = `id, conversation_id, account_id, is_direct, author_account_id, text, created_at, edited_at,
  deleted_at, in_reply_to, send_key, via, is_hidden, is_liked, is_flagged, visible_at, rev`;

const mediaPrefix = 'sandbox:media/';

export const messageById = (store: Store, id: string): MessageRow | undefined =>
  store.get<MessageRow>(`SELECT ${messageColumns} FROM messages WHERE id = ?`, id);

const keepImages = (store: Store, messageId: string, images: readonly ImageBytes[]): void => {
  for (const [position, image] of images.entries()) {
    const hash = createHash('sha256').update(image.bytes).digest('hex');
    store.run('INSERT INTO media (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', hash, image.bytes);
    store.run(
      'INSERT INTO attachments (message_id, position, media_hash, mime, alt) VALUES (?, ?, ?, ?, ?)',
      messageId,
      position,
      hash,
      image.mime,
      image.alt,
    );
  }
};

/** Writes a message into a conversation. `authorAccountId` null is the customer. */
export const addMessage = (
  store: Store,
  conversation: ConversationRow,
  made: {
    authorAccountId: string | null;
    text: string;
    at: number;
    via: MessageRow['via'];
    inReplyTo?: string | null;
    sendKey?: string | null;
    visibleAt?: number;
    images?: readonly ImageBytes[];
  },
): MessageRow => {
  const rev = nextRev(store);
  const id = `m${nextNumber(store, 'message')}`;
  store.run(
    `INSERT INTO messages (id, conversation_id, account_id, is_direct, author_account_id, text, created_at, in_reply_to,
     send_key, via, visible_at, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    conversation.id,
    conversation.account_id,
    conversation.kind === 'direct' ? 1 : 0,
    made.authorAccountId,
    made.text,
    made.at,
    made.inReplyTo ?? null,
    made.sendKey ?? null,
    made.via,
    made.visibleAt ?? 0,
    rev,
  );
  keepImages(store, id, made.images ?? []);
  touchConversation(store, conversation.id, rev);
  const row = messageById(store, id);
  if (!row) throw new Error('message was not kept');
  return row;
};

const change = (store: Store, row: MessageRow, sets: string, ...values: (string | number)[]): void => {
  const rev = nextRev(store);
  store.run(`UPDATE messages SET ${sets}, rev = ? WHERE id = ?`, ...values, rev, row.id);
  touchConversation(store, row.conversation_id, rev);
};

export const editMessage = (store: Store, row: MessageRow, text: string, at: number): void =>
  change(store, row, 'text = ?, edited_at = ?', text, at);

export const deleteMessage = (store: Store, row: MessageRow, at: number): void =>
  change(store, row, 'deleted_at = ?', at);

export const flagMessage = (store: Store, row: MessageRow, flag: 'is_hidden' | 'is_liked', isSet: boolean): void =>
  change(store, row, `${flag} = ?, is_flagged = 1`, isSet ? 1 : 0);

/** Bytes of an attachment; undefined where the address is unknown. */
export const mediaBytes = (store: Store, url: string): { bytes: Uint8Array; mime: string } | undefined => {
  if (!url.startsWith(mediaPrefix)) return undefined;
  return store.get<{ bytes: Uint8Array; mime: string }>(
    'SELECT m.bytes, a.mime FROM media m JOIN attachments a ON a.media_hash = m.hash WHERE m.hash = ? LIMIT 1',
    url.slice(mediaPrefix.length),
  );
};

const authorOf = (store: Store, row: MessageRow, conversation: ConversationRow): RemoteContact => {
  const account = row.author_account_id === null ? undefined : accountById(store, row.author_account_id);
  if (account) return accountContact(account);
  const customer = customerById(store, conversation.customer_id);
  if (!customer) throw new Error(`message ${row.id} has no author`);
  return customerContact(customer);
};

const remoteMessage = (store: Store, row: MessageRow, conversation: ConversationRow): RemoteMessage => ({
  remoteId: row.id,
  author: authorOf(store, row, conversation),
  isOwn: row.author_account_id === row.account_id,
  text: row.text,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  inReplyToRemoteId: row.in_reply_to,
  attachments: store
    .all<{ position: number; media_hash: string; mime: string; alt: string; size: number }>(
      `SELECT a.position, a.media_hash, a.mime, a.alt, length(m.bytes) AS size FROM attachments a
       JOIN media m ON m.hash = a.media_hash WHERE a.message_id = ? ORDER BY a.position`,
      row.id,
    )
    .map((item) => ({
      remoteId: String(item.position),
      url: `${mediaPrefix}${item.media_hash}`,
      mime: item.mime,
      alt: item.alt,
      sizeBytes: item.size,
    })),
  url: null,
  sendKey: readSetting(store, 'echoKeys') ? row.send_key : null,
  data: {},
});

/** What a stream tells about the present state of a message. */
export const messageEvents = (
  store: Store,
  row: MessageRow,
  conversation: ConversationRow,
): readonly InboundEvent[] => {
  if (row.deleted_at !== null) return [{ type: 'delete', remoteMessageId: row.id, at: row.deleted_at }];
  const message: InboundEvent = {
    type: 'message',
    conversation: remoteConversation(store, conversation),
    message: remoteMessage(store, row, conversation),
  };
  if (row.is_flagged === 0) return [message];
  return [
    message,
    { type: 'flags', remoteMessageId: row.id, isHidden: row.is_hidden === 1, isLiked: row.is_liked === 1 },
  ];
};
