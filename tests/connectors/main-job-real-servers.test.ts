import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ConversationRow, OutboxItem } from '@shared/contract/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../servers/clients/mastodon-person';
import { startAtproto } from '../servers/start';
import { bundleForNode } from '../support/bundle';
import { filedKeychain, memoryKeychain } from '../support/core/memory-keychain';
import { skippingClock } from '../support/core/skipping-clock';
import { resourcesDir, startTestCore, tempProfile, type TestCore } from '../support/core/test-core';
import { killAgainAndAgain, seeded } from '../support/outbox/kill-run';
import { countOutbox, outboxStateOf } from '../support/outbox/outbox-file';
import { until } from '../support/until';
import { blueskyNetwork, customerOf } from './bluesky/world';
import { snacNetwork } from './mastodon/snac-network';
import type { ApiBrand, ApiCustomer } from './mastodon/world';
import type { SuiteBrand, SuiteCustomer, SuiteWorld, Written } from './suite/driver';
import { connectInApp, replyInApp, type AccountInApp } from './suite/in-app';
import { marker, need } from './suite/tools';

/** Kills of the core inside the send window against the real server; the desk's one page holds 195 of them. */
const wantedKills = Number(process.env['CHORALE_KILLS'] ?? 5);
const waitMs = 90_000;

/** A real server, and what of a brand somebody else reads there. */
interface Place {
  readonly network: string;
  readonly world: SuiteWorld;
  /** Texts of the private messages that a customer got from a brand, by the customer's own client. */
  heard(brand: SuiteBrand, customer: SuiteCustomer): Promise<readonly string[]>;
}

/** What a customer wrote to a brand, and the account in the app that it must arrive at. */
interface Asked {
  readonly place: Place;
  readonly brand: SuiteBrand;
  readonly customer: SuiteCustomer;
  readonly account: AccountInApp;
  readonly kind: 'comment' | 'mention' | 'direct';
  readonly text: string;
  readonly written: Written;
}

interface Answered extends Asked {
  readonly item: OutboxItem;
}

const blueskyPlace = async (): Promise<Place> => {
  const world = await blueskyNetwork('app_password', 'Bluesky', {}).start();
  return { network: 'bluesky', world, heard: need(world.reader.directFrom, 'directFrom') };
};

const mastodonPlace = async (): Promise<Place> => {
  const world = await snacNetwork('token', 'snac', {}, { own: true }).start();
  const heard: Place['heard'] = async (brand, customer) =>
    (await (customer as ApiCustomer).person.notifications())
      .filter(({ status }) => status?.account.id === (brand as ApiBrand).account.id)
      .map(({ status }) => plainText(status?.content ?? ''));
  return { network: 'mastodon', world, heard };
};

/** Two comments of two people under a post, a mention and a private message. */
async function write(place: Place, brand: SuiteBrand, account: AccountInApp): Promise<readonly Asked[]> {
  const [ada, can] = place.world.customers;
  const post = await brand.post(marker('post'));
  const asked: Asked[] = [];
  const add = async (customer: SuiteCustomer, kind: Asked['kind'], send: (text: string) => Promise<Written>) => {
    const text = marker(kind);
    asked.push({ place, brand, customer, account, kind, text, written: await send(text) });
  };
  for (const customer of [ada, can]) {
    const comment = need(customer.comment, 'comment');
    await add(customer, 'comment', (text) => comment(post, text));
  }
  await add(ada, 'mention', (text) => need(ada.mention, 'mention')(brand, text));
  await add(can, 'direct', (text) => need(can.direct, 'direct')(brand, text));
  return asked;
}

/** Every message of a customer in the app, with the workspace and the account that it stands under. */
async function everythingIn(core: TestCore): Promise<readonly { row: ConversationRow; text: string }[]> {
  const { items: rows } = await core.call('conversations.list', { limit: 200 });
  const pages = await Promise.all(
    rows.map(async (row) => {
      const where = { workspaceId: row.workspaceId, conversationId: row.id };
      const { items } = await core.call('messages.list', where);
      return items.filter(({ type }) => type === 'inbound').map(({ text }) => ({ row, text }));
    }),
  );
  return pages.flat();
}

const holds =
  (text: string) =>
  (other: string): boolean =>
    other.includes(text);

