import type { OutgoingItem, SentMessage } from '../core/types';
import { webPost } from './addresses';
import { parseAtUri } from './at-uri';
import type { OutgoingFacet } from './facets';
import type { Ref } from './schemas';

/** An image that the account's server holds already, as its upload answered. */
export interface UploadedImage {
  readonly blob: unknown;
  readonly alt: string;
}

export interface ReplyRefs {
  /** The thread's first post; in a deep thread not the post that is answered. */
  readonly root: Ref;
  readonly parent: Ref;
}

/** The record of an answer. The same item gives the same record, whenever it is built. */
export function replyRecord(
  item: Pick<OutgoingItem, 'text' | 'createdAt'>,
  refs: ReplyRefs,
  facets: readonly OutgoingFacet[],
  images: readonly UploadedImage[],
): Readonly<Record<string, unknown>> {
  return {
    $type: 'app.bsky.feed.post',
    text: item.text,
    createdAt: new Date(item.createdAt).toISOString(),
    reply: { root: refs.root, parent: refs.parent },
    ...(facets.length === 0 ? {} : { facets }),
    ...(images.length === 0
      ? {}
      : {
          embed: {
            $type: 'app.bsky.embed.images',
            images: images.map(({ blob, alt }) => ({ image: blob, alt })),
          },
        }),
  };
}

export function sentPost(uri: string, text: string, createdAt: number): SentMessage {
  const parts = parseAtUri(uri);
  return { remoteId: uri, text, createdAt, url: parts === null ? null : webPost(parts.repo, parts.key) };
}
