import { lazy, Suspense, type ComponentType } from 'react';
import type { Slots } from '@renderer/lib/slots';
import classes from './Shell.module.css';

const loaders = {
  thread: () => import('@renderer/features/thread/ThreadPane'),
  side: () => import('@renderer/features/contact/SidePanel'),
  triage: () => import('@renderer/features/triage/Triage'),
  composer: () => import('@renderer/features/composer/Composer'),
  search: () => import('@renderer/features/search/SearchResults'),
  palette: () => import('@renderer/features/palette/Palette'),
} as const;

const LazyThread = lazy(() => loaders.thread().then((part) => ({ default: part.ThreadPane })));
const LazySide = lazy(() => loaders.side().then((part) => ({ default: part.SidePanel })));
const LazyTriage = lazy(() => loaders.triage().then((part) => ({ default: part.Triage })));
const LazyComposer = lazy(() => loaders.composer().then((part) => ({ default: part.Composer })));
const LazySearch = lazy(() => loaders.search().then((part) => ({ default: part.SearchResults })));

/** The desk's list is painted first; what stands beside it comes right after, and before anybody can ask for it. */
const late = (Part: ComponentType): ComponentType =>
  function LatePart() {
    return (
      <Suspense fallback={<div />}>
        <Part />
      </Suspense>
    );
  };

export const ThreadSlot = late(LazyThread);
export const SideSlot = late(LazySide);
export const TriageSlot = late(LazyTriage);
export const SearchSlot: Slots['SearchResults'] = late(LazySearch);

/** The editor is the largest part of the page. */
export const ComposerSlot: Slots['Composer'] = (props) => (
  <Suspense fallback={<div className={classes.composerRoom} />}>
    <LazyComposer {...props} />
  </Suspense>
);

/** Fetches the late parts once the first screen stands and nothing else is to do. */
export const fetchLateParts = (): void => {
  window.requestIdleCallback(() => {
    // A part that cannot be fetched is asked for again when it is shown, and says so there.
    for (const load of Object.values(loaders)) load().catch(() => undefined);
  });
};
