import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRow, OutboxItem } from '@shared/contract/views';
import { plainText } from '../servers/clients/mastodon-person';
import { startMastodonFake, type MastodonFake } from '../servers/start';
import { memoryKeychain, type MemoryKeychain } from '../support/core/memory-keychain';
import { skippingClock } from '../support/core/skipping-clock';
import { startTestCore, type TestCore } from '../support/core/test-core';
import { until as untilWithin } from '../support/until';
import { fakeBrand, fakeCustomer, type FakeFlow } from './mastodon/fake-network';
import type { ApiBrand, ApiCustomer } from './mastodon/world';
import { connectInApp, replyInApp, type AccountInApp } from './suite/in-app';
import { marker } from './suite/tools';

/** A brand in the app: its workspace, its connected account, and the same brand by plain HTTP. */
interface ConnectedBrand extends AccountInApp {
  readonly outside: ApiBrand;
}

/** The core's own time: its pauses, its rate budget and the network's settle time pass while a test waits. */
const clock = skippingClock();

/** The description is checked on every call, which takes its time. */
const until = <T>(what: string, read: () => T | Promise<T>): Promise<NonNullable<T>> =>
  untilWithin(
    what,
    async () => {
      const found = await read();
      if (found === null || found === undefined || found === false) clock.moveOn(1_000);
      return found;
    },
    90_000,
  );

let server: MastodonFake;
let core: TestCore;
let keychain: MemoryKeychain;
let first: ConnectedBrand;
let second: ConnectedBrand;
let ada: ApiCustomer;

const connect = async (flow: FakeFlow, name: string): Promise<ConnectedBrand> => {
  const outside = await fakeBrand(server, flow, name);
  const { id } = await core.call('workspaces.create', { name, recallMs: 0 });
  return { ...(await connectInApp(core, id, 'mastodon', outside)), outside };
};

const arrives = ({ workspaceId }: ConnectedBrand, text: string): Promise<ConversationRow> =>
  until(text, async () => {
    await core.call('sync.now', { workspaceId });
    const { items } = await core.call('conversations.list', { workspaceId, limit: 200 });
    return items.find(({ preview }) => preview.includes(text));
  });

const asks = async (brand: ConnectedBrand, kind: 'comment' | 'direct' = 'comment'): Promise<ConversationRow> => {
  const text = marker('question');
  if (kind === 'direct') await ada.direct?.(brand.outside, text);
  else await ada.comment?.(await brand.outside.post(marker('post')), text);
  return arrives(brand, text);
};

const replies = (brand: ConnectedBrand, conversation: ConversationRow, text: string): Promise<OutboxItem> =>
  replyInApp(core, brand, conversation, text);

const stateOf = async ({ workspaceId }: ConnectedBrand, item: OutboxItem): Promise<string> =>
  (await core.call('outbox.get', { workspaceId, itemId: item.id })).state;

const leaves = (brand: ConnectedBrand, item: OutboxItem): Promise<unknown> =>
  until(`${item.text} to be sent`, async () => {
    await core.call('sync.now', { workspaceId: brand.workspaceId });
    return (await stateOf(brand, item)) === 'sent';
  });

/** What the server holds of a brand, read by somebody else. */
const postsOf = async ({ outside }: ConnectedBrand, text: string) =>
  (await outside.person.postsOf(outside.account.id)).filter(({ content }) => plainText(content).includes(text));

beforeAll(async () => {
  server = await startMastodonFake();
  await server.controls.rateLimit(1_000_000, 300_000);
  keychain = memoryKeychain();
  core = startTestCore({ keychain, clock });
  second = await connect('browser', 'Other Brand');
  ada = await fakeCustomer(server, () => [first.outside, second.outside], 'Ada Kilic');
});
// A rate budget and a history of its own for each case: what one reads does not make the next one wait.
beforeEach(async () => {
  first = await connect('token', 'Defne Kahve');
});
afterEach(async () => {
  await server.faults.reset();
  await server.controls.reveal();
});
afterAll(async () => {
  await core?.stop();
  await server?.controls.rateLimit();
});

