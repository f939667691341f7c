import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mastodonPerson, plainText, type MastodonPerson } from '../../servers/clients/mastodon-person';
import type { MastodonAccount } from '../../servers/start';
import type { IndependentReader, ReadReply, SuiteBrand, SuiteCustomer, SuiteFaults, Written } from '../suite/driver';
import type { Faults } from '../../servers/faults';
import { tinyPng } from '../suite/tools';

/** A brand or customer of a server with the Mastodon API, acting by plain HTTP. */
export interface ApiPerson {
  readonly account: MastodonAccount;
  readonly person: MastodonPerson;
  /** `name@domain`, whatever the server leaves out. */
  readonly fullHandle: string;
}

export type ApiBrand = SuiteBrand & ApiPerson;
export type ApiCustomer = SuiteCustomer & ApiPerson;

export const personOn = (baseUrl: string, account: MastodonAccount, domain: string): ApiPerson => ({
  account,
  person: mastodonPerson(baseUrl, account.token),
  fullHandle: account.acct.includes('@') ? account.acct : `${account.acct}@${domain}`,
});

export const written = ({ id }: { readonly id: string }): Written => ({ remoteId: id });

/** Names as people type them before an answer. */
const atNames = (people: readonly string[]): string => people.map((name) => `${name} `).join('');

/** What a brand does outside of the app. */
export const brandOn = (
  me: ApiPerson,
  signIn: Pick<SuiteBrand, 'flow' | 'fields' | 'wrongFields' | 'finishInBrowser'>,
): ApiBrand => ({
  ...me,
  ...signIn,
  handle: me.fullHandle,
  post: async (text) => written(await me.person.write(text)),
  replyOutside: async (to, text) => {
    const { account, visibility } = await me.person.read(to.remoteId);
    const options = { inReplyTo: to.remoteId, visibility: visibility as 'public' };
    return written(await me.person.write(`@${account.acct} ${text}`, options));
  },
});

/** What a customer does: their client puts the names of those before the words whom they answer. */
export const customerOn = (me: ApiPerson, brands: () => readonly ApiBrand[]): ApiCustomer => {
  const mentionOf = (brand: SuiteBrand): string =>
    brands().find((one) => one.handle === brand.handle)?.account.mention ?? `@${brand.handle}`;
  const ownerOf = async (message: Written): Promise<string> => {
    const { account, mentions } = await me.person.read(message.remoteId);
    const named = [account.acct, ...mentions.map(({ acct }) => acct)];
    const brand = brands().find(({ account: mine, fullHandle }) =>
      named.some((acct) => acct === mine.acct || acct === fullHandle),
    );
    return brand?.account.mention ?? brands()[0]?.account.mention ?? '';
  };
  return {
    ...me,
    handle: me.fullHandle,
    comment: async (post, text) =>
      written(await me.person.write(`${atNames([await ownerOf(post)])}${text}`, { inReplyTo: post.remoteId })),
    mention: async (brand, text) => written(await me.person.write(`${atNames([mentionOf(brand)])}${text}`)),
    direct: async (brand, text) =>
      written(await me.person.write(`${atNames([mentionOf(brand)])}${text}`, { visibility: 'direct' })),
    picture: async (post, text, alt) => {
      const mediaIds = [await me.person.upload(new Blob([new Uint8Array(tinyPng)], { type: 'image/png' }), alt)];
      const options = { inReplyTo: post.remoteId, mediaIds };
      return written(await me.person.write(`${atNames([await ownerOf(post)])}${text}`, options));
    },
    edit: async (message, text) => {
      await me.person.edit(message.remoteId, `${atNames([await ownerOf(message)])}${text}`);
    },
    remove: async (message) => {
      await me.person.remove(message.remoteId);
    },
  };
};

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) => plainText(href));

/** Reads what the brand wrote as any other person sees it. */
export const repliesReader =
  (stranger: ApiPerson): NonNullable<IndependentReader['replies']> =>
  async (brand) => {
    const posts = await stranger.person.postsOf((brand as ApiBrand).account.id);
    return posts
      .filter((post) => post.in_reply_to_id !== null)
      .map((post): ReadReply => ({
        text: plainText(post.content),
        inReplyTo: post.in_reply_to_id,
        links: linksIn(post.content),
        tags: [...plainText(post.content).matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, tag = '']) => tag),
        alts: post.media_attachments.map(({ description }) => description ?? ''),
      }));
  };

/** Private messages of the brand as their receiver's server shows them. */
export const directReader: NonNullable<IndependentReader['directFrom']> = async (brand, customer) => {
  const { person } = customer as ApiCustomer;
  const heard = await person.notifications();
  const from = (brand as ApiBrand).account;
  return heard
    .filter(({ status }) => status?.visibility === 'direct' && status.account.id === from.id)
    .map(({ status }) => plainText(status?.content ?? ''));
};

/** Ends with a refused connection: one that was open before breaks in use, of which nobody can say what it carried. */
const goDown = async ({ baseUrl, faults }: { readonly baseUrl: string; readonly faults: Faults }): Promise<void> => {
  await faults.down();
  for (;;) {
    const reason = await fetch(baseUrl).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.cause : null),
    );
    if (reason instanceof Error && 'code' in reason && reason.code === 'ECONNREFUSED') return;
  }
};

/** What goes wrong between the app and any server with the API. */
export const faultsOn = (server: { readonly baseUrl: string; readonly faults: Faults }): SuiteFaults => {
  const { faults } = server;
  const path = '/api/v1/(notifications|conversations)';
  return {
    down: () => goDown(server),
    up: () => faults.up(),
    loseSendAnswer: () => faults.add({ kind: 'drop-answer', method: 'POST', path: '/api/v1/statuses$' }),
    throttle: (seconds) =>
      faults.add({
        kind: 'answer',
        path,
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: { error: 'Too many requests' },
      }),
    serverError: () => faults.add({ kind: 'answer', path, status: 503, body: { error: 'Service unavailable' } }),
    html: () => faults.add({ kind: 'captive-portal', path }),
    cut: () => faults.add({ kind: 'truncate', path }),
    reset: () => faults.reset(),
  };
};

export const tempNetworkDir = async (): Promise<{ readonly path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'chorale-suite-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
