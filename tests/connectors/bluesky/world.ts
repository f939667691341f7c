import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connector } from '../../../electron/core/connectors/bluesky/index';
import {
  signInAtproto,
  type AtprotoPerson,
  type PostRecord,
  type RecordRef,
} from '../../servers/clients/atproto-person';
import { consentAtproto } from '../../servers/clients/atproto-consent';
import { startAtproto, type AtprotoAccount, type AtprotoServer } from '../../servers/start';
import type {
  IndependentReader,
  SuiteBrand,
  SuiteCustomer,
  SuiteFaults,
  SuiteNetwork,
  SuiteWorld,
  Written,
} from '../suite/driver';
import { tinyPng } from '../suite/tools';

export const scope = 'atproto transition:generic transition:chat.bsky';

/** Records that were written in a test, by address: answering one needs its content's hash. */
const refs = new Map<string, RecordRef>();
/** Records that everybody can read by now. */
const settled = new Set<string>();

/**
 * Waits until a post can be read by others, once: an answer that is indexed together with its parent brings no
 * notification, and people are slower than that.
 */
const settle = async (server: AtprotoServer, { remoteId }: Written): Promise<void> => {
  if (settled.has(remoteId)) return;
  const before = [...refs.keys()];
  await server.flush();
  for (const uri of [...before, remoteId]) settled.add(uri);
};

const written = (ref: RecordRef): Written => {
  refs.set(ref.uri, ref);
  return { remoteId: ref.uri };
};

const refOf = async (person: AtprotoPerson, { remoteId }: Written): Promise<RecordRef> => {
  const known = refs.get(remoteId);
  if (known !== undefined) return known;
  const { uri, cid } = await person.readRecord(remoteId);
  return { uri, cid };
};

let made = 0;
const freshName = (word: string): string => {
  made += 1;
  return `${word}${process.pid.toString(36)}${Date.now().toString(36).slice(-4)}${made.toString(36)}`;
};

export interface BlueskyBrand extends SuiteBrand {
  readonly account: AtprotoAccount;
  readonly person: AtprotoPerson;
}

export const brandBy = async (
  server: AtprotoServer,
  flow: 'app_password' | 'oauth',
  account: AtprotoAccount,
): Promise<BlueskyBrand> => {
  const person = await signInAtproto(server.baseUrl, account);
  const common = { service: server.baseUrl, identifier: account.handle };
  return {
    account,
    person,
    handle: account.handle,
    flow,
    fields: flow === 'oauth' ? common : { ...common, password: account.dmAppPassword },
    ...(flow === 'oauth' ? {} : { wrongFields: { ...common, password: 'abcd-efgh-ijkl-mnop' } }),
    finishInBrowser: async (url) => {
      const back = await fetch(await consentAtproto(url, account, { scope }));
      if (!back.ok) throw new Error(`the app's own page answered ${back.status}`);
    },
    post: async (text) => written(await person.write(text)),
    replyOutside: async (to, text) => {
      await settle(server, to);
      return written(await person.reply(await refOf(person, to), text));
    },
  };
};

const uploadImage = async (server: AtprotoServer, account: AtprotoAccount): Promise<unknown> => {
  const call = async (nsid: string, init: RequestInit): Promise<Record<string, unknown>> =>
    (await fetch(`${server.baseUrl}/xrpc/${nsid}`, { method: 'POST', ...init })).json() as Promise<
      Record<string, unknown>
    >;
  const session = await call('com.atproto.server.createSession', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: account.handle, password: account.password }),
  });
  const headers = { authorization: `Bearer ${String(session['accessJwt'])}`, 'content-type': 'image/png' };
  return (await call('com.atproto.repo.uploadBlob', { headers, body: new Uint8Array(tinyPng) }))['blob'];
};

export interface BlueskyCustomer extends SuiteCustomer {
  readonly account: AtprotoAccount;
  readonly person: AtprotoPerson;
}

export const customerOf = async (server: AtprotoServer, account: AtprotoAccount): Promise<BlueskyCustomer> => {
  const person = await signInAtproto(server.baseUrl, account);
  const didOf = (brand: SuiteBrand): string => (brand as BlueskyBrand).account.did;
  return {
    account,
    person,
    handle: account.handle,
    comment: async (post, text) => {
      await settle(server, post);
      return written(await person.reply(await refOf(person, post), text));
    },
    mention: async (brand, text) =>
      written(await person.write(`@${brand.handle} ${text}`, [{ handle: brand.handle, did: didOf(brand) }])),
    quote: async (post, text) => {
      await settle(server, post);
      return written(await person.quote(await refOf(person, post), text));
    },
    direct: async (brand, text) => ({ remoteId: (await person.message(didOf(brand), text)).id }),
    picture: async (post, text, alt) => {
      await settle(server, post);
      const parent = await refOf(person, post);
      const record = {
        $type: 'app.bsky.feed.post',
        createdAt: new Date().toISOString(),
        text,
        reply: { root: parent, parent },
        embed: { $type: 'app.bsky.embed.images', images: [{ alt, image: await uploadImage(server, account) }] },
      };
      const body = { repo: person.did, collection: 'app.bsky.feed.post', record };
      return written(await person.post<RecordRef>('com.atproto.repo.createRecord', body));
    },
    remove: async ({ remoteId }) => {
      await person.remove(remoteId);
    },
  };
};

interface StoredFacet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly { readonly $type: string; readonly uri?: string; readonly tag?: string }[];
}

const facetsIn = ({ facets = [] }: PostRecord): readonly StoredFacet[] => facets as readonly StoredFacet[];

