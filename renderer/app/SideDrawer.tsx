import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUiState } from '@renderer/lib/ui-state';
import { ErrorBoundary } from './ErrorBoundary';
import { SideSlot } from './lazy-parts';
import classes from './Shell.module.css';

/** The side panel where there is no room for a column: over the thread. */
export const SideDrawer = ({ resetKey }: { readonly resetKey: string }) => {
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
        <SideSlot />
      </ErrorBoundary>
    </Drawer>
  );
};