describe('an account of the Mastodon API in the app', () => {
  it('keeps its credential in the keychain and nowhere else', async () => {
    expect([...keychain.items.values()].filter((value) => value.includes(first.outside.account.token))).toHaveLength(1);
    const accounts = await core.call('channels.list', { workspaceId: second.workspaceId });
    expect(accounts.map(({ handle, state }) => [handle, state])).toEqual([[second.outside.fullHandle, 'connected']]);
  });

  it('answers a comment once, under it, from the right account, as an independent reader sees it', async () => {
    const conversation = await asks(first);
    expect(conversation.kind).toBe('comment');
    const text = marker('answer');
    await leaves(first, await replies(first, conversation, text));
    const [post, ...more] = await postsOf(first, text);
    expect(more).toEqual([]);
    expect(post && plainText(post.content)).toMatch(new RegExp(`^@${ada.account.acct} ${text}$`));
    expect(post?.visibility).toBe('public');
    expect(await postsOf(second, text)).toEqual([]);
    const heard = await ada.person.notifications();
    expect(heard.some(({ status }) => status?.id === post?.id)).toBe(true);
  });

  it('shows the answer in its thread once, as it was typed, also after the network reported it back', async () => {
    const conversation = await asks(first);
    const text = marker('answer');
    await leaves(first, await replies(first, conversation, text));
    for (let turn = 0; turn < 2; turn += 1) await core.call('sync.now', { workspaceId: first.workspaceId });
    const list = { workspaceId: first.workspaceId, conversationId: conversation.id };
    const thread = await core.call('messages.list', list);
    expect(thread.items.filter((entry) => entry.text.includes(text)).map((entry) => entry.text)).toEqual([text]);
  });

  it('answers a private message privately', async () => {
    const conversation = await asks(second, 'direct');
    expect(conversation.kind).toBe('direct');
    const text = marker('secret');
    await leaves(second, await replies(second, conversation, text));
    expect((await postsOf(second, text)).map(({ visibility }) => visibility)).toEqual(['direct']);
    await expect(
      (await fakeCustomer(server, () => [], 'Stranger')).person.postsOf(second.outside.account.id),
    ).resolves.toSatisfy((posts: readonly { content: string }[]) =>
      posts.every(({ content }) => !content.includes(text)),
    );
  });

  it('sends what was written while the server was away, once, after it returns', async () => {
    const conversation = await asks(first);
    await server.faults.down();
    const text = marker('later');
    const item = await replies(first, conversation, text);
    await core.call('sync.now', { workspaceId: first.workspaceId });
    expect(await stateOf(first, item)).toBe('queued');
    await server.faults.up();
    await leaves(first, item);
    expect(await postsOf(first, text)).toHaveLength(1);
  });

  it.each([
    ['and the server shows the reply at once', false],
    ['and the server shows it to nobody for a while', true],
  ])('sends once though the answer of the server was lost, %s', async (_name, isLate) => {
    const conversation = await asks(first);
    const text = marker('lost');
    if (isLate) await server.controls.withhold();
    await server.faults.add({ kind: 'drop-answer', method: 'POST', path: '/api/v1/statuses$' });
    const item = await replies(first, conversation, text);
    await until('an unknown outcome', async () => {
      await core.call('sync.now', { workspaceId: first.workspaceId });
      return (await stateOf(first, item)) !== 'queued';
    });
    await until('the outcome', async () => {
      await core.call('outbox.check', { workspaceId: first.workspaceId, itemId: item.id }).catch(() => null);
      await core.call('sync.now', { workspaceId: first.workspaceId });
      return (await stateOf(first, item)) === 'sent';
    });
    await server.controls.reveal();
    expect(await postsOf(first, text)).toHaveLength(1);
  });

  it('holds a reply whose message was deleted since', async () => {
    const question = marker('regretted');
    const asked = await ada.comment?.(await first.outside.post(marker('post')), question);
    const conversation = await arrives(first, question);
    await ada.remove?.(asked ?? { remoteId: '' });
    const item = await replies(first, conversation, marker('too late'));
    await until('the hold', async () => {
      await core.call('sync.now', { workspaceId: first.workspaceId });
      return (await stateOf(first, item)) === 'held';
    });
    const held = await core.call('outbox.get', { workspaceId: first.workspaceId, itemId: item.id });
    expect(held.holdReason).toBe('target_deleted');
  });

  it('asks for a new sign-in when its token was revoked, and the other account goes on', async () => {
    await server.controls.revoke(first.outside.account.acct);
    await core.call('sync.now').catch(() => null);
    const state = async ({ workspaceId }: ConnectedBrand): Promise<string | undefined> =>
      (await core.call('channels.list', { workspaceId }))[0]?.state;
    expect(await state(first)).toBe('reconnect_needed');
    expect(await state(second)).toBe('connected');
    await asks(second);
  });
});
