import { describe, expect, it } from 'vitest';
import {
  directConversationId,
  parseConversationId,
  threadConversationId,
} from '../../../../electron/core/connectors/mastodon/conversation-id';
import { conversationOf, eventsOf, messageOf } from '../../../../electron/core/connectors/mastodon/inbound';
import { foundInThread, type Thread } from '../../../../electron/core/connectors/mastodon/thread';
import { aStatus, inReplyTo, mentionHtml, mentionOf, parsed, reader, server } from './builders';

type Raw = ReturnType<typeof aStatus>;

const thread = (status: Raw, ancestors: readonly Raw[] = [], descendants: readonly Raw[] = []): Thread => ({
  ancestors: ancestors.map(parsed),
  status: parsed(status),
  descendants: descendants.map(parsed),
});
const toBrand = { mentions: [mentionOf('brand')] };
const conversationsIn = (of: Thread): readonly (readonly [string, string, string])[] =>
  foundInThread(of, reader).map((found) => {
    const { remoteId, kind } = conversationOf(found, reader);
    return [found.status.id, kind, remoteId] as const;
  });

describe('a thread under an own post', () => {
  const own = aStatus('brand', 'New beans');
  const first = aStatus('ada', 'Do you ship?', { ...toBrand, ...inReplyTo(own) });
  const answer = aStatus('brand', 'We do', { mentions: [mentionOf('ada')], ...inReplyTo(first) });
  const again = aStatus('ada', 'To Norway?', { ...toBrand, ...inReplyTo(answer) });
  const stranger = aStatus('can', 'Me too', inReplyTo(again));

  it('is one conversation per person, own answers with the person whom they answer', () => {
    const whole = thread(own, [], [first, answer, again, stranger]);
    const withAda = threadConversationId(own.id, '2');
    expect(conversationsIn(whole)).toEqual([
      [first.id, 'comment', withAda],
      [answer.id, 'comment', withAda],
      [again.id, 'comment', withAda],
      [stranger.id, 'comment', threadConversationId(own.id, '3')],
    ]);
  });

  it('is the same conversation from wherever it is read', () => {
    const fromBelow = thread(again, [own, first, answer], [stranger]);
    expect(conversationsIn(fromBelow)).toEqual(conversationsIn(thread(own, [], [first, answer, again, stranger])));
  });

  it('shows the own post above, which is no message', () => {
    const [found] = foundInThread(thread(first, [own]), reader);
    expect(found && conversationOf(found, reader)).toMatchObject({
      kind: 'comment',
      contact: { handle: 'ada@here.example', displayName: 'Ada Kılıç' },
      post: { remoteId: own.id, isOwn: true, text: 'New beans' },
      visibility: 'public',
      url: `${server}/@brand/${own.id}`,
    });
  });

  it('is not followed for ever where it goes in circles', () => {
    const one = aStatus('ada', 'one', toBrand);
    const two = aStatus('can', 'two', { ...toBrand, ...inReplyTo(one) });
    const circle = thread({ ...one, ...inReplyTo(two) }, [], [two]);
    expect(foundInThread(circle, reader)).toHaveLength(2);
  });
});

describe('a thread of somebody else', () => {
  it('brings only what speaks to the brand', () => {
    const root = aStatus('can', 'Which beans?');
    const mention = aStatus('ada', 'Try theirs', { ...toBrand, ...inReplyTo(root) });
    const aside = aStatus('june@elsewhere.example', 'Or tea', inReplyTo(root));
    const answer = aStatus('brand', 'Thanks!', { mentions: [mentionOf('ada')], ...inReplyTo(mention) });
    const further = aStatus('can', 'Good to know', inReplyTo(answer));
    const whole = thread(root, [], [mention, aside, answer, further]);
    expect(conversationsIn(whole)).toEqual([
      [mention.id, 'mention', threadConversationId(root.id, '2')],
      [answer.id, 'mention', threadConversationId(root.id, '2')],
      [further.id, 'mention', threadConversationId(root.id, '3')],
    ]);
    const [found] = foundInThread(whole, reader);
    expect(found && conversationOf(found, reader).post).toMatchObject({ remoteId: root.id, isOwn: false });
  });

  it('has no post above a person’s own words to the brand, but what they quote', () => {
    const quoted = aStatus('brand', 'New beans');
    const quote = aStatus('ada', 'Look at this', { quote: { state: 'accepted', quoted_status: quoted } });
    const plain = aStatus('ada', 'Hello', toBrand);
    const told = new Set([quote.id]);
    const [withQuote] = foundInThread(thread(quote), reader, told);
    expect(withQuote && conversationOf(withQuote, reader)).toMatchObject({
      kind: 'mention',
      post: { remoteId: quoted.id, text: 'New beans' },
    });
    const [without] = foundInThread(thread(plain), reader);
    expect(without && conversationOf(without, reader).post).toBeNull();
  });
});

