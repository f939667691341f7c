import type { OutputOf } from '@shared/contract/index';
import type { Network, Settings, StaffMember, Workspace } from '@shared/contract/views';
import { useCoreQuery } from '@renderer/lib/use-core';

const none: readonly never[] = [];

/** The installation; undefined until the core has answered once. */
export const useAgency = (): OutputOf<'agency.get'> | undefined => useCoreQuery('agency.get', {}).data;

export const useSettings = (): Settings | undefined =>
  useCoreQuery('agency.get', {}, { select: (agency) => agency.settings }).data;

/** Workspaces on the rail, in their order. */
export const useWorkspaces = (): readonly Workspace[] => useCoreQuery('workspaces.list', {}).data ?? none;

/** One workspace by id, from the list that is on the rail. */
export const useWorkspace = (workspaceId: string | null): Workspace | undefined =>
  useCoreQuery('workspaces.list', {}, { select: (all) => all.find((workspace) => workspace.id === workspaceId) }).data;

export const useStaff = (): readonly StaffMember[] => useCoreQuery('agency.listStaff', {}).data ?? none;

/** Networks by the connectors' manifests. */
export const useNetworks = (): readonly Network[] => useCoreQuery('channels.listNetworks', {}).data ?? none;

/** Label and icon of a network; undefined while unknown. */
export const useNetwork = (networkId: string): Network | undefined =>
  useCoreQuery('channels.listNetworks', {}, { select: (all) => all.find((network) => network.id === networkId) }).data;
