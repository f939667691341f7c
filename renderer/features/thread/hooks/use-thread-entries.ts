import type { ThreadEntry } from '@shared/contract/views';
import { useCallback, useMemo } from 'react';
import type { OpenConversation } from '@renderer/lib/ui-state';
import { useCoreInfinite } from '@renderer/lib/use-core';
import { entriesInOrder } from '../model/thread-items';

const pageSize = 50;
const none: readonly ThreadEntry[] = [];

export interface ThreadEntries {
  readonly entries: readonly ThreadEntry[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  loadOlder(): void;
  retry(): void;
}

/** Entries of a thread in order of time, newest page first to arrive. */
export const useThreadEntries = ({ workspaceId, conversationId }: OpenConversation): ThreadEntries => {
  const query = useCoreInfinite('messages.list', { workspaceId, conversationId, limit: pageSize });
  const { data, fetchNextPage, refetch } = query;
  const entries = useMemo(() => (data ? entriesInOrder(data.pages) : none), [data]);
  return {
    entries,
    isLoading: query.isPending,
    error: query.isError && !data ? query.error : null,
    hasOlder: query.hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]),
    retry: useCallback(() => void refetch(), [refetch]),
  };
};
