import { askControl, faultsOf, type Faults } from './faults';
import { ownInstance, sharedInstance, type StartedServer } from './instances';

/** An account of the AT Protocol network. */
export interface AtprotoAccount {
  readonly handle: string;
  readonly did: string;
  readonly displayName: string;
  readonly password: string;
  /** Without access to direct messages. */
  readonly appPassword: string;
  readonly dmAppPassword: string;
}

interface AtprotoInfo extends StartedServer {
  /** The PDS, as clients reach it; also the issuer of its authorization server. */
  readonly baseUrl: string;
  readonly controlUrl: string;
  readonly chatUrl: string;
  readonly plcUrl: string;
  readonly appViewUrl: string;
  readonly appViewDid: string;
  readonly ozoneUrl: string;
  readonly brands: readonly [AtprotoAccount, AtprotoAccount];
  readonly customers: readonly [AtprotoAccount, AtprotoAccount, AtprotoAccount];
  readonly rssMb: number;
}

export interface AtprotoServer extends AtprotoInfo {
  readonly faults: Faults;
  /** Resolves once everything written so far can be read. */
  flush(): Promise<void>;
  /** One more account; the name becomes `name.test`. */
  register(name: string, displayName?: string): Promise<AtprotoAccount>;
  /** Ends an instance of one's own; a shared one lives on until the run ends. */
  stop(): Promise<void>;
}

