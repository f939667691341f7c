import { describe, expect, it } from 'vitest';
import {
  conversationOf,
  eventsOf,
  isAddressedTo,
  messageOf,
  writtenAt,
  type FoundPost,
} from '../../../../electron/core/connectors/bluesky/inbound';
import { contactOf } from '../../../../electron/core/connectors/bluesky/people';
import { notification, postView, type PostView } from '../../../../electron/core/connectors/bluesky/schemas';
import { foundInThread, readThreadNode } from '../../../../electron/core/connectors/bluesky/thread-tree';
import { aPost, aReply, brandDid, didOf, refTo } from './builders';

const found = (post: PostView, more: Partial<FoundPost> = {}): FoundPost => ({
  post,
  root: null,
  quoted: null,
  contact: contactOf(post.author),
  ...more,
});
const mentionOf = (did: string) => [
  { index: { byteStart: 0, byteEnd: 5 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] },
];
const quoteOf = (post: PostView) => ({ $type: 'app.bsky.embed.record', record: refTo(post) });

describe('conversations of posts', () => {
  it('are comments under an own first post, one per person, with that post above them', () => {
    const own = aPost('brand', 'New beans');
    const comment = aReply('ada', 'Do you ship?', own);
    const deep = aReply('ada', 'Hello?', aReply('brand', 'We do', comment));
    const first = conversationOf(found(comment, { root: own }), brandDid);
    expect(first).toMatchObject({ kind: 'comment', visibility: 'public', contact: { handle: 'ada.test' } });
    expect(first.post).toMatchObject({ text: 'New beans', isOwn: true });
    expect(conversationOf(found(deep, { root: own }), brandDid).remoteId).toBe(first.remoteId);
    const other = conversationOf(found(aReply('can', 'Me too', comment), { root: own }), brandDid);
    expect(other.remoteId).not.toBe(first.remoteId);
  });

  it('are mentions elsewhere, with what the thread began with, and nothing above the own first words of a person', () => {
    const theirs = aPost('can', 'Where is good coffee?');
    const answer = aReply('ada', '@brand', theirs, { record: { facets: mentionOf(brandDid) } });
    expect(conversationOf(found(answer, { root: theirs }), brandDid)).toMatchObject({
      kind: 'mention',
      post: { text: 'Where is good coffee?', isOwn: false },
    });
    const alone = aPost('ada', '@brand hello', { record: { facets: mentionOf(brandDid) } });
    expect(conversationOf(found(alone), brandDid).post).toBeNull();
    const later = aReply('ada', 'still there?', aReply('brand', 'hi', alone));
    const again = conversationOf(found(later, { root: alone }), brandDid);
    expect(again).toMatchObject({ remoteId: conversationOf(found(alone), brandDid).remoteId, post: null });
  });

  it('of a quote show the quoted own post', () => {
    const own = aPost('brand', 'New beans');
    const quote = aPost('ada', 'Look at this', { record: { embed: quoteOf(own) } });
    expect(isAddressedTo(brandDid, quote)).toBe(true);
    expect(conversationOf(found(quote, { quoted: own }), brandDid)).toMatchObject({
      kind: 'mention',
      post: { text: 'New beans', isOwn: true },
    });
  });
});

describe('messages of posts', () => {
  it('keep what an answer needs: the first post of the thread is not the one that is answered', () => {
    const own = aPost('brand', 'New beans');
    const answer = aReply('brand', 'We do', aReply('ada', 'Do you ship?', own));
    const deep = aReply('ada', 'Great', answer);
    expect(messageOf(deep, brandDid)).toMatchObject({
      inReplyToRemoteId: answer.uri,
      isOwn: false,
      data: { self: refTo(deep), root: refTo(own) },
    });
  });

  it('bear clocks that are wrong', () => {
    const at = (createdAt: string): number =>
      writtenAt(aPost('ada', 'x', { record: { createdAt }, indexedAt: '2026-11-20T09:00:00.000Z' }));
    const seen = Date.UTC(2026, 10, 20, 9);
    expect(at('2026-11-20T08:59:00.000Z')).toBe(seen - 60_000);
    expect(at('2031-01-01T00:00:00.000Z')).toBe(seen);
    expect(at('1999-01-01T00:00:00.000Z')).toBe(seen);
    expect(at('yesterday')).toBe(seen);
  });

  it('show alt text and say whether the brand likes or hid them', () => {
    const own = aPost('brand', 'New beans');
    const comment = aReply('ada', 'My cup', own, {
      embed: {
        $type: 'app.bsky.embed.images#view',
        images: [{ fullsize: 'https://cdn.example/1', alt: 'a chipped cup' }],
        thumbnail: undefined,
        alt: undefined,
      },
      viewer: { like: 'at://did:plc:brand/app.bsky.feed.like/1' },
    });
    const gated = { ...own, threadgate: { record: { hiddenReplies: [comment.uri] } } };
    const events = eventsOf(found(comment, { root: gated }), brandDid);
    expect(events[0]).toMatchObject({
      message: { attachments: [{ alt: 'a chipped cup', url: 'https://cdn.example/1' }] },
    });
    expect(events[1]).toEqual({ type: 'flags', remoteMessageId: comment.uri, isLiked: true, isHidden: true });
  });
});

