import type { InputOf } from '@shared/contract/index';
import type { Settings } from '@shared/contract/views';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { coreKey } from '@renderer/lib/use-core';

/** Changes settings: shown at once, kept by the core, taken back on screen where the core refuses. */
export const useSettingsChange = (): ((change: Partial<Settings>) => void) => {
  const core = useCore();
  const cache = useQueryClient();
  const showError = useErrorToast();
  return useCallback(
    (change) => {
      const key = coreKey('agency.get', {});
      const before = cache.getQueryData<{ readonly settings: Settings }>(key);
      if (before) cache.setQueryData(key, { ...before, settings: { ...before.settings, ...change } });
      core.call('agency.updateSettings', change satisfies InputOf<'agency.updateSettings'>).catch((error: unknown) => {
        cache.setQueryData(key, before);
        showError(error);
      });
    },
    [cache, core, showError],
  );
};
