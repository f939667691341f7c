import { lazy, Suspense, useEffect } from 'react';
import { Desk } from '@renderer/features/desk/Desk';
import { SystemBanners } from '@renderer/features/notifications/SystemBanners';
import { Rail } from '@renderer/features/rail/Rail';
import { StatusBar } from '@renderer/features/status-bar/StatusBar';
import { useLayoutMode } from '@renderer/hooks/use-layout-mode';
import { SlotProvider, type Slots } from '@renderer/lib/slots';
import { useUiState } from '@renderer/lib/ui-state';
import { useViewStack } from '@renderer/lib/view-stack';
import { ErrorBoundary } from './ErrorBoundary';
import { ComposerSlot, fetchLateParts, SearchSlot, SideSlot, ThreadSlot, TriageSlot } from './lazy-parts';
import { Page, isPage } from './Page';
import { PanelHost } from './PanelHost';
import classes from './Shell.module.css';

const SideDrawer = lazy(() => import('./SideDrawer').then((part) => ({ default: part.SideDrawer })));

const slots: Slots = { Composer: ComposerSlot, SearchResults: SearchSlot };

/** The window: rail, then the desk or a page, and the status bar at its foot. */
export const Shell = () => {
  const page = useViewStack((state) => state.views.findLast(isPage) ?? null);
  useEffect(fetchLateParts, []);
  return (
    <SlotProvider value={slots}>
      <div className={classes.window}>
        <ErrorBoundary>
          <Rail />
        </ErrorBoundary>
        <div className={classes.middle}>
          <ErrorBoundary>
            <SystemBanners />
          </ErrorBoundary>
          <div className={classes.work}>
            {page === null ? (
              <>
                <Columns />
                <TriageSlot />
              </>
            ) : (
              <ErrorBoundary resetKey={page.name}>
                <Page view={page} />
              </ErrorBoundary>
            )}
            <PanelHost />
          </div>
        </div>
        <ErrorBoundary>
          <StatusBar />
        </ErrorBoundary>
      </div>
    </SlotProvider>
  );
};

/** List, thread and side panel, as many as the window has room for. */
const Columns = () => {
  const mode = useLayoutMode();
  const conversation = useUiState((state) => state.conversation);
  const isSidePanelOpen = useUiState((state) => state.isSidePanelOpen);
  const openId = conversation?.conversationId ?? 'none';
  const ListFrame = mode === 'single' ? 'main' : 'div';
  const showsList = mode !== 'single' || conversation === null;
  const showsThread = mode !== 'single' || conversation !== null;
  const showsSide = mode === 'wide' && isSidePanelOpen && conversation !== null;
  return (
    <>
      {showsList && (
        <ListFrame className={mode === 'single' ? classes.thread : classes.list}>
          <ErrorBoundary>
            <Desk />
          </ErrorBoundary>
        </ListFrame>
      )}
      {showsThread && (
        <main className={classes.thread}>
          <ErrorBoundary resetKey={openId}>
            <ThreadSlot />
          </ErrorBoundary>
        </main>
      )}
      {showsSide && (
        <div className={classes.side}>
          <ErrorBoundary resetKey={openId}>
            <SideSlot />
          </ErrorBoundary>
        </div>
      )}
      {mode !== 'wide' && conversation !== null && (
        <Suspense fallback={null}>
          <SideDrawer resetKey={openId} />
        </Suspense>
      )}
    </>
  );
};
