import { useCoreQuery } from '@renderer/lib/use-core';

/** Whether the person at this window may change anything; an observer only reads. The core refuses all the same. */
export const useMayWork = (): boolean =>
  useCoreQuery('agency.get', {}, { select: (agency) => agency.actingStaff.role !== 'observer' }).data ?? false;
