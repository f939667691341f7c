import { createRateBudget, defaultRates, type RateBudget, type RateState } from '../connectors/core/budget';
import { connectorErr, connectorOk, type ConnectorResult } from '../connectors/core/errors';
import { createHttp } from '../connectors/core/http';
import type { ConnectorRegistry } from '../connectors/core/registry';
import type { ChannelLink, Connector, ConnectorContext, CredentialStore } from '../connectors/core/types';
import { saveBudget, type AccountRecord } from '../db/workspace/repositories/account-repository';
import type { ProfilePaths } from '../db/profile-paths';
import type { SecretsPort } from '../ports/secrets';
import type { ServiceDeps } from '../services/deps';

/** Code named in a credential's error where the keychain, not the account, is what is missing. */
export const keychainUnavailable = 'keychain_unavailable';

/** Connected accounts: one link per account, made when first needed, each with its own rate budget. */
export interface AccountLinks {
  open(workspaceId: string, account: AccountRecord): Promise<ConnectorResult<ChannelLink>>;
  /** What a connector gets where there is no account yet: sign-in, contributed operations. */
  context(network: string): ConnectorContext;
  connector(network: string): Promise<Connector | null>;
  credentials(workspaceId: string, account: Pick<AccountRecord, 'id' | 'hasCredential'>): CredentialStore;
  close(accountId: string): void;
  closeAll(): void;
  /** Lets every account try again at once: after sleep, or when the network came back. */
  resetBudgets(): void;
}

interface OpenLink {
  readonly link: ChannelLink;
  readonly budget: RateBudget;
}

export interface AccountLinksOptions {
  readonly registry: ConnectorRegistry;
  readonly secrets: SecretsPort;
  readonly paths: ProfilePaths;
  readonly random: () => number;
  readonly isOffline: () => boolean;
}

export function createAccountLinks(deps: ServiceDeps, options: AccountLinksOptions): AccountLinks {
  const { registry, secrets, paths, random, isOffline } = options;
  const open = new Map<string, Promise<ConnectorResult<OpenLink>>>();
  const contextWith = (network: string, budget: RateBudget | undefined): ConnectorContext => ({
    fetch: createHttp({ clock: deps.clock, isOffline, ...(budget ? { budget } : {}) }),
    clock: deps.clock,
    logger: deps.logger,
    random,
    networkDir: paths.network(network),
  });
  const credentials: AccountLinks['credentials'] = (workspaceId, account) => {
    const ref = { workspaceId, channelAccountId: account.id };
    return {
      async get() {
        if (!account.hasCredential) return connectorErr('auth_revoked', { networkCode: 'no_credential' });
        const found = await secrets.get(ref);
        if (!found.ok) return connectorErr('transient', { networkCode: keychainUnavailable });
        return found.value.status === 'found'
          ? connectorOk(found.value.value)
          : connectorErr('auth_revoked', { networkCode: `credential_${found.value.status}` });
      },
      async set(value) {
        const stored = await secrets.set(ref, value);
        return stored.ok ? connectorOk(null) : connectorErr('transient', { networkCode: keychainUnavailable });
      },
    };
  };
  async function connect(workspaceId: string, account: AccountRecord): Promise<ConnectorResult<OpenLink>> {
    const connector = await registry.load(account.network);
    if (!connector) return connectorErr('unsupported');
    const file = deps.files.open(workspaceId);
    if (!file.ok) return connectorErr('transient', { networkCode: 'storage' });
    const budget = createRateBudget({
      clock: deps.clock,
      random,
      rules: connector.rates ?? defaultRates,
      state: isRateState(account.budget) ? account.budget : null,
      onBlocked: (state) => saveBudget(file.value, account.id, { ...state }),
    });
    const link = connector.connect(
      {
        accountId: account.id,
        workspaceId,
        remoteId: account.remoteId,
        handle: account.handle,
        serviceUrl: account.serviceUrl,
        capabilities: account.capabilities,
      },
      credentials(workspaceId, account),
      contextWith(account.network, budget),
    );
    return connectorOk({ link, budget });
  }
  const close = (accountId: string): void => {
    const known = open.get(accountId);
    open.delete(accountId);
    void known?.then((result) => result.ok && result.value.link.close());
  };
  return {
    async open(workspaceId, account) {
      let opening = open.get(account.id);
      if (!opening) {
        opening = connect(workspaceId, account);
        open.set(account.id, opening);
      }
      const result = await opening;
      if (result.ok) return connectorOk(result.value.link);
      open.delete(account.id);
      return result;
    },
    context: (network) => contextWith(network, undefined),
    connector: (network) => registry.load(network),
    credentials,
    close,
    closeAll() {
      for (const id of open.keys()) close(id);
    },
    resetBudgets() {
      for (const opening of open.values()) void opening.then((result) => result.ok && result.value.budget.reset());
    },
  };
}

const isRateState = (value: unknown): value is RateState =>
  typeof value === 'object' && value !== null && 'savedAt' in value && 'classes' in value;
