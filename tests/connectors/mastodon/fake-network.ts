import { connector } from '../../../electron/core/connectors/mastodon';
import { consentMastodon } from '../../servers/clients/mastodon-consent';
import { startMastodonFake, type MastodonFake } from '../../servers/start';
import type { SuiteFaults, SuiteNetwork, SuiteWorld } from '../suite/driver';
import {
  brandOn,
  customerOn,
  directReader,
  faultsOn,
  personOn,
  repliesReader,
  tempNetworkDir,
  type ApiBrand,
  type ApiCustomer,
} from './world';

let made = 0;
const freshName = (word: string): string => {
  made += 1;
  return `${word}${process.pid.toString(36)}${Date.now().toString(36).slice(-4)}${made.toString(36)}`;
};

const faultsFor = (server: MastodonFake): SuiteFaults => ({
  ...faultsOn(server),
  revoke: (brand) => server.controls.revoke((brand as ApiBrand).account.acct),
});

export type FakeFlow = 'browser' | 'token';

/** A brand of its own on the fake, which signs in by one of the flows. */
export async function fakeBrand(server: MastodonFake, flow: FakeFlow, displayName: string): Promise<ApiBrand> {
  const account = await server.controls.register(freshName('brand'), { displayName });
  const me = personOn(server.baseUrl, account, new URL(server.baseUrl).host);
  const place = { server: server.baseUrl };
  return brandOn(me, {
    flow,
    fields: flow === 'browser' ? place : { ...place, token: account.token },
    ...(flow === 'browser' ? {} : { wrongFields: { ...place, token: 'not-the-token-of-anybody' } }),
    finishInBrowser: async (url) => {
      const back = await fetch(await consentMastodon(url, account));
      if (!back.ok) throw new Error(`the app's own page answered ${back.status}`);
    },
  });
}

/** A customer of its own on the fake; `domain` for one who lives on another server. */
export async function fakeCustomer(
  server: MastodonFake,
  brands: () => readonly ApiBrand[],
  displayName: string,
  domain?: string,
): Promise<ApiCustomer> {
  const account = await server.controls.register(freshName('customer'), {
    displayName,
    ...(domain === undefined ? {} : { domain }),
  });
  return customerOn(personOn(server.baseUrl, account, new URL(server.baseUrl).host), brands);
}

/** The connector on the stateful fake behind the published API description, with people of its own. */
export const fakeNetwork = (flow: FakeFlow, name: string, unserved: SuiteNetwork['unserved']): SuiteNetwork => ({
  name,
  connector,
  unserved,
  tooLongText: 'ş'.repeat(501),
  start: async (): Promise<SuiteWorld> => {
    const server = await startMastodonFake();
    // The suite asks far more often than the app does.
    await server.controls.rateLimit(1_000_000, 300_000);
    const brands = [
      await fakeBrand(server, flow, 'Defne Kahve'),
      await fakeBrand(server, flow, 'Other Brand'),
    ] as const;
    const all = (): readonly ApiBrand[] => brands;
    const customers = [
      await fakeCustomer(server, all, 'Ayşe Yılmaz'),
      await fakeCustomer(server, all, 'Can Öz', 'elsewhere.example'),
    ] as const;
    const folder = await tempNetworkDir();
    const relationship = async (
      brand: ApiBrand,
      customer: ApiCustomer,
    ): Promise<{ muting: boolean; blocking: boolean }> => {
      const path = `/api/v1/accounts/relationships?id[]=${customer.account.id}`;
      const [found] = await brand.person.call<{ muting: boolean; blocking: boolean }[]>('GET', path);
      if (found === undefined) throw new Error('no such person');
      return found;
    };
    return {
      brands,
      customers,
      networkDir: folder.path,
      reader: {
        replies: repliesReader(customers[1]),
        directFrom: directReader,
        isLiked: async (brand, { remoteId }) => {
          const path = `/api/v1/statuses/${remoteId}/favourited_by`;
          const people = await customers[1].person.call<{ id: string }[]>('GET', path);
          return people.some(({ id }) => id === (brand as ApiBrand).account.id);
        },
        isMuted: async (brand, customer) => (await relationship(brand as ApiBrand, customer as ApiCustomer)).muting,
        isBlocked: async (brand, customer) => (await relationship(brand as ApiBrand, customer as ApiCustomer)).blocking,
        reportsAgainst: async ({ remoteId }) =>
          (await server.controls.reports()).filter(({ statusIds }) => statusIds.includes(remoteId)).length,
        unread: async (brand) =>
          (await (brand as ApiBrand).person.call<{ count: number }>('GET', '/api/v1/notifications/unread_count')).count,
      },
      faults: faultsFor(server),
      settle: async () => {},
      stop: async () => {
        await server.controls.rateLimit();
        await folder.remove();
      },
    };
  },
});
