import type { SearchHit } from '@shared/contract/views';
import { useMemo } from 'react';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreInfinite } from '@renderer/lib/use-core';

const pageSize = 50;
const none: readonly SearchHit[] = [];

export interface Hits {
  readonly hits: readonly SearchHit[];
  /** Parts of the query that were not understood, as the core names them. */
  readonly problems: readonly string[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

/**
 * Hits of the text in the search field, newest first. Each key asks anew: an answer belongs to its own query, so a late one is never
 * shown; until the new one is here the last hits stay, but only those of the same brand.
 */
export const useHits = (): Hits => {
  const query = useUiState((state) => state.searchText.trim());
  const workspaceId = useUiState((state) => state.workspaceId);
  const result = useCoreInfinite('search.query', { workspaceId, query, limit: pageSize }, { keepsPrevious: true });
  const { data, fetchNextPage, refetch } = result;
  const hits = useMemo(
    () =>
      data?.pages
        .flatMap((page) => page.items)
        .filter((hit) => workspaceId === null || hit.workspaceId === workspaceId) ?? none,
    [data, workspaceId],
  );
  return {
    hits,
    problems: data?.pages[0]?.problems ?? [],
    isLoading: result.isPending,
    error: result.isError ? result.error : null,
    hasMore: result.hasNextPage && !result.isPlaceholderData,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void fetchNextPage({ cancelRefetch: false }),
    retry: () => void refetch(),
  };
};
