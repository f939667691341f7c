import { describe, expect, it } from 'vitest';
import { createEventReader } from '../../../../electron/core/connectors/mastodon/event-stream';
import {
  beginListing,
  readConversationState,
  takePage,
} from '../../../../electron/core/connectors/mastodon/conversation-run';
import { ownState, ownToRead, startThreads } from '../../../../electron/core/connectors/mastodon/thread-run';
import { aStatus, inReplyTo, json, linkTo, mentionOf, signal, startAt, targetOf } from './builders';

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('the event stream', () => {
  it('is read however it is cut, signs of life pass by', () => {
    const text =
      ':)\n:thump\nevent: notification\ndata: {"id":"1"}\n\n:thump\r\nevent: delete\r\ndata: 5\r\n\r\nevent: x\n\n';
    for (const size of [1, 2, 3, 7, 1_000]) {
      const events: string[] = [];
      const read = createEventReader((event) => events.push(event));
      for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size));
      expect(events).toEqual(['notification', 'delete']);
    }
  });

  it('without an end costs no memory', () => {
    const events: string[] = [];
    const read = createEventReader((event) => events.push(event));
    read('event: notification\ndata: ');
    for (let piece = 0; piece < 20; piece += 1) read('x'.repeat(1_000_000));
    read('\n\n');
    expect(events.length).toBeLessThanOrEqual(1);
  });

  it('only wakes, comes back after a loss with growing pauses, and ends when closed', async () => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    let opened = 0;
    const { link, clock, calls } = linkTo(({ url }) => {
      if (url.pathname.endsWith('/instance'))
        return json({ version: '4.5.0', configuration: { urls: { streaming: 'wss://here.example' } } });
      opened += 1;
      const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const woken: string[] = [];
    const close = link.wake?.((stream) => woken.push(stream));
    await turns(50);
    expect(opened).toBe(1);
    // What came while nobody listened.
    expect(woken).toEqual(['mentions', 'conversations']);
    controller?.enqueue(new TextEncoder().encode('event: notification\ndata: {}\n\nevent: update\ndata: {}\n\n'));
    await turns(20);
    expect(woken.slice(2)).toEqual(['mentions']);
    controller?.close();
    await turns(20);
    expect(opened).toBe(1);
    clock.advance(10_000);
    await turns(50);
    expect(opened).toBe(2);
    close?.();
    controller?.close();
    clock.advance(600_000);
    await turns(50);
    expect(opened).toBe(2);
    expect(calls.at(-1)?.headers.get('authorization')).toBe('Bearer secret-token');
  });

  it('is left alone on a server that has none', async () => {
    const { link, clock, calls } = linkTo(({ url }) =>
      url.pathname.endsWith('/instance') ? json({ version: '4.5.0' }) : new Response('', { status: 404 }),
    );
    link.wake?.(() => {});
    await turns(30);
    const asked = calls.length;
    clock.advance(3_600_000);
    await turns(30);
    expect(calls).toHaveLength(asked);
  });
});

describe('the list of private conversations', () => {
  const entry = (id: string, lastId: string, lastAt = startAt, editedAt: number | null = null) => ({
    id,
    lastId,
    lastAt,
    editedAt,
  });

  it('is gone through while anything on a page changed, and only what changed is read', () => {
    const state = readConversationState(null);
    const first = takePage(state, beginListing(state, startAt), [entry('1', 'a'), entry('2', 'b')], '77');
    expect(first.run).toMatchObject({ left: ['a', 'b'], isListed: false, page: '77' });
    const next = { ...first.state, coveredTo: startAt, run: null };
    const quiet = takePage(next, beginListing(next, startAt), [entry('1', 'a'), entry('2', 'b')], '77');
    expect(quiet.run).toMatchObject({ left: [], isListed: true });
    const edited = takePage(
      next,
      beginListing(next, startAt),
      [entry('1', 'a', startAt, startAt), entry('2', 'c')],
      null,
    );
    expect(edited.run).toMatchObject({ left: ['a', 'c'], isListed: true });
  });

  it('goes back a month at first, and ends on a server that repeats its page', () => {
    const state = readConversationState('{"broken"');
    const run = beginListing(state, startAt);
    const old = entry('9', 'z', startAt - 31 * 86_400_000);
    expect(takePage(state, run, [entry('1', 'a'), old], '5').run.left).toEqual(['a']);
    expect(takePage(state, { ...run, page: '5' }, [entry('3', 'c')], '5').run.isListed).toBe(true);
  });

  it('goes on by the Link header alone, and brings the whole thread of each', async () => {
    const theirs = aStatus('ada', 'secret', { visibility: 'direct', mentions: [mentionOf('brand')] });
    const ours = aStatus('brand', 'known', {
      visibility: 'direct',
      mentions: [mentionOf('ada')],
      ...inReplyTo(theirs),
    });
    const listed = (id: string): unknown => ({ id, unread: true, accounts: [], last_status: ours });
    const { link, calls } = linkTo(({ url }) => {
      if (url.pathname.endsWith('/context')) return json({ ancestors: [theirs], descendants: [] });
      if (url.pathname.includes('/statuses/')) return json(ours);
      if (url.searchParams.has('max_id')) return json([listed('3'), { id: '4', last_status: null }]);
      return json([listed('2')], { headers: { link: '<https://here.example/?max_id=internal-55>; rel="next"' } });
    });
    const first = await link.pull('conversations', null, signal);
    expect(first.ok && first.value.hasMore).toBe(true);
    expect(
      first.ok && first.value.events.flatMap((event) => (event.type === 'message' ? [event.message.text] : [])),
    ).toEqual(['secret', 'known']);
    await link.pull('conversations', first.ok ? first.value.cursor : null, signal);
    expect(calls.some(({ url }) => url.searchParams.get('max_id') === 'internal-55')).toBe(true);
  });
});

