import type { ChannelAccount, Network, SignInStepView } from '@shared/contract/views';
import { appError, type AppError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { toAppError, type ConnectorResult } from '../../connectors/core/errors';
import type { ConnectorRegistry } from '../../connectors/core/registry';
import type { SignedIn } from '../../connectors/core/types';
import {
  findAccount,
  findAccountByRemote,
  insertAccount,
  listAccounts,
  updateAccount,
} from '../../db/workspace/repositories/account-repository';
import { inTransaction } from '../../db/workspace/workspace-db';
import type { SecretsPort } from '../../ports/secrets';
import type { HealthBoard } from './account-health';
import type { AccountLinks } from '../../sync/account-links';
import { writeContext, type Caller, type ServiceDeps } from '../deps';
import type { WorkspaceService } from '../workspaces/workspace-service';
import { accountView, capabilitiesView } from './account-view';

export interface SignInRequest {
  readonly workspaceId: string;
  readonly network: string;
  readonly flow: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly accountId?: string | undefined;
}

export type SignInStatus =
  | { readonly state: 'waiting' }
  | { readonly state: 'done'; readonly account: ChannelAccount }
  | { readonly state: 'failed'; readonly reason: string; readonly message: string };

/** Signing in and out, and the health of accounts. */
export interface ChannelService {
  networks(): Network[];
  list(workspaceIds: readonly string[]): Result<ChannelAccount[]>;
  beginSignIn(caller: Caller, request: SignInRequest): Promise<Result<SignInStepView>>;
  signInStatus(signInId: string): Result<SignInStatus>;
  cancelSignIn(signInId: string): void;
  disconnect(caller: Caller, workspaceId: string, accountId: string): Promise<Result<null>>;
  stop(): void;
}

export interface ChannelOptions {
  readonly registry: ConnectorRegistry;
  readonly links: AccountLinks;
  readonly secrets: SecretsPort;
  readonly board: HealthBoard;
  readonly workspaces: WorkspaceService;
  /** After an account came, came back or left. */
  readonly accountChanged: (workspaceId: string, accountId: string) => void;
  /** Tells the shell which page may now be opened without asking. */
  readonly signInPage: (url: string) => void;
}

export function createChannelService(deps: ServiceDeps, options: ChannelOptions): ChannelService {
  const { registry, links, secrets, board, workspaces } = options;
  const pending = new Map<string, { status: SignInStatus; readonly cancel: AbortController }>();

  /** Stores the credential first, then the account: an account is never there without its credential. */
  async function finish(caller: Caller, request: SignInRequest, signedIn: SignedIn): Promise<Result<ChannelAccount>> {
    const file = deps.files.open(request.workspaceId);
    if (!file.ok) return file;
    const db = file.value;
    const { identity } = signedIn;
    const known = findAccountByRemote(db, request.network, signedIn.serviceUrl, identity.remoteId);
    if (request.accountId !== undefined && known?.id !== request.accountId) {
      return err(
        appError('conflict', 'This is another account than the one to reconnect.', {
          reason: 'other_identity',
          details: { handle: identity.handle },
        }),
      );
    }
    const accountId = known?.id ?? deps.newId();
    if (signedIn.credential !== null) {
      const stored = await secrets.set(
        { workspaceId: request.workspaceId, channelAccountId: accountId },
        signedIn.credential,
      );
      if (!stored.ok) return stored;
    }
    const context = writeContext(deps, caller);
    const columns = {
      handle: identity.handle,
      displayName: identity.displayName,
      url: identity.url,
      serviceUrl: signedIn.serviceUrl,
      hasCredential: signedIn.credential !== null,
      state: 'connected' as const,
      stateReason: null,
      capabilities: signedIn.capabilities,
      capabilitiesAt: context.at,
    };
    inTransaction(db, () => {
      if (known) updateAccount(db, context, accountId, { ...columns, deletedAt: null });
      else {
        insertAccount(db, context, {
          id: accountId,
          network: request.network,
          remoteId: identity.remoteId,
          ...columns,
          budget: null,
          createdAt: context.at,
          updatedAt: context.at,
          deletedAt: null,
        });
      }
    });
    workspaces.addNetworkIdentities(request.workspaceId, [
      { kind: 'handle', value: identity.handle },
      ...signedIn.identities,
    ]);
    links.close(accountId);
    board.forget(accountId);
    options.accountChanged(request.workspaceId, accountId);
    deps.emit('channels:changed', { workspaceId: request.workspaceId, accountId });
    const record = findAccount(db, accountId);
    return record
      ? ok(accountView(request.workspaceId, record, board.get(accountId)))
      : err(appError('internal', 'The account was not kept.'));
  }

  async function follow(
    caller: Caller,
    request: SignInRequest,
    signInId: string,
    finished: Promise<ConnectorResult<SignedIn>>,
  ): Promise<void> {
    const failWith = (error: AppError): void =>
      settle({ state: 'failed', reason: error.reason ?? error.code, message: error.message });
    const settle = (status: SignInStatus): void => {
      const entry = pending.get(signInId);
      if (!entry || entry.status.state !== 'waiting') return;
      entry.status = status;
      deps.emit('signIn:changed', { signInId, state: status.state });
    };
    const result = await finished;
    if (!pending.has(signInId)) return;
    if (!result.ok) return failWith(toAppError(result.error));
    const account = await finish(caller, request, result.value);
    if (account.ok) settle({ state: 'done', account: account.value });
    else failWith(account.error);
  }

  return {
    networks: () =>
      registry.manifests.map((manifest) => ({
        id: manifest.id,
        label: manifest.label,
        icon: manifest.icon,
        isPublic: manifest.isPublic,
        signIn: manifest.signIn.map((flow) => ({ ...flow, fields: flow.fields.map((field) => ({ ...field })) })),
        kinds: [...manifest.kinds],
        capabilities: capabilitiesView(manifest.capabilities),
      })),
    list(workspaceIds) {
      const found: ChannelAccount[] = [];
      for (const workspaceId of workspaceIds) {
        const file = deps.files.open(workspaceId);
        if (!file.ok) return file;
        for (const record of listAccounts(file.value))
          found.push(accountView(workspaceId, record, board.get(record.id)));
      }
      return ok(found);
    },
    async beginSignIn(caller, request) {
      const connector = await registry.load(request.network);
      const flow = connector?.manifest.signIn.find((one) => one.id === request.flow);
      if (!connector || !flow) return err(appError('not_found', 'There is no such way to sign in.'));
      const missing = flow.fields.find((field) => field.isRequired && !request.fields[field.name]?.trim());
      if (missing) {
        return err(
          appError('validation_failed', 'A field is missing.', {
            reason: 'field_missing',
            details: { field: missing.name },
          }),
        );
      }
      const file = deps.files.open(request.workspaceId);
      if (!file.ok) return file;
      const cancel = new AbortController();
      const step = await connector.signIn(request.flow, request.fields, links.context(request.network), cancel.signal);
      if (!step.ok) return err(toAppError(step.error));
      const signInId = deps.newId();
      if (step.value.kind === 'done') {
        const account = await finish(caller, request, step.value.account);
        return account.ok ? ok({ state: 'done', signInId, account: account.value }) : account;
      }
      pending.set(signInId, { status: { state: 'waiting' }, cancel });
      options.signInPage(step.value.url);
      void follow(caller, request, signInId, step.value.finished);
      return ok({ state: 'browser', signInId, url: step.value.url });
    },
    signInStatus(signInId) {
      const entry = pending.get(signInId);
      return entry ? ok(entry.status) : err(appError('not_found', 'This sign-in is over.'));
    },
    cancelSignIn(signInId) {
      pending.get(signInId)?.cancel.abort();
      pending.delete(signInId);
    },
    async disconnect(caller, workspaceId, accountId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const record = findAccount(file.value, accountId);
      if (!record) return err(appError('not_found', 'There is no such account.'));
      const connector = await registry.load(record.network);
      if (record.hasCredential) {
        const store = links.credentials(workspaceId, record);
        const account = {
          accountId,
          workspaceId,
          remoteId: record.remoteId,
          handle: record.handle,
          serviceUrl: record.serviceUrl,
          capabilities: record.capabilities,
        };
        await connector?.signOut?.(account, store, links.context(record.network));
        const deleted = await secrets.delete({ workspaceId, channelAccountId: accountId });
        if (!deleted.ok) return deleted;
      }
      links.close(accountId);
      const context = writeContext(deps, caller);
      inTransaction(file.value, () =>
        updateAccount(file.value, context, accountId, { state: 'disconnected', stateReason: null }),
      );
      board.forget(accountId);
      options.accountChanged(workspaceId, accountId);
      deps.emit('channels:changed', { workspaceId, accountId });
      return ok(null);
    },
    stop() {
      for (const entry of pending.values()) entry.cancel.abort();
      pending.clear();
    },
  };
}