/** Reads from the PDS and, for what only it knows, from the AppView; never through the product. */
const readerOf = (server: AtprotoServer, stranger: AtprotoPerson): IndependentReader => {
  const as = (brand: SuiteBrand): AtprotoPerson => (brand as BlueskyBrand).person;
  const profile = (brand: SuiteBrand, customer: SuiteCustomer) =>
    as(brand).get<{ viewer?: { muted?: boolean; blocking?: string } }>('app.bsky.actor.getProfile', {
      actor: (customer as BlueskyCustomer).account.did,
    });
  return {
    replies: async (brand) =>
      (await stranger.listRecords(as(brand).did))
        .filter(({ value }) => value.reply !== undefined)
        .map(({ value }) => ({
          text: value.text,
          inReplyTo: value.reply?.parent.uri ?? null,
          links: facetsIn(value).flatMap(({ features }) => features.flatMap((feature) => feature.uri ?? [])),
          tags: facetsIn(value).flatMap(({ features }) => features.flatMap((feature) => feature.tag ?? [])),
          alts: (value.embed?.images ?? []).map((image) => image.alt),
        })),
    directFrom: async (brand, customer) =>
      (await (customer as BlueskyCustomer).person.messagesWith(as(brand).did))
        .filter((message) => message.sender.did === as(brand).did)
        .map((message) => message.text),
    isLiked: async (brand, { remoteId }) => {
      const records = await stranger.listRecords(as(brand).did, 'app.bsky.feed.like');
      return records.some(({ value }) => JSON.stringify(value).includes(remoteId));
    },
    isHidden: async (brand, { remoteId }) => {
      const records = await stranger.listRecords(as(brand).did, 'app.bsky.feed.threadgate');
      return records.some(({ value }) => JSON.stringify(value).includes(remoteId));
    },
    isMuted: async (brand, customer) => (await profile(brand, customer)).viewer?.muted === true,
    isBlocked: async (brand, customer) => (await profile(brand, customer)).viewer?.blocking !== undefined,
    reportsAgainst: async ({ remoteId }) => {
      const query = new URLSearchParams({ subject: remoteId, types: 'tools.ozone.moderation.defs#modEventReport' });
      const response = await fetch(`${server.ozoneUrl}/xrpc/tools.ozone.moderation.queryEvents?${query.toString()}`, {
        headers: { authorization: (server as AtprotoServer & { adminAuth: string }).adminAuth },
      });
      if (!response.ok) throw new Error(`the moderation service answered ${response.status} ${await response.text()}`);
      return ((await response.json()) as { events: unknown[] }).events.length;
    },
    unread: async (brand) => (await as(brand).get<{ count: number }>('app.bsky.notification.getUnreadCount', {})).count,
  };
};

const faultsFor = (server: AtprotoServer): SuiteFaults => {
  const { faults } = server;
  const reading = '/xrpc/app\\.bsky\\.';
  let since = 0;
  return {
    down: () => faults.down(),
    up: () => faults.up(),
    loseSendAnswer: (kind) =>
      faults.add({
        kind: 'drop-answer',
        path: kind === 'reply' ? 'com\\.atproto\\.repo\\.putRecord' : 'chat\\.bsky\\.convo\\.sendMessage',
      }),
    expireToken: async () => {
      since = (await faults.requests()).at(-1)?.sequence ?? 0;
      const body = { error: 'ExpiredToken', message: 'Token has expired' };
      await faults.add({ kind: 'answer', path: 'com\\.atproto\\.server\\.getSession', status: 400, body, times: 2 });
    },
    renewals: async () =>
      (await faults.requests(since)).filter(({ url }) => /refreshSession|oauth\/token/.test(url)).length,
    revoke: async (brand) => {
      await (brand as BlueskyBrand).person.post('com.atproto.server.revokeAppPassword', { name: 'with messages' });
      const body = { error: 'ExpiredToken', message: 'Token has expired' };
      await faults.add({ kind: 'answer', path: 'com\\.atproto\\.server\\.getSession', status: 400, body });
    },
    throttle: (seconds) =>
      faults.add({
        kind: 'answer',
        path: reading,
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      }),
    serverError: () =>
      faults.add({ kind: 'answer', path: reading, status: 500, body: { error: 'InternalServerError', message: '' } }),
    html: () => faults.add({ kind: 'captive-portal', path: reading }),
    cut: () => faults.add({ kind: 'truncate', path: reading }),
    reset: () => faults.reset(),
  };
};

/** Bluesky's connector on the real AT Protocol network, with people and brands of its own. */
export const blueskyNetwork = (flow: 'app_password' | 'oauth', name: string, unserved: SuiteNetwork['unserved']) =>
  ({
    name,
    connector,
    unserved,
    tooLongText: 'ş'.repeat(301),
    start: async (): Promise<SuiteWorld> => {
      const server = await startAtproto();
      const brands = [
        await brandBy(server, flow, await server.register(freshName('brand'), 'Defne Kahve')),
        await brandBy(server, flow, await server.register(freshName('other'), 'Other Brand')),
      ] as const;
      const customers = [
        await customerOf(server, await server.register(freshName('ayse'), 'Ayşe Yılmaz')),
        await customerOf(server, await server.register(freshName('can'), 'Can Öz')),
      ] as const;
      await server.flush();
      const networkDir = await mkdtemp(join(tmpdir(), 'chorale-suite-'));
      return {
        brands,
        customers,
        reader: readerOf(server, customers[1].person),
        faults: faultsFor(server),
        networkDir,
        settle: () => server.flush(),
        stop: () => rm(networkDir, { recursive: true, force: true }),
      };
    },
  }) satisfies SuiteNetwork;
