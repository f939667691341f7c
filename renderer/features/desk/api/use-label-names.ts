import type { Label } from '@shared/contract/views';
import { useQueries } from '@tanstack/react-query';
import { useCore } from '@renderer/lib/core-context';
import { coreKey } from '@renderer/lib/use-core';

const namesOf = (results: readonly { readonly data: readonly Label[] | undefined }[]): readonly string[] =>
  [...new Set(results.flatMap((result) => result.data?.map((label) => label.name) ?? []))].toSorted((one, other) =>
    one.localeCompare(other),
  );

/** Names of the labels of some workspaces, each once, in order. */
export const useLabelNames = (workspaceIds: readonly string[]): readonly string[] => {
  const core = useCore();
  return useQueries({
    queries: workspaceIds.map((workspaceId) => ({
      queryKey: coreKey('conversations.listLabels', { workspaceId }),
      queryFn: () => core.call('conversations.listLabels', { workspaceId }),
    })),
    combine: namesOf,
  });
};
