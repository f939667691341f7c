import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../electron/core/connectors/bluesky/index';
import type { InboundEvent, PullPage } from '../../electron/core/connectors/core/types';
import type { RecordRef } from '../servers/clients/atproto-person';
import { startAtproto, type AtprotoServer } from '../servers/start';
import { blueskyNetwork, type BlueskyBrand, type BlueskyCustomer } from './bluesky/world';
import type { SuiteWorld } from './suite';
import {
  itemFor,
  marker,
  need,
  never,
  openDesk,
  sentOf,
  until,
  valueOf,
  type Desk,
  type MessageEvent,
} from './suite/tools';

const network = blueskyNetwork('app_password', 'Bluesky', {});

describe('reading Bluesky page by page', () => {
  let server: AtprotoServer;
  let world: SuiteWorld;
  let brand: BlueskyBrand;
  let customer: BlueskyCustomer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startAtproto();
    world = await network.start();
    brand = world.brands[0] as BlueskyBrand;
    customer = world.customers[0] as BlueskyCustomer;
    desk = await openDesk(connector, world, brand);
  });
  afterEach(() => server.faults.reset());

  const pullAll = async (
    stream: string,
    from: string | null,
  ): Promise<{ pages: PullPage[]; cursor: string | null }> => {
    const pages: PullPage[] = [];
    let cursor = from;
    for (let hasMore = true; hasMore && pages.length < 50;) {
      const page = valueOf(await desk.link.pull(stream, cursor, never));
      pages.push(page);
      ({ cursor, hasMore } = page);
    }
    return { pages, cursor };
  };
  const textsOf = (events: readonly InboundEvent[]): readonly string[] =>
    events.flatMap((event) => (event.type === 'message' ? [event.message.text] : []));

  it('finds an answer that was indexed in the same instant as the post', async () => {
    const text = marker('instant');
    const post = await brand.person.write(marker('post'));
    await customer.person.reply(post, text);
    expect((await desk.waitForText(text)).conversation.kind).toBe('comment');
  });

  it('brings 130 mentions once each over several pages, although the server goes away in between', async () => {
    const word = marker('many');
    const texts = Array.from({ length: 130 }, (_, index) => `@${brand.handle} ${word} ${index}`);
    for (const text of texts) await customer.person.write(text, [{ handle: brand.handle, did: brand.account.did }]);
    await server.flush();
    const first = valueOf(await desk.link.pull('notifications', null, never));
    expect(first.hasMore).toBe(true);
    expect(first.covered).toBeNull();
    await server.faults.down();
    const away = await desk.link.pull('notifications', first.cursor, never);
    expect(away.ok ? 'ok' : away.error.kind).toBe('unreachable');
    await server.faults.up();
    const { pages, cursor } = await pullAll('notifications', first.cursor);
    const found = textsOf([first, ...pages].flatMap((page) => page.events)).filter((text) => text.includes(word));
    expect(found.toSorted()).toEqual(texts.toSorted());
    const covered = pages.at(-1)?.covered;
    expect(covered?.toAt ?? 0).toBeGreaterThan(covered?.fromAt ?? 0);
    const again = await pullAll('notifications', cursor);
    expect(textsOf(again.pages.flatMap((page) => page.events))).toEqual([]);
  });

  it('starts a run again from the top when the network no longer knows the place in the list', async () => {
    const first = valueOf(await desk.link.pull('notifications', null, never));
    expect(first.hasMore).toBe(true);
    const body = { error: 'InvalidRequest', message: 'Malformed cursor' };
    await server.faults.add({ kind: 'answer', path: 'listNotifications.*cursor=', status: 400, body });
    const restarted = valueOf(await desk.link.pull('notifications', first.cursor, never));
    expect(restarted.hasMore).toBe(true);
    expect((await pullAll('notifications', restarted.cursor)).pages.at(-1)?.covered).not.toBeNull();
  });

  it('goes further back on request, down to a time', async () => {
    const page = valueOf(await need(desk.link.backfill, 'backfill').call(desk.link, 'notifications', null, 0, never));
    expect(page.events.length).toBeGreaterThan(0);
    const messages = page.events.filter((event): event is MessageEvent => event.type === 'message');
    const until0 = messages[0]?.message.createdAt ?? 0;
    const none = await need(desk.link.backfill, 'backfill').call(
      desk.link,
      'notifications',
      null,
      until0 + 60_000,
      never,
    );
    expect(textsOf(none.ok ? none.value.events : [])).toEqual([]);
  });

  it('says that an own post is gone', async () => {
    const post = await brand.post(marker('mistake'));
    const text = marker('comment');
    await need(customer.comment, 'comment')(post, text);
    await desk.waitForText(text);
    await desk.pull();
    await brand.person.remove(post.remoteId);
    await desk.waitFor(
      'the deletion of the post',
      (event): event is Extract<InboundEvent, { type: 'post_delete' }> =>
        event.type === 'post_delete' && event.remotePostId === post.remoteId,
    );
  });

  it('reads conversations anew when the chat service no longer knows the place in its log, and loses nothing', async () => {
    const before = marker('before');
    await customer.person.message(brand.account.did, before);
    const { cursor } = await pullAll('chat', null);
    const after = marker('after');
    await customer.person.message(brand.account.did, after);
    const body = { error: 'InvalidRequest', message: 'Invalid cursor' };
    await server.faults.add({ kind: 'answer', path: 'chat\\.bsky\\.convo\\.getLog', status: 400, body });
    const { pages } = await pullAll('chat', cursor);
    expect(textsOf(pages.flatMap((page) => page.events))).toContain(after);
  });

  it('answers the request of a stranger by accepting it first', async () => {
    const stranger = world.customers[1] as BlueskyCustomer;
    const question = marker('request');
    await stranger.person.message(brand.account.did, question);
    const asked = await desk.waitForText(question);
    const text = marker('answer');
    sentOf(await desk.link.send(itemFor(asked, text), never));
    expect((await stranger.person.messagesWith(brand.account.did)).map((message) => message.text)).toContain(text);
  });

  it('fetches a picture from the account server where there is no CDN', async () => {
    const text = marker('picture');
    await need(customer.picture, 'picture')(await brand.post(marker('post')), text, 'a cup');
    const { message } = await desk.waitForText(text);
    const url = message.attachments[0]?.url ?? '';
    const media = valueOf(await need(desk.link.fetchMedia, 'fetchMedia').call(desk.link, url, 1_000_000, never));
    expect(media.mime).toBe('image/png');
    expect(Buffer.from(media.bytes.subarray(1, 4)).toString()).toBe('PNG');
  });

  it('keeps who may answer when it hides a comment', async () => {
    const post = (await brand.post(marker('post'))) as RecordRef & { remoteId: string };
    const text = marker('rude');
    await need(customer.comment, 'comment')(post, text);
    const event = await desk.waitForText(text);
    const rkey = post.remoteId.split('/').at(-1) ?? '';
    await brand.person.post('com.atproto.repo.putRecord', {
      repo: brand.account.did,
      collection: 'app.bsky.feed.threadgate',
      rkey,
      record: {
        $type: 'app.bsky.feed.threadgate',
        post: post.remoteId,
        createdAt: new Date().toISOString(),
        allow: [{ $type: 'app.bsky.feed.threadgate#mentionRule' }],
      },
    });
    const request = {
      action: 'hide' as const,
      conversationRemoteId: event.conversation.remoteId,
      contact: event.conversation.contact,
      message: { remoteId: event.message.remoteId, isOwn: false, data: event.message.data },
      post: null,
      reason: null,
    };
    valueOf(await need(desk.link.act, 'act').call(desk.link, request, never));
    const uri = `at://${brand.account.did}/app.bsky.feed.threadgate/${rkey}`;
    const gate = (await brand.person.readRecord(uri)).value as unknown as Record<string, unknown>;
    expect(gate['hiddenReplies']).toEqual([event.message.remoteId]);
    expect(gate['allow']).toEqual([{ $type: 'app.bsky.feed.threadgate#mentionRule' }]);
  });

  it('never changes what a first attempt wrote, even where the text of the second differs', async () => {
    const question = marker('question');
    await need(customer.comment, 'comment')(await brand.post(marker('post')), question);
    const item = itemFor(await desk.waitForText(question), marker('first'));
    const sent = sentOf(await desk.link.send(item, never));
    const again = sentOf(await desk.link.send({ ...item, text: marker('second') }, never));
    expect(again).toEqual(sent);
    await until(
      world,
      'the reply',
      async () => (await customer.person.readRecord(sent.remoteId)).value.text === item.text,
    );
    expect(valueOf(await need(desk.link.findByKey, 'findByKey').call(desk.link, item, never))?.text).toBe(item.text);
    const unsent = itemFor(await desk.waitForText(question), 'never sent');
    expect(valueOf(await need(desk.link.findByKey, 'findByKey').call(desk.link, unsent, never))).toBeNull();
  });
});
