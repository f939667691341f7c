import type { ChannelAccount } from '@shared/contract/views';
import { useCoreQuery } from '@renderer/lib/use-core';

/** The channel account that a conversation runs through; its capabilities say which actions exist. */
export const useAccount = (workspaceId: string, accountId: string): ChannelAccount | undefined =>
  useCoreQuery(
    'channels.list',
    { workspaceId },
    {
      select: (accounts) => accounts.find((account) => account.id === accountId),
    },
  ).data;
