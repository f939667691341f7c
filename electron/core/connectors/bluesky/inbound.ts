import type { ConversationKind } from '@shared/domain/conversation';
import { parseEach } from '../core/read-json';
import type {
  InboundEvent,
  RemoteAttachment,
  RemoteContact,
  RemoteConversation,
  RemoteMessage,
  RemotePost,
} from '../core/types';
import { webPost } from './addresses';
import { authorOf, parseAtUri } from './at-uri';
import { threadConversationId } from './conversation-id';
import { backdatedMs } from './figures';
import { contactOf, handleOf } from './people';
import { plainText } from './post-text';
import { facet, ref, type PostRecord, type PostView, type Ref } from './schemas';

/** A post as a stream found it, with what belongs to it. */
export interface FoundPost {
  readonly post: PostView;
  /** The thread's first post; null where it could not be read. */
  readonly root: PostView | null;
  /** The post that this one, or the thread's first post, quotes; null where it quotes none or it could not be read. */
  readonly quoted: PostView | null;
  /** The person whose conversation this belongs to: the author, or whom an own answer is meant for. */
  readonly contact: RemoteContact;
}

/** The post that a record quotes. */
export function quotedRef({ embed }: Pick<PostRecord, 'embed'>): Ref | null {
  if (embed?.record === undefined) return null;
  const direct = ref.safeParse(embed.record);
  if (direct.success) return direct.data;
  const { record } = embed;
  if (typeof record !== 'object' || record === null || !('record' in record)) return null;
  const nested = ref.safeParse(record.record);
  return nested.success ? nested.data : null;
}

export const rootUriOf = ({ uri, record }: Pick<PostView, 'uri' | 'record'>): string => record.reply?.root.uri ?? uri;

/** Whether a post itself speaks to the account: mentions it or quotes it. */
export function isAddressedTo(did: string, { record }: Pick<PostView, 'record'>): boolean {
  const quoted = quotedRef(record);
  if (quoted !== null && authorOf(quoted.uri) === did) return true;
  return parseEach(facet, record.facets ?? []).items.some(({ features }) =>
    features.some((feature) => feature.$type === 'app.bsky.richtext.facet#mention' && feature.did === did),
  );
}

/** When it was written: the author's word, unless it lies in the future or is dated back by more than a day. */
export function writtenAt({ record, indexedAt }: Pick<PostView, 'record' | 'indexedAt'>): number {
  const claimed = Date.parse(record.createdAt);
  const seen = Date.parse(indexedAt);
  if (Number.isNaN(claimed) || claimed > seen || seen - claimed > backdatedMs) return seen;
  return claimed;
}

const urlOf = (post: PostView): string | null => {
  const parsed = parseAtUri(post.uri);
  return parsed === null ? null : webPost(handleOf(post.author), parsed.key);
};

const attachmentsOf = ({ record, embed }: PostView): readonly RemoteAttachment[] => {
  const shown = embed?.images ?? embed?.media?.images ?? [];
  const stored = record.embed?.images ?? [];
  const count = Math.min(10, Math.max(shown.length, stored.length));
  const images = Array.from({ length: count }, (_, index): RemoteAttachment => {
    const blob = stored[index]?.image;
    return {
      remoteId: blob?.ref?.$link ?? `image-${index}`,
      url: shown[index]?.fullsize ?? null,
      mime: blob?.mimeType ?? 'image/jpeg',
      alt: shown[index]?.alt ?? stored[index]?.alt ?? '',
      sizeBytes: blob?.size ?? null,
    };
  });
  const video = [embed, embed?.media].find((part) => part?.thumbnail !== undefined);
  return video?.thumbnail === undefined
    ? images
    : [
        ...images,
        { remoteId: 'video', url: video.thumbnail, mime: 'image/jpeg', alt: video.alt ?? '', sizeBytes: null },
      ];
};

export const remotePostOf = (post: PostView, ownDid: string): RemotePost => ({
  remoteId: post.uri,
  author: contactOf(post.author),
  isOwn: post.author.did === ownDid,
  text: plainText(post.record),
  createdAt: writtenAt(post),
  url: urlOf(post),
  isDeleted: false,
});

/**
 * The post that a conversation is about. Where the thread begins with the person's own words to the brand, those are the
 * first message, and only what they quote stands above it.
 */
function postAbove({ post, root, quoted, contact }: FoundPost, ownDid: string): RemotePost | null {
  const first = post.record.reply === undefined ? post : root;
  if (first === null) return null;
  const isFirstMessage = first.author.did === contact.remoteId && isAddressedTo(ownDid, first);
  if (!isFirstMessage) return first.uri === post.uri ? null : remotePostOf(first, ownDid);
  return quoted === null ? null : remotePostOf(quoted, ownDid);
}

export function conversationOf(found: FoundPost, ownDid: string): RemoteConversation {
  const rootUri = rootUriOf(found.post);
  const kind: ConversationKind = authorOf(rootUri) === ownDid ? 'comment' : 'mention';
  const root = parseAtUri(rootUri);
  return {
    remoteId: threadConversationId(rootUri, found.contact.remoteId),
    kind,
    contact: found.contact,
    post: postAbove(found, ownDid),
    visibility: 'public',
    url: root === null ? null : webPost(root.repo, root.key),
  };
}

export function messageOf(post: PostView, ownDid: string): RemoteMessage {
  const { record } = post;
  const self: Ref = { uri: post.uri, cid: post.cid };
  return {
    remoteId: post.uri,
    author: contactOf(post.author),
    isOwn: post.author.did === ownDid,
    text: plainText(record),
    createdAt: writtenAt(post),
    editedAt: null,
    inReplyToRemoteId: record.reply?.parent.uri ?? null,
    attachments: attachmentsOf(post),
    url: urlOf(post),
    sendKey: null,
    data: { self, root: record.reply?.root ?? self, seenAt: post.indexedAt },
  };
}

/** Everything that one found post tells: the message, and whether the brand likes or hid it. */
export function eventsOf(found: FoundPost, ownDid: string): readonly InboundEvent[] {
  const { post, root } = found;
  const message = messageOf(post, ownDid);
  const hidden = root?.threadgate?.record?.hiddenReplies;
  const flags = {
    ...(post.viewer === undefined ? {} : { isLiked: post.viewer.like !== undefined }),
    ...(hidden === undefined ? {} : { isHidden: hidden.includes(post.uri) }),
  };
  const shown: InboundEvent = { type: 'message', conversation: conversationOf(found, ownDid), message };
  if (message.isOwn || Object.keys(flags).length === 0) return [shown];
  return [shown, { type: 'flags', remoteMessageId: post.uri, ...flags }];
}
