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
