import { Drawer } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '@renderer/features/contact/SidePanel';
import { Desk } from '@renderer/features/desk/Desk';
import { SystemBanners } from '@renderer/features/notifications/SystemBanners';
import { Rail } from '@renderer/features/rail/Rail';
import { StatusBar } from '@renderer/features/status-bar/StatusBar';
import { ThreadPane } from '@renderer/features/thread/ThreadPane';
import { Triage } from '@renderer/features/triage/Triage';
import { useLayoutMode } from '@renderer/hooks/use-layout-mode';
import { SlotProvider, type Slots } from '@renderer/lib/slots';
import { useUiState } from '@renderer/lib/ui-state';
import { useViewStack } from '@renderer/lib/view-stack';
import { ErrorBoundary } from './ErrorBoundary';
import { ComposerSlot, fetchLateParts, SearchSlot } from './lazy-parts';
import { Page, isPage } from './Page';
import { PanelHost } from './PanelHost';
import classes from './Shell.module.css';

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
                <Triage />
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
  const showsList = mode !== 'single' || conversation === null;
  const showsThread = mode !== 'single' || conversation !== null;
  const showsSide = mode === 'wide' && isSidePanelOpen && conversation !== null;
  return (
    <>
      {showsList && (
        <div className={mode === 'single' ? classes.thread : classes.list}>
          <ErrorBoundary>
            <Desk />
          </ErrorBoundary>
        </div>
      )}
      {showsThread && (
        <main className={classes.thread}>
          <ErrorBoundary resetKey={openId}>
            <ThreadPane />
          </ErrorBoundary>
        </main>
      )}
      {showsSide && (
        <div className={classes.side}>
          <ErrorBoundary resetKey={openId}>
            <SidePanel />
          </ErrorBoundary>
        </div>
      )}
      {mode !== 'wide' && <SideDrawer resetKey={openId} />}
    </>
  );
};

const SideDrawer = ({ resetKey }: { readonly resetKey: string }) => {
  const { t } = useTranslation();
  const isOpen = useUiState((state) => state.isDrawerOpen && state.conversation !== null);
  const setDrawerOpen = useUiState((state) => state.setDrawerOpen);
  return (
    <Drawer
      opened={isOpen}
      onClose={() => setDrawerOpen(false)}
      position="right"
      size={320}
      title={t('app.sidePanel')}
      padding={0}
      classNames={{ header: classes.drawerHead ?? '', body: classes.drawerBody ?? '' }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ErrorBoundary resetKey={resetKey}>
        <SidePanel />
      </ErrorBoundary>
    </Drawer>
  );
};
