import type { ConnectorRegistry } from '../connectors/core/registry';
import { toAppError } from '../connectors/core/errors';
import { agencyHandlers } from '../contract/agency.handlers';
import { channelsHandlers } from '../contract/channels.handlers';
import { conversationsHandlers } from '../contract/conversations.handlers';
import type { Handlers } from '../contract/handler';
import { outboxHandlers } from '../contract/outbox.handlers';
import { syncHandlers } from '../contract/sync.handlers';
import { threadsHandlers } from '../contract/threads.handlers';
import { transferHandlers } from '../contract/transfer.handlers';
import { workspacesHandlers } from '../contract/workspaces.handlers';
import { findAccount } from '../db/workspace/repositories/account-repository';
import type { ProfilePaths } from '../db/profile-paths';
import { createMediaStore } from '../ports/media-store';
import type { SecretsPort } from '../ports/secrets';
import { createAgencyService } from '../services/agency/agency-service';
import { createSettingsService } from '../services/agency/settings-service';
import { createStaffService, type StaffService } from '../services/agency/staff-service';
import { createChannelService } from '../services/channels/channel-service';
import { createContactService } from '../services/contacts/contact-service';
import { createConversationService } from '../services/conversations/conversation-service';
import type { ServiceDeps } from '../services/deps';
import { createDraftService } from '../services/drafts/draft-service';
import { createMessageService } from '../services/messages/message-service';
import type { Networks } from '../services/networks';
import { createOutboxService } from '../services/outbox/outbox-service';
import { createSyncService } from '../services/sync/sync-service';
import { createTransferServices } from '../services/transfer/transfer-services';
import { createWorkspaceService } from '../services/workspaces/workspace-service';
import { createHealthBoard } from '../services/channels/account-health';
import { createAccountLinks, type AccountLinks } from '../sync/account-links';
import { createConnectivity } from '../sync/connectivity';
import { maxEagerMediaBytes, maxMediaBytes } from '../sync/limits';
import { createOutboxDispatcher } from '../sync/outbox/dispatcher';
import { createSyncEngine } from '../sync/sync-engine';
import { appError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';

export interface WireOptions {
  readonly deps: ServiceDeps;
  readonly paths: ProfilePaths;
  readonly registry: ConnectorRegistry;
  readonly secrets: SecretsPort;
  readonly random: () => number;
  readonly profileId: string;
  readonly appVersion: string;
  readonly signInPage: (url: string) => void;
}

export interface Wired {
  readonly handlers: Handlers;
  readonly staff: StaffService;
  readonly links: AccountLinks;
  start(): void;
  stop(): Promise<void>;
  resumed(): void;
  idle(): Promise<void>;
}

const snoozeTickMs = 15_000;

/** Puts every part of the core together, once. */
export function wire(options: WireOptions): Wired {
  const { deps, paths, registry, secrets, random } = options;
  const stopping = new AbortController();
  let cancelSnooze: (() => void) | undefined;
  let isWorking = false;

  const staff = createStaffService(deps);
  const settings = createSettingsService(deps);
  const workspaces = createWorkspaceService(deps);
  const board = createHealthBoard();
  const connectivity = createConnectivity(board);
  const links = createAccountLinks(deps, { registry, secrets, paths, random, isOffline: connectivity.isSwitchedOff });
  const networks: Networks = {
    signal: stopping.signal,
    async link(workspaceId, accountId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const account = findAccount(file.value, accountId);
      if (!account) return err(appError('not_found', 'There is no such account.'));
      if (connectivity.isSwitchedOff()) {
        return err(appError('network_unreachable', 'Chorale is in flight mode.', { reason: 'switched_off' }));
      }
      if (account.state !== 'connected') {
        const code = account.state === 'blocked' ? 'account_blocked' : 'auth_expired';
        return err(appError(code, 'This account is not connected.', { reason: account.stateReason ?? account.state }));
      }
      const link = await links.open(workspaceId, account);
      return link.ok ? ok(link.value) : err(toAppError(link.error));
    },
  };
  const media = createMediaStore((id) => paths.media(id));
  const messages = createMessageService(deps, networks, media, {
    maxBytes: maxMediaBytes,
    maxEagerBytes: maxEagerMediaBytes,
  });
  const removeMedia = (workspaceId: string, hashes: readonly string[]): void => {
    for (const hash of hashes) {
      void media.remove(workspaceId, hash).catch((error: unknown) => void deps.storage.report(error, workspaceId));
    }
  };
  const active = (): readonly { id: string; name: string }[] =>
    workspaces.active().map(({ id, name }) => ({ id, name }));
  const engine = createSyncEngine(deps, {
    registry,
    links,
    board,
    connectivity,
    random,
    activeWorkspaces: active,
    removeMedia,
  });
  const dispatcher = createOutboxDispatcher(deps, {
    registry,
    links,
    connectivity,
    random,
    activeWorkspaceIds: () => active().map((workspace) => workspace.id),
    brands: workspaces.brands,
    images: messages.images,
    removeMedia,
    accountChanged(workspaceId, accountId) {
      engine.refreshAccounts();
      deps.emit('channels:changed', { workspaceId, accountId });
    },
  });
  const cameBack = (): void => {
    engine.resume();
    dispatcher.nudge();
  };
  const channels = createChannelService(deps, {
    registry,
    links,
    secrets,
    board,
    workspaces,
    signInPage: options.signInPage,
    accountChanged(workspaceId, accountId) {
      engine.refreshAccounts();
      if (isWorking) dispatcher.releaseFor(workspaceId, accountId);
    },
  });
  const agency = createAgencyService({
    workspaces,
    channels,
    registry,
    links,
    state: () => ({
      profileId: options.profileId,
      appVersion: options.appVersion,
      settings: settings.read(),
      keychain: secrets.state(),
      storage: deps.storage.state(),
      isOnline: connectivity.reason() === 'none',
      lastSyncAt: engine.lastSyncAt(),
    }),
  });
  const sync = createSyncService(deps, {
    engine,
    board,
    connectivity,
    workspaces,
    cameBack,
    flushOutbox: dispatcher.flush,
  });
  const conversations = createConversationService(deps, (id) => staff.list().some((member) => member.id === id));
  const outbox = createOutboxService(deps, dispatcher.nudge);
  const drafts = createDraftService(deps, workspaces, media);
  const transfer = createTransferServices(deps, { paths, workspaces, appVersion: options.appVersion, secrets, board });

  const handlers: Handlers = {
    ...agencyHandlers({ agency, settings, staff, secrets }),
    ...workspacesHandlers(workspaces, engine.refreshAccounts),
    ...channelsHandlers(channels, workspaces),
    ...syncHandlers(sync),
    ...conversationsHandlers(conversations, deps.reader),
    ...threadsHandlers(messages, createContactService(deps), deps.reader),
    ...outboxHandlers({ drafts, outbox, dispatcher, reader: deps.reader }),
    ...transferHandlers(transfer),
  };

  secrets.onState(({ state }) => {
    deps.emit('keychain:changed', { state });
    if (state !== 'ready' || !isWorking) return;
    engine.resume();
    for (const { id } of active()) dispatcher.releaseFor(id, null);
  });
  engine.onPulled((workspaceId, accountId, outcome) => {
    dispatcher.releaseFor(workspaceId, accountId);
    if (outcome && outcome.touched.size > 0)
      void messages
        .prefetch(workspaceId, [...outcome.touched])
        .catch((error: unknown) => void deps.storage.report(error, workspaceId));
  });
  deps.storage.onRecovered(() => {
    dispatcher.takeOver();
    cameBack();
  });
  const snoozeTick = (): void => {
    for (const { id } of active()) {
      try {
        if (!deps.storage.isPaused(id)) conversations.wakeDue(id);
      } catch (error) {
        // One file's disk; the others' snoozes end in time all the same.
        deps.storage.report(error, id);
      }
    }
    cancelSnooze = deps.clock.after(snoozeTickMs, snoozeTick);
  };

  return {
    handlers,
    staff,
    links,
    start() {
      isWorking = true;
      deps.storage.start();
      transfer.start();
      void secrets.refresh('start');
      dispatcher.start();
      engine.start();
      snoozeTick();
    },
    async stop() {
      isWorking = false;
      stopping.abort();
      cancelSnooze?.();
      channels.stop();
      await Promise.all([dispatcher.stop(), engine.stop(), deps.storage.stop(), transfer.stop()]);
      links.closeAll();
    },
    resumed: cameBack,
    idle: dispatcher.idle,
  };
}
