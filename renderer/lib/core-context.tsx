import { createContext, useContext } from 'react';
import type { CoreClient } from './core-client';

const CoreContext = createContext<CoreClient | null>(null);

export const CoreProvider = CoreContext.Provider;

/** The client of this window. */
export const useCore = (): CoreClient => {
  const client = useContext(CoreContext);
  if (!client) throw new Error('useCore needs a CoreProvider above it');
  return client;
};