/** How often the server holds a text as this brand's: in public by a stranger's eyes, in private by the receiver's. */
async function timesOnServer({ place, brand, customer, kind }: Asked, text: string): Promise<number> {
  if (kind === 'direct') return (await place.heard(brand, customer)).filter(holds(text)).length;
  const replies = await need(place.world.reader.replies, 'replies')(brand);
  return replies.map((reply) => reply.text).filter(holds(text)).length;
}

describe('two brands on two real networks', () => {
  let places: readonly Place[];
  let core: TestCore;

  beforeAll(async () => {
    places = [await blueskyPlace(), await mastodonPlace()];
    core = startTestCore({ keychain: memoryKeychain() });
  });
  afterAll(async () => {
    await core?.stop();
    for (const { world } of places ?? []) await world.stop();
  });

  it('get all that was written, and answer it once and as themselves, although the servers were away in between', async () => {
    const accounts = new Map<SuiteBrand, AccountInApp>();
    for (const [index, name] of ['Ilk Marka', 'Toinen'].entries()) {
      const { id } = await core.call('workspaces.create', { name, recallMs: 0 });
      for (const { network, world } of places) {
        const brand = world.brands[index as 0 | 1];
        accounts.set(brand, await connectInApp(core, id, network, brand));
      }
    }
    core.core.startWork();

    const asked: Asked[] = [];
    for (const [brand, account] of accounts) {
      const place = places.find(({ world }) => world.brands.includes(brand));
      if (place !== undefined) asked.push(...(await write(place, brand, account)));
    }
    const arrived = await until(
      'everything to arrive',
      async () => {
        for (const { world } of places) await world.settle();
        await core.call('sync.now');
        const found = await everythingIn(core);
        return asked.every(({ text }) => found.some((one) => one.text.includes(text))) ? found : null;
      },
      waitMs,
    );
    expect(arrived).toHaveLength(asked.length);
    const placeOf = ({ workspaceId, accountId }: AccountInApp): string => `${workspaceId} ${accountId}`;
    for (const { text, account } of asked)
      expect(arrived.filter((one) => one.text.includes(text)).map(({ row }) => placeOf(row))).toEqual([
        placeOf(account),
      ]);

    for (const { world } of places) await need(world.faults.down, 'down')();
    const answered: Answered[] = [];
    for (const one of asked) {
      const row = arrived.find(({ text }) => text.includes(one.text))?.row;
      if (row === undefined) throw new Error('it arrived before');
      answered.push({ ...one, item: await replyInApp(core, one.account, row, marker('answer')) });
    }
    const items = (): Promise<readonly OutboxItem[]> =>
      Promise.all(
        answered.map(({ item: { workspaceId, id } }) => core.call('outbox.get', { workspaceId, itemId: id })),
      );
    const tried = await until(
      'every reply to be tried',
      async () => {
        const now = await items();
        return now.every(({ attempts }) => attempts > 0) ? now : null;
      },
      waitMs,
    );
    expect(tried.filter(({ state }) => state !== 'queued')).toEqual([]);

    for (const { world } of places) await need(world.faults.up, 'up')();
    await until(
      'every reply to leave by itself',
      async () => (await items()).every(({ state }) => state === 'sent'),
      waitMs,
    );
    await core.call('sync.now');
    for (const one of answered) {
      const { text } = one.item;
      await until(text, async () => (await timesOnServer(one, text)) > 0, waitMs);
    }
    // Read once more after everything stands there: a second copy of any would have followed by now.
    for (const one of answered) {
      const { text } = one.item;
      expect({ kind: one.kind, times: await timesOnServer(one, text) }).toEqual({ kind: one.kind, times: 1 });
      for (const brand of accounts.keys()) {
        if (brand === one.brand || !one.place.world.brands.includes(brand)) continue;
        expect(await timesOnServer({ ...one, brand }, text)).toBe(0);
      }
      if (one.kind === 'direct') continue;
      const replies = await need(one.place.world.reader.replies, 'replies')(one.brand);
      expect(replies.find((reply) => reply.text.includes(text))?.inReplyTo).toBe(one.written.remoteId);
    }
  }, 300_000);
});

