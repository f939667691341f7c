import type { OutputOf } from '@shared/contract/index';
import type { ConversationRow } from '@shared/contract/views';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useReducer } from 'react';
import { conversationKey } from '@renderer/lib/triage-target';
import { useUiState } from '@renderer/lib/ui-state';
import { coreInfiniteKey, useCoreInfinite } from '@renderer/lib/use-core';
import { emptyOrder, takeOver, type ListOrder } from '../model/stable-order';

const pageSize = 50;
/** Pages held while the person is at the top of the list. */
const pagesKept = 3;
const none: readonly ConversationRow[] = [];

interface State {
  /** Brand and filter that the order belongs to. */
  readonly scope: string;
  readonly order: ListOrder;
  readonly rows: ReadonlyMap<string, ConversationRow>;
  /** Rows that left the list, with the time of their last message: an undo brings them back as they were. */
  readonly gone: ReadonlyMap<string, number>;
}

/** Rows that left the list are remembered up to here; an undo is about the last few. */
const goneKept = 500;

interface Fresh {
  readonly scope: string;
  readonly rows: readonly ConversationRow[];
  readonly isHeld: boolean;
  readonly kept: string | null;
}

/** Key of a row across all brands. */
export const rowKey = (row: ConversationRow): string =>
  conversationKey({ workspaceId: row.workspaceId, conversationId: row.id });

const reduce = (state: State, fresh: Fresh): State => {
  const isSameList = state.scope === fresh.scope;
  const byKey = new Map(fresh.rows.map((row) => [rowKey(row), row]));
  const keys = [...byKey.keys()];
  if (!isSameList) return { scope: fresh.scope, order: { shown: keys, waiting: [] }, rows: byKey, gone: new Map() };
  const returned = new Set(keys.filter((key) => state.gone.get(key) === byKey.get(key)?.lastMessageAt));
  const order = takeOver(state.order, { keys, isHeld: fresh.isHeld, kept: fresh.kept, returned });
  const left = state.order.shown
    .filter((key) => !byKey.has(key))
    .map((key) => [key, state.rows.get(key)?.lastMessageAt ?? 0] as const);
  const gone = left.length === 0 ? state.gone : new Map([...state.gone, ...left].slice(-goneKept));
  const kept = fresh.kept === null ? undefined : state.rows.get(fresh.kept);
  if (kept && fresh.kept !== null && !byKey.has(fresh.kept)) byKey.set(fresh.kept, kept);
  return { scope: fresh.scope, order, rows: byKey, gone };
};

export interface DeskRows {
  readonly rows: readonly ConversationRow[];
  readonly waitingCount: number;
  /** First page is not here yet. */
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly isComplete: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
  /** Lets go of pages far below: the person is at the top again, and every event reads all pages that are held. */
  trim(): void;
  /** Shows what arrived meanwhile, in its place. */
  showWaiting(): void;
}

/** Rows of the desk, page by page, in an order that stays while somebody works in it (`isHeld` is asked when news arrive). */
export const useDeskRows = (isHeld: () => boolean): DeskRows => {
  const workspaceId = useUiState((state) => state.workspaceId);
  const filter = useUiState((state) => state.filter);
  const scope = useMemo(() => JSON.stringify([workspaceId, filter]), [workspaceId, filter]);
  const input = useMemo(() => ({ workspaceId, filter, limit: pageSize }), [filter, workspaceId]);
  const queryKey = useMemo(() => coreInfiniteKey('conversations.list', input), [input]);
  const query = useCoreInfinite('conversations.list', input);
  const [state, takeFresh] = useReducer(reduce, { scope: '', order: emptyOrder, rows: new Map(), gone: new Map() });
  const { data, fetchNextPage, refetch } = query;
  const fresh = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);

  useLayoutEffect(() => {
    // Asked only when the list was read again: opening another conversation moves nothing.
    const open = useUiState.getState().conversation;
    const kept = open === null ? null : conversationKey(open);
    if (fresh) takeFresh({ scope, rows: fresh, isHeld: isHeld(), kept });
  }, [fresh, scope, isHeld]);

  const isCurrent = state.scope === scope;
  const rows = useMemo(
    () => (isCurrent ? state.order.shown.flatMap((key) => state.rows.get(key) ?? []) : none),
    [isCurrent, state],
  );
  const cache = useQueryClient();
  const trim = useCallback(() => {
    const held = cache.getQueryData<InfiniteData<OutputOf<'conversations.list'>, string | null>>(queryKey);
    if (!held || held.pages.length <= pagesKept) return;
    cache.setQueryData(queryKey, {
      pages: held.pages.slice(0, pagesKept),
      pageParams: held.pageParams.slice(0, pagesKept),
    });
  }, [cache, queryKey]);
  const showWaiting = useCallback(() => {
    if (fresh) takeFresh({ scope, rows: fresh, isHeld: false, kept: null });
  }, [fresh, scope]);

  return {
    rows,
    waitingCount: isCurrent ? state.order.waiting.length : 0,
    isLoading: query.isPending || (!isCurrent && fresh !== undefined),
    error: query.isError && !data ? query.error : null,
    isComplete: !query.hasNextPage && !query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]),
    retry: useCallback(() => void refetch(), [refetch]),
    trim,
    showWaiting,
  };
};
