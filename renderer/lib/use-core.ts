import type { EventMap, EventName } from '@shared/contract/events';
import type { InputOf, OperationName, OutputOf } from '@shared/contract/index';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CoreError } from './core-client';
import { useCore } from './core-context';

export interface QueryOptions<Output, Data> {
  readonly isEnabled?: boolean;
  /** Shows what was there while another input is being read, so that nothing flashes. */
  readonly keepsPrevious?: boolean;
  readonly select?: (output: Output) => Data;
  /** Ms for which a value is not asked again; Infinity by default, since events say what changed. */
  readonly staleMs?: number;
}

/** Key of a read in the cache. Events find their reads by it, see invalidation.ts. */
export const coreKey = <Name extends OperationName>(op: Name, input: InputOf<Name>) => [op, input] as const;

/** Reads from the core and reads again when an event says that it changed. */
export const useCoreQuery = <Name extends OperationName, Data = OutputOf<Name>>(
  op: Name,
  input: InputOf<Name>,
  options: QueryOptions<OutputOf<Name>, Data> = {},
): UseQueryResult<Data, CoreError> => {
  const core = useCore();
  return useQuery<OutputOf<Name>, CoreError, Data>({
    queryKey: coreKey(op, input),
    queryFn: () => core.call(op, input),
    enabled: options.isEnabled ?? true,
    ...(options.select ? { select: options.select } : {}),
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
};

/** Changes something in the core; the core's event refreshes what is on screen. */
export const useCoreMutation = <Name extends OperationName>(
  op: Name,
): UseMutationResult<OutputOf<Name>, CoreError, InputOf<Name>> => {
  const core = useCore();
  return useMutation<OutputOf<Name>, CoreError, InputOf<Name>>({
    mutationKey: [op],
    mutationFn: (input) => core.call(op, input),
  });
};

/** Operations that answer one page and the cursor of the next. */
export type PagedOperation = {
  [Name in OperationName]: OutputOf<Name> extends { items: readonly unknown[]; nextCursor: string | null }
    ? Name
    : never;
}[OperationName];

/** Key of a paged read in the cache. */
export const coreInfiniteKey = <Name extends PagedOperation>(op: Name, input: Omit<InputOf<Name>, 'cursor'>) =>
  [op, input, 'pages'] as const;

/** Reads a list page by page; `data.pages` are the core's pages in order. Give the input without `cursor`. */
export const useCoreInfinite = <Name extends PagedOperation>(
  op: Name,
  input: Omit<InputOf<Name>, 'cursor'>,
  options: { readonly isEnabled?: boolean; readonly keepsPrevious?: boolean } = {},
): UseInfiniteQueryResult<InfiniteData<OutputOf<Name>, string | null>, CoreError> => {
  const core = useCore();
  return useInfiniteQuery<
    OutputOf<Name>,
    CoreError,
    InfiniteData<OutputOf<Name>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: coreInfiniteKey(op, input),
    queryFn: ({ pageParam }) => core.call(op, { ...input, cursor: pageParam } as InputOf<Name>),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
};

/** Hears one event of the core for as long as the component lives. */
export const useCoreEvent = <Name extends EventName>(
  event: Name,
  listener: (payload: EventMap[Name]) => void,
): void => {
  const core = useCore();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => core.on(event, (payload) => latest.current(payload)), [core, event]);
};
