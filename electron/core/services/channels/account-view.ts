import type { ChannelAccount } from '@shared/contract/views';
import type { AccountCapabilities } from '@shared/domain/manifest';
import type { AccountRecord } from '../../db/workspace/repositories/account-repository';
import { visibleState, type AccountHealth } from './account-health';

/** Capabilities as the contract's plain, writable shape. */
export const capabilitiesView = (capabilities: AccountCapabilities): ChannelAccount['capabilities'] => ({
  publicText: [...capabilities.publicText],
  directText: [...capabilities.directText],
  images: capabilities.images && { ...capabilities.images, mimeTypes: [...capabilities.images.mimeTypes] },
  actions: [...capabilities.actions],
  unavailable: [...capabilities.unavailable],
});

/** An account with its health, as screens show it. */
export const accountView = (workspaceId: string, record: AccountRecord, health: AccountHealth): ChannelAccount => ({
  id: record.id,
  workspaceId,
  network: record.network,
  remoteId: record.remoteId,
  handle: record.handle,
  displayName: record.displayName,
  serviceUrl: record.serviceUrl,
  state: visibleState(record.state, health),
  stateReason: record.state === 'connected' ? health.waitReason : (record.stateReason ?? record.state),
  waitsUntil: record.state === 'connected' ? health.waitsUntil : null,
  lastSyncAt: health.lastSyncAt,
  capabilities: capabilitiesView(record.capabilities),
});
