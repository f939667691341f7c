import type { PostView } from '../../../../electron/core/connectors/bluesky/schemas';

export const brandDid = 'did:plc:brand';
export const didOf = (name: string): string => `did:plc:${name}`;

let counter = 0;

/** A post as the AppView shows it. */
export function aPost(
  author: string,
  text: string,
  more: Partial<Omit<PostView, 'record' | 'author'>> & { readonly record?: Partial<PostView['record']> } = {},
): PostView {
  counter += 1;
  const did = didOf(author);
  const { record, ...rest } = more;
  return {
    uri: `at://${did}/app.bsky.feed.post/3kpost${String(counter).padStart(7, '2')}`,
    cid: `cid${counter}`,
    author: { did, handle: `${author}.test`, displayName: author, viewer: undefined },
    indexedAt: '2026-11-20T09:00:05.000Z',
    ...rest,
    record: { text, createdAt: '2026-11-20T09:00:00.000Z', ...record },
  };
}

export const refTo = ({ uri, cid }: PostView) => ({ uri, cid });

/** A post in answer to another. */
export const aReply = (
  author: string,
  text: string,
  parent: PostView,
  more: Parameters<typeof aPost>[2] = {},
): PostView =>
  aPost(author, text, {
    ...more,
    record: { ...more.record, reply: { root: parent.record.reply?.root ?? refTo(parent), parent: refTo(parent) } },
  });

export const linkFacet = (text: string, part: string, uri: string) => {
  const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(part)));
  return {
    index: { byteStart, byteEnd: byteStart + Buffer.byteLength(part) },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  };
};