interface StartOptions {
  /** An instance of one's own instead of the one that the run shares. */
  readonly own?: boolean;
  /** Environment of the starter, for an instance of one's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

const obtain = async <Info extends StartedServer>(
  name: string,
  script: string,
  options: StartOptions,
): Promise<{ readonly info: Info; stop(): Promise<void> }> => {
  if (options.own === true) return ownInstance<Info>(name, script, options.environment);
  return { info: await sharedInstance<Info>(name, script), stop: async () => {} };
};

/** The AT Protocol network: PLC directory, PDS, AppView, moderation service and chat service on loopback. */
export async function startAtproto(options: StartOptions = {}): Promise<AtprotoServer> {
  const { info, stop } = await obtain<AtprotoInfo>('atproto', 'atproto/start.mjs', options);
  return {
    ...info,
    faults: faultsOf(info.controlUrl),
    flush: async () => {
      await askControl<unknown>(info.controlUrl, 'POST', '/flush');
    },
    register: (name, displayName = name) =>
      askControl<AtprotoAccount>(info.controlUrl, 'POST', '/accounts', { name, displayName }),
    stop,
  };
}

/** An account of a server with the Mastodon API. */
export interface MastodonAccount {
  readonly id: string;
  /** `name`, or `name@domain` for one that lives on another server. */
  readonly acct: string;
  readonly displayName: string;
  /** How others reach this account in a text. */
  readonly mention: string;
  readonly password: string;
  /** With all rights, for the clients of the tests; the product signs in by itself. */
  readonly token: string;
}

interface SnacInfo extends StartedServer {
  readonly baseUrl: string;
  readonly controlUrl: string;
  readonly software: string;
  readonly brands: readonly [MastodonAccount, MastodonAccount];
  readonly customers: readonly [MastodonAccount, MastodonAccount, MastodonAccount];
}

export interface SnacServer extends SnacInfo {
  readonly faults: Faults;
  stop(): Promise<void>;
}

interface MastodonFakeInfo extends StartedServer {
  /** The address that clients know; requests and answers are held to the published API description. */
  readonly baseUrl: string;
  readonly controlUrl: string;
  /** The fake without the description and without faults, for checks that stand outside of both. */
  readonly directUrl: string;
  readonly brands: readonly [MastodonAccount, MastodonAccount];
  readonly customers: readonly [MastodonAccount, MastodonAccount, MastodonAccount];
}

export interface MastodonFakeControls {
  register(
    name: string,
    options?: { readonly displayName?: string; readonly domain?: string },
  ): Promise<MastodonAccount>;
  /** A token with only these scopes. */
  grant(acct: string, scopes: readonly string[]): Promise<string>;
  /** Every token of the account stops working. */
  revoke(acct: string): Promise<void>;
  suspend(acct: string, suspended: boolean): Promise<void>;
  /** New statuses stay out of threads, notifications, conversations and profiles until `reveal`. */
  withhold(): Promise<void>;
  reveal(): Promise<void>;
  limits(limits: {
    readonly maxCharacters?: number;
    readonly maxMedia?: number;
    readonly charactersPerUrl?: number;
    readonly imageBytes?: number;
  }): Promise<void>;
  /** Requests per window and account; without arguments the usual 300 in 5 minutes, counted from now. */
  rateLimit(limit?: number, windowMs?: number): Promise<void>;
  /** How often a new upload answers that it is still being processed. */
  mediaPolls(polls: number): Promise<void>;
  /** Moves the server's clock forward, for everybody on it: only on an instance of one's own. */
  advance(ms: number): Promise<void>;
  closeStreams(): Promise<void>;
  openStreams(): Promise<number>;
  reports(): Promise<
    readonly {
      readonly targetId: string;
      readonly comment: string;
      readonly statusIds: readonly string[];
      readonly category: string;
    }[]
  >;
  /**
   * Forgets statuses, notifications, conversations, relations and settings of all accounts; accounts and tokens stay. Only
   * on an instance of one's own.
   */
  clear(): Promise<void>;
}

export interface MastodonFake extends MastodonFakeInfo {
  readonly faults: Faults;
  readonly controls: MastodonFakeControls;
  stop(): Promise<void>;
}

const controlsOf = (controlUrl: string): MastodonFakeControls => {
  const post = async (path: string, body: unknown = {}): Promise<void> => {
    await askControl<unknown>(controlUrl, 'POST', path, body);
  };
  return {
    register: (name, options = {}) =>
      askControl<MastodonAccount>(controlUrl, 'POST', '/accounts', { name, ...options }),
    grant: async (acct, scopes) =>
      (await askControl<{ token: string }>(controlUrl, 'POST', '/tokens', { acct, scopes })).token,
    revoke: (acct) => post('/revoke', { acct }),
    suspend: (acct, suspended) => post('/suspend', { acct, suspended }),
    withhold: () => post('/withhold'),
    reveal: () => post('/reveal'),
    limits: (limits) => post('/limits', limits),
    rateLimit: (limit, windowMs) => post('/rate-limit', { limit, windowMs }),
    mediaPolls: (polls) => post('/media', { polls }),
    advance: (ms) => post('/advance', { ms }),
    closeStreams: () => post('/close-streams'),
    openStreams: async () => (await askControl<{ open: number }>(controlUrl, 'GET', '/streams')).open,
    reports: async () =>
      (
        await askControl<{ reports: Awaited<ReturnType<MastodonFakeControls['reports']>> }>(
          controlUrl,
          'GET',
          '/reports',
        )
      ).reports,
    clear: () => post('/clear'),
  };
};

/** Our stateful fake of the Mastodon API behind the published API description. */
export async function startMastodonFake(options: StartOptions = {}): Promise<MastodonFake> {
  const { info, stop } = await obtain<MastodonFakeInfo>('mastodon-fake', 'mastodon-fake/start.mjs', options);
  return { ...info, faults: faultsOf(info.controlUrl), controls: controlsOf(info.controlUrl), stop };
}

/**
 * snac: a real server that nobody here wrote, with a part of the Mastodon API. It delivers through queues, so that what
 * one person writes reaches another somewhat later.
 */
export async function startSnac(options: StartOptions = {}): Promise<SnacServer> {
  const { info, stop } = await obtain<SnacInfo>('snac', 'snac/start.mjs', options);
  return { ...info, faults: faultsOf(info.controlUrl), stop };
}
