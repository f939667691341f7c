import type { OutgoingItem, SentMessage } from '../core/types';
import type { Comment } from './client';

/** Pure: the body of a reply. The same item gives the same body at every attempt. */
export const replyBody = (item: OutgoingItem): object => ({
  text: item.text,
  reply_to: item.target.message?.remoteId ?? null,
});

export const sentOf = (found: Comment): SentMessage => ({
  remoteId: found.id,
  text: found.text,
  createdAt: Date.parse(found.created_at) || 0,
  url: null,
});
