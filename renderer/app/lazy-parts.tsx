import { lazy, Suspense } from 'react';
import type { Slots } from '@renderer/lib/slots';
import classes from './Shell.module.css';

const loadComposer = () => import('@renderer/features/composer/Composer');
const loadSearch = () => import('@renderer/features/search/SearchResults');
const loadPalette = () => import('@renderer/features/palette/Palette');

const LazyComposer = lazy(() => loadComposer().then((part) => ({ default: part.Composer })));
const LazySearch = lazy(() => loadSearch().then((part) => ({ default: part.SearchResults })));

/** The editor is the largest part of the page and not on the first screen, so it comes after the first paint. */
export const ComposerSlot: Slots['Composer'] = (props) => (
  <Suspense fallback={<div className={classes.composerRoom} />}>
    <LazyComposer {...props} />
  </Suspense>
);

export const SearchSlot: Slots['SearchResults'] = () => (
  <Suspense fallback={null}>
    <LazySearch />
  </Suspense>
);

/** Fetches the late parts once nothing else is to do, so that the first reply does not wait for them. */
export const fetchLateParts = (): void => {
  window.requestIdleCallback(() => {
    // A part that cannot be fetched is asked for again when it is shown, and says so there.
    void loadComposer().catch(() => undefined);
    void loadSearch().catch(() => undefined);
    void loadPalette().catch(() => undefined);
  });
};