describe('a core that is killed while it sends to the real AT Protocol network', () => {
  it(
    `sends nothing twice and loses nothing over ${wantedKills} kills, as the server says`,
    async () => {
      const bundle = await bundleForNode('main-job', { worker: 'tests/support/outbox/worker.ts' });
      const server = await startAtproto();
      const place = await blueskyPlace();
      const profileDir = tempProfile();
      const keychainFile = join(profileDir, 'test-keychain.json');
      const [brand] = place.world.brands;

      const first = startTestCore({ profileDir, keychain: filedKeychain(keychainFile) });
      const { id: workspaceId } = await first.call('workspaces.create', { name: 'Pekkola', recallMs: 0 });
      const account = await connectInApp(first, workspaceId, place.network, brand);
      // Half of them have a key that the network takes, half can only be read back.
      const post = await brand.post(marker('post'));
      const asked = await Promise.all(
        Array.from({ length: wantedKills + 5 }, async (_, n): Promise<Asked> => {
          const customer = await customerOf(server, await server.register(marker('c').replace('-', '')));
          const kind = n % 2 === 0 ? 'comment' : 'direct';
          const text = marker(kind);
          const { comment, direct } = customer;
          const written =
            kind === 'comment' ? await need(comment, 'comment')(post, text) : await need(direct, 'direct')(brand, text);
          return { place, brand, customer, account, kind, text, written };
        }),
      );
      const arrived = await until(
        'everything to arrive',
        async () => {
          await place.world.settle();
          await first.call('sync.now');
          const found = await everythingIn(first);
          return found.length >= asked.length ? found : null;
        },
        waitMs,
      );
      await first.call('sync.setOffline', { isOffline: true });
      const answered: Answered[] = [];
      for (const one of asked) {
        const row = arrived.find(({ text }) => text.includes(one.text))?.row;
        if (row === undefined) throw new Error('it arrived before');
        answered.push({ ...one, item: await replyInApp(first, account, row, marker('answer')) });
      }
      await first.stop();

      // In turn: the server has not carried it out yet, and it has, but the answer is still on its way.
      const path = 'com\\.atproto\\.repo\\.(put|create)Record|chat\\.bsky\\.convo\\.sendMessage';
      for (let n = 0; n < asked.length * 2; n += 1)
        await server.faults.add({ kind: n % 2 === 0 ? 'drip' : 'delay', path, method: 'POST', bytes: 64, ms: 50 });
      const run = await killAgainAndAgain({
        args: [join(bundle, 'worker.js'), profileDir, resourcesDir, keychainFile],
        kills: wantedKills,
        spreadMs: 120,
        random: seeded(7),
        quietMs: 10_000,
        isSending: (line) => outboxStateOf(profileDir, workspaceId, line) === 'sending',
        isDone: () => countOutbox(profileDir, workspaceId, "state in ('queued','sending')") === 0,
      });
      await server.faults.reset();

      const clock = skippingClock();
      const last = startTestCore({ profileDir, clock, keychain: filedKeychain(keychainFile) });
      const openItems = "state in ('queued','sending') or (state = 'unknown' and next_attempt_at is not null)";
      await until(
        'every reply to be settled',
        async () => {
          await last.call('sync.now');
          if (countOutbox(profileDir, workspaceId, openItems) === 0) return true;
          clock.moveOn(5_000);
          return false;
        },
        waitMs + wantedKills * 5_000,
      );
      const outcomes = await Promise.all(
        answered.map(async (one) => ({
          state: (await last.call('outbox.get', { workspaceId, itemId: one.item.id })).state,
          times: await timesOnServer(one, one.item.text),
        })),
      );
      await last.stop();
      await place.world.stop();
      rmSync(profileDir, { recursive: true, force: true });

      expect(run.kills).toBe(wantedKills);
      const duplicates = outcomes.filter(({ times }) => times > 1);
      const lost = outcomes.filter(({ state, times }) => state !== 'unknown' && (state !== 'sent' || times === 0));
      const unsure = outcomes.filter(({ state }) => state === 'unknown');
      process.stdout.write(
        `kills ${run.kills}, on the server ${outcomes.filter(({ times }) => times > 0).length} of ${outcomes.length}, ` +
          `duplicates ${duplicates.length}, unsure ${unsure.length}, lost ${lost.length}\n`,
      );
      expect({ duplicates, lost }).toEqual({ duplicates: [], lost: [] });
    },
    300_000 + wantedKills * 20_000,
  );
});
