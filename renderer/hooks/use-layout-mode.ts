import { useSyncExternalStore } from 'react';

/** `wide`: three columns. `drawer`: the side panel lies over the thread. `single`: list and thread take turns. */
export type LayoutMode = 'wide' | 'drawer' | 'single';

const single = '(max-width: 899px)';
const drawer = '(max-width: 1199px)';

const read = (): LayoutMode => {
  if (window.matchMedia(single).matches) return 'single';
  return window.matchMedia(drawer).matches ? 'drawer' : 'wide';
};

const subscribe = (listener: () => void): (() => void) => {
  const queries = [window.matchMedia(single), window.matchMedia(drawer)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
};

/** How much room the window has, in CSS pixels, so zoom counts. */
export const useLayoutMode = (): LayoutMode => useSyncExternalStore(subscribe, read);
