import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atUri, authorOf, parseAtUri } from '../../../../electron/core/connectors/bluesky/at-uri';
import {
  convoConversationId,
  parseChatMessageId,
  parseConversationId,
  chatMessageId,
  threadConversationId,
} from '../../../../electron/core/connectors/bluesky/conversation-id';
import { isTid, tidForItem, tidForSubject, tidTime } from '../../../../electron/core/connectors/bluesky/tid';

const times = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

describe('the record key of an answer', () => {
  it('is the same at every attempt and holds the time at which Send was pressed', () => {
    fc.assert(
      fc.property(fc.uuid(), times, (key, at) => {
        const tid = tidForItem(key, at);
        expect(tidForItem(key, at)).toBe(tid);
        expect(isTid(tid)).toBe(true);
        expect(tid).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
        expect(tidTime(tid)).toBe(at);
      }),
    );
  });

  it('is another one for every other answer, even of the same millisecond', () => {
    const at = Date.UTC(2026, 10, 20);
    const keys = new Set(Array.from({ length: 50 }, (_, n) => tidForItem(`answer-${n}`, at)));
    expect(keys.size).toBe(50);
  });

  it('grows with time, as the network orders records by it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), times, fc.integer({ min: 1, max: 1e9 }), (one, other, at, later) => {
        expect(tidForItem(one, at) < tidForItem(other, at + later)).toBe(true);
      }),
    );
  });

  it('is decided by the subject for a like or a block, so that setting it twice is one', () => {
    const like = tidForSubject('app.bsky.feed.like', 'at://did:plc:ada/app.bsky.feed.post/1');
    expect(tidForSubject('app.bsky.feed.like', 'at://did:plc:ada/app.bsky.feed.post/1')).toBe(like);
    expect(tidForSubject('app.bsky.graph.block', 'at://did:plc:ada/app.bsky.feed.post/1')).not.toBe(like);
    expect(isTid(like)).toBe(true);
  });
});

describe('addresses and ids', () => {
  it('are read back as they were written', () => {
    const uri = atUri('did:plc:ada', 'app.bsky.feed.post', '3kabc');
    expect(parseAtUri(uri)).toEqual({ repo: 'did:plc:ada', collection: 'app.bsky.feed.post', key: '3kabc' });
    expect(authorOf(uri)).toBe('did:plc:ada');
    expect(parseConversationId(threadConversationId(uri, 'did:plc:can'))).toEqual({
      kind: 'thread',
      rootUri: uri,
      contactDid: 'did:plc:can',
    });
    expect(parseConversationId(convoConversationId('c1'))).toEqual({ kind: 'convo', convoId: 'c1' });
    expect(parseChatMessageId(chatMessageId('c1', 'm1'))).toEqual({ convoId: 'c1', messageId: 'm1' });
  });

  it.each([
    '',
    'at://',
    'at://ada.test/app.bsky.feed.post/1',
    'https://x',
    'at://did:plc:a/app.bsky.feed.post',
    '|',
    'thread||',
    'convo|',
  ])('are not guessed from %s', (text) => {
    expect(parseAtUri(text)).toBeNull();
    expect(parseConversationId(text)).toBeNull();
  });
});
