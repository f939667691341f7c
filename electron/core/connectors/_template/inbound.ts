import type { InboundEvent, RemoteContact } from '../core/types';
import type { Comment, person } from './client';
import type { z } from 'zod';

export const contactOf = ({ id, name }: z.output<typeof person>): RemoteContact => ({
  remoteId: id,
  handle: name,
  displayName: name,
  url: null,
});

/** Pure: what the network said, as the app understands it. Null where it cannot be placed. */
export function eventOf(found: Comment, own: RemoteContact): InboundEvent | null {
  const createdAt = Date.parse(found.created_at);
  if (Number.isNaN(createdAt)) return null;
  const author = contactOf(found.author);
  return {
    type: 'message',
    conversation: {
      // One conversation per post and person; opaque to everybody else.
      remoteId: `${found.post.id}/${author.remoteId}`,
      kind: 'comment',
      contact: author,
      post: {
        remoteId: found.post.id,
        author: own,
        isOwn: true,
        text: found.post.text,
        createdAt: Date.parse(found.post.created_at) || createdAt,
        url: null,
        isDeleted: false,
      },
      visibility: 'public',
      url: null,
    },
    message: {
      remoteId: found.id,
      author,
      isOwn: author.remoteId === own.remoteId,
      text: found.text,
      createdAt,
      editedAt: null,
      inReplyToRemoteId: found.reply_to,
      attachments: [],
      url: null,
      sendKey: null,
      data: { postId: found.post.id },
    },
  };
}