describe('reading a thread', () => {
  const node = (post: PostView, replies: readonly unknown[] = [], parent?: unknown) => ({
    $type: 'app.bsky.feed.defs#threadViewPost',
    post,
    replies,
    ...(parent === undefined ? {} : { parent }),
  });

  it('finds what belongs to the brand, own answers with the person they speak to, and nothing else', () => {
    const own = aPost('brand', 'New beans');
    const more = aReply('brand', '2/2', own);
    const comment = aReply('ada', 'Do you ship?', own);
    const answer = aReply('brand', 'We do', comment);
    const again = aReply('brand', 'Everywhere', answer);
    const tree = node(own, [node(more), node(comment, [node(answer, [node(again)])])]);
    const texts = foundInThread(readThreadNode(tree), brandDid).map(({ post, contact }) => [
      post.record.text,
      contact.handle,
    ]);
    expect(texts).toEqual([
      ['Do you ship?', 'ada.test'],
      ['We do', 'ada.test'],
      ['Everywhere', 'ada.test'],
    ]);
  });

  it('leaves out what strangers say to each other in the thread of somebody else', () => {
    const theirs = aPost('can', 'Where is good coffee?');
    const mention = aReply('ada', '@brand', theirs, { record: { facets: mentionOf(brandDid) } });
    const answer = aReply('brand', 'Here!', mention);
    const thanks = aReply('ada', 'Thanks', answer);
    const chatter = aReply('eve', 'Nice weather', mention);
    const tree = node(answer, [node(thanks)], node(mention, [], node(theirs)));
    const withChatter = node(mention, [node(chatter)], node(theirs));
    expect(foundInThread(readThreadNode(tree), brandDid).map(({ post }) => post.record.text)).toEqual([
      '@brand',
      'Here!',
      'Thanks',
    ]);
    expect(foundInThread(readThreadNode(withChatter), brandDid).map(({ post }) => post.record.text)).toEqual([
      '@brand',
    ]);
  });

  it('bears deleted, blocked and unreadable branches', () => {
    const own = aPost('brand', 'New beans');
    const comment = aReply('ada', 'Do you ship?', own);
    const tree = node(own, [
      { $type: 'app.bsky.feed.defs#notFoundPost', uri: 'at://x', notFound: true },
      { $type: 'app.bsky.feed.defs#blockedPost', uri: 'at://x', blocked: true },
      { $type: 'app.bsky.feed.defs#threadViewPost', post: { uri: 7 } },
      null,
      'text',
      node(comment),
    ]);
    expect(foundInThread(readThreadNode(tree), brandDid).map(({ post }) => post.uri)).toEqual([comment.uri]);
    expect(readThreadNode({ notFound: true })).toEqual({ kind: 'gone' });
    let endless: unknown = node(comment);
    for (let level = 0; level < 5_000; level += 1) endless = node(own, [endless]);
    expect(foundInThread(readThreadNode(endless), brandDid)).toEqual([]);
  });
});

describe('entries of the network', () => {
  const entry = {
    uri: `at://${didOf('ada')}/app.bsky.feed.post/1`,
    cid: 'c',
    author: { did: didOf('ada'), handle: 'ada.test' },
    reason: 'reply',
    record: { text: 'hi', createdAt: '2026-11-20T09:00:00.000Z' },
    indexedAt: '2026-11-20T09:00:00.000Z',
  };

  it('may carry more than is known, and wrong things where they are only shown', () => {
    const odd = { ...entry, author: { ...entry.author, displayName: 7, viewer: 'x' }, more: {}, isRead: 'yes' };
    expect(notification.safeParse(odd)).toMatchObject({ success: true, data: { isRead: false } });
    expect(postView.safeParse({ ...entry, embed: 7, replyCount: 'many', viewer: [] }).success).toBe(true);
  });

  it.each([
    { ...entry, uri: 'https://x' },
    { ...entry, author: { handle: 'ada.test' } },
    { ...entry, record: { text: 7 } },
    { ...entry, indexedAt: 'soon' },
    { ...entry, cid: '' },
  ])('are left out where what identifies them is wrong', (wrong) => {
    expect(notification.safeParse(wrong).success).toBe(false);
  });
});
