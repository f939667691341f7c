import { connector } from '../../../electron/core/connectors/mastodon';
import { consentMastodon } from '../../servers/clients/mastodon-consent';
import { startSnac, type MastodonAccount, type SnacServer } from '../../servers/start';
import type { SuiteNetwork, SuiteWorld } from '../suite/driver';
import {
  brandOn,
  customerOn,
  faultsOn,
  personOn,
  repliesReader,
  tempNetworkDir,
  type ApiBrand,
  type ApiCustomer,
} from './world';

export type SnacFlow = 'browser' | 'token';

const domainOf = (server: SnacServer): string => new URL(server.baseUrl).host;

export const snacBrand = (server: SnacServer, flow: SnacFlow, account: MastodonAccount): ApiBrand => {
  const place = { server: server.baseUrl };
  return brandOn(personOn(server.baseUrl, account, domainOf(server)), {
    flow,
    fields: flow === 'browser' ? place : { ...place, token: account.token },
    ...(flow === 'browser' ? {} : { wrongFields: { ...place, token: 'not-the-token-of-anybody' } }),
    finishInBrowser: async (url) => {
      const back = await fetch(await consentMastodon(url, account));
      if (!back.ok) throw new Error(`the app's own page answered ${back.status}`);
    },
  });
};

export const snacCustomer = (
  server: SnacServer,
  account: MastodonAccount,
  brands: () => readonly ApiBrand[],
): ApiCustomer => customerOn(personOn(server.baseUrl, account, domainOf(server)), brands);

export interface SnacNetworkOptions {
  /** A server of one's own, where nobody has written yet. */
  readonly own?: boolean;
}

/** The connector on snac, a real server that nobody here wrote. It delivers through queues, somewhat later. */
export const snacNetwork = (
  flow: SnacFlow,
  name: string,
  unserved: SuiteNetwork['unserved'],
  options: SnacNetworkOptions = {},
): SuiteNetwork => ({
  name,
  connector,
  unserved,
  tooLongText: '',
  start: async (): Promise<SuiteWorld> => {
    const server = await startSnac(options);
    const [first, second] = server.brands;
    const brands = [snacBrand(server, flow, first), snacBrand(server, flow, second)] as const;
    const all = (): readonly ApiBrand[] => brands;
    const [ada, mehmet] = server.customers;
    const customers = [snacCustomer(server, ada, all), snacCustomer(server, mehmet, all)] as const;
    const folder = await tempNetworkDir();
    return {
      brands,
      customers,
      networkDir: folder.path,
      reader: {
        replies: repliesReader(customers[1]),
        isLiked: async (brand, { remoteId }) => {
          const path = `/api/v1/statuses/${remoteId}`;
          const { favourited } = await (brand as ApiBrand).person.call<{ favourited: boolean }>('GET', path);
          return favourited;
        },
        isBlocked: async (brand, customer) => {
          const path = `/api/v1/accounts/relationships?id[]=${(customer as ApiCustomer).account.id}`;
          const found = await (brand as ApiBrand).person.call<{ blocking: boolean }[]>('GET', path);
          return found[0]?.blocking === true;
        },
      },
      faults: faultsOn(server),
      settle: async () => {},
      stop: async () => {
        await folder.remove();
        await server.stop();
      },
    };
  },
});