describe('a private message', () => {
  const secret = (author: string, names: readonly string[], more: Readonly<Record<string, unknown>> = {}): Raw =>
    aStatus(author, names.map(mentionHtml).join(' '), {
      visibility: 'direct',
      mentions: names.map(mentionOf),
      ...more,
    });

  it('belongs to the people in it, in whatever thread and from whichever side', () => {
    const id = directConversationId(['ada@here.example']);
    const theirs = secret('ada', ['brand']);
    const another = secret('ada', ['brand']);
    const ours = secret('brand', ['ada'], inReplyTo(theirs));
    for (const of of [thread(theirs), thread(another), thread(ours, [theirs])])
      for (const [, kind, remoteId] of conversationsIn(of)) expect([kind, remoteId]).toEqual(['direct', id]);
    const group = secret('ada', ['brand', 'june@elsewhere.example']);
    expect(conversationsIn(thread(group))[0]?.[2]).toBe(
      directConversationId(['june@elsewhere.example', 'Ada@here.example']),
    );
  });

  it('keeps for the answer everybody who must be named, by the server’s own names', () => {
    const group = parsed(secret('ada', ['brand', 'june@elsewhere.example']));
    const [found] = foundInThread({ ancestors: [], status: group, descendants: [] }, reader);
    expect(found && messageOf(found, reader, '77').data).toEqual({
      visibility: 'direct',
      to: ['ada', 'june@elsewhere.example'],
      notificationId: '77',
    });
  });

  it('under a public post does not become part of the public conversation', () => {
    const own = aStatus('brand', 'New beans');
    const whisper = secret('ada', ['brand'], inReplyTo(own));
    expect(conversationsIn(thread(own, [], [whisper]))).toEqual([
      [whisper.id, 'direct', directConversationId(['ada@here.example'])],
    ]);
  });
});

describe('the id of a conversation', () => {
  it('is read back as it was made, and nothing else is', () => {
    expect(parseConversationId(threadConversationId('01:5/ä', '2'))).toEqual({
      kind: 'thread',
      rootId: '01:5/ä',
      contactId: '2',
    });
    expect(parseConversationId(directConversationId(['B@x', 'a@y']))).toEqual({
      kind: 'direct',
      people: ['a@y', 'b@x'],
    });
    for (const broken of ['', 'thread:', 'thread:1', 'direct:', 'thread:%:2', 'direct:%', 'x:1:2'])
      expect(parseConversationId(broken)).toBeNull();
  });
});

describe('what a status tells', () => {
  it('says whether the brand likes it, of others’ only', () => {
    const liked = parsed(aStatus('ada', 'hi', { ...toBrand, favourited: true }));
    const [found] = foundInThread({ ancestors: [], status: liked, descendants: [] }, reader);
    expect(found && eventsOf(found, reader).at(-1)).toEqual({
      type: 'flags',
      remoteMessageId: liked.id,
      isLiked: true,
    });
  });

  it('brings pictures with their descriptions, and of films the picture that stands for them', () => {
    const media = [
      { id: '5', type: 'image', url: 'https://files.example/5.png', description: 'a cup' },
      {
        id: '6',
        type: 'gifv',
        url: 'https://files.example/6.mp4',
        preview_url: 'https://files.example/6.webp',
        description: null,
      },
      { id: '7', type: 'image', url: 'javascript:alert(1)' },
      { type: 'image' },
    ];
    const status = parsed(aStatus('ada', 'see', { ...toBrand, media_attachments: media }));
    const [found] = foundInThread({ ancestors: [], status, descendants: [] }, reader);
    expect(found && messageOf(found, reader, null).attachments).toEqual([
      { remoteId: '5', url: 'https://files.example/5.png', mime: 'image/png', alt: 'a cup', sizeBytes: null },
      { remoteId: '6', url: 'https://files.example/6.webp', mime: 'image/webp', alt: '', sizeBytes: null },
      { remoteId: '7', url: null, mime: 'image/jpeg', alt: '', sizeBytes: null },
    ]);
  });
});
