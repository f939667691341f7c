import { useSyncExternalStore } from 'react';
import type { LinkState } from '@renderer/lib/core-client';
import { useCore } from '@renderer/lib/core-context';

/** Whether the core can be reached from this window. */
export const useLinkState = (): LinkState => {
  const core = useCore();
  return useSyncExternalStore(core.onLink, core.linkState);
};