describe('own threads', () => {
  const listed = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
    id,
    isReply: false,
    replies: 0,
    writtenAt: startAt,
    editedAt: null,
    ...more,
  });

  it('are read where an own answer is new, answers came or a text changed, and otherwise not', () => {
    const before = {
      ...startThreads,
      lastRunAt: startAt,
      own: ownState([
        listed('quiet', { isReply: true }),
        listed('answered', { isReply: true }),
        listed('edited', { isReply: true }),
      ]),
    };
    const now = [
      listed('quiet', { isReply: true }),
      listed('answered', { isReply: true, replies: 1 }),
      listed('edited', { isReply: true, editedAt: startAt }),
      listed('outside', { isReply: true }),
      listed('lonely'),
    ];
    expect(ownToRead(before, now, startAt + 86_400_001)).toEqual(['answered', 'edited', 'outside']);
  });

  it('bring an own deletion as both, since what it was changes nothing', async () => {
    const root = aStatus('brand', 'New beans');
    let isGone = false;
    const { link } = linkTo(({ url }) => {
      if (url.pathname.includes('/accounts/')) return json(isGone || url.searchParams.has('max_id') ? [] : [root]);
      return json({ error: 'Record not found' }, { status: 404 });
    });
    const first = await link.pull('threads', null, signal);
    isGone = true;
    const second = await link.pull('threads', first.ok ? first.value.cursor : null, signal);
    expect(second.ok && second.value.events).toMatchObject([
      { type: 'delete', remoteMessageId: root.id },
      { type: 'post_delete', remotePostId: root.id },
    ]);
  });
});

describe('telling the server that something was read', () => {
  it('moves the marker forward only, and again where somebody else moved it', async () => {
    const target = targetOf(aStatus('ada', 'hi'), {
      message: { remoteId: '5', data: { visibility: 'public', to: ['ada'], notificationId: '100' } },
    });
    let conflicts = 2;
    let stored = '99';
    const { link, calls } = linkTo(({ method, body }) => {
      if (method === 'GET') return json({ notifications: { last_read_id: stored, version: 1, updated_at: '' } });
      conflicts -= 1;
      if (conflicts >= 0) return json({ error: 'Conflict' }, { status: 409 });
      stored = (JSON.parse(body) as { notifications: { last_read_id: string } }).notifications.last_read_id;
      return json({});
    });
    expect(await link.markSeen?.(target, signal)).toEqual({ ok: true, value: null });
    expect(stored).toBe('100');
    const before = calls.length;
    stored = '101';
    expect(await link.markSeen?.(target, signal)).toEqual({ ok: true, value: null });
    expect(calls.slice(before).map(({ method }) => method)).toEqual(['GET']);
  });

  it('marks the conversations among the same people, and no others', async () => {
    const people = (...names: readonly string[]) =>
      names.map((acct) => ({ id: acct, acct, display_name: '', url: null }));
    const { link, calls } = linkTo(({ method }) =>
      json(
        method === 'POST'
          ? {}
          : [
              { id: '1', unread: true, accounts: people('ada') },
              { id: '2', unread: false, accounts: people('ada') },
              { id: '3', unread: true, accounts: people('can') },
              { id: '4', unread: true, accounts: people('ada', 'can') },
            ],
      ),
    );
    const target = targetOf(aStatus('ada', 'hi'), {
      conversationRemoteId: 'direct:ada%40here.example',
      kind: 'direct',
    });
    await link.markSeen?.(target, signal);
    expect(calls.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname)).toEqual([
      '/api/v1/conversations/1/read',
    ]);
  });
});
