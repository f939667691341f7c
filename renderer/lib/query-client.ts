import { QueryClient } from '@tanstack/react-query';
import { CoreError } from './core-client';

/** How often a read is tried again where the core went away in between; other errors are answers, not accidents. */
const maxRereads = 2;

/** The cache of this window. The core is on this machine, so nothing waits for a network, and only events make a read old. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) =>
          error instanceof CoreError && error.error.reason === 'core_restarted' && count < maxRereads,
        retryDelay: 0,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
