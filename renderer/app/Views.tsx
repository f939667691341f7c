import { lazy, Suspense } from 'react';
import { create } from 'zustand';
import { useTopView, useViewStack } from '@renderer/lib/view-stack';
import { ErrorBoundary } from './ErrorBoundary';

const NewWorkspaceDialog = lazy(() =>
  import('@renderer/features/workspaces/NewWorkspaceDialog').then((part) => ({ default: part.NewWorkspaceDialog })),
);
const ConnectDialog = lazy(() =>
  import('@renderer/features/channels/ConnectDialog').then((part) => ({ default: part.ConnectDialog })),
);
const HelpSheet = lazy(() =>
  import('@renderer/features/shortcuts/HelpSheet').then((part) => ({ default: part.HelpSheet })),
);
const Palette = lazy(() => import('@renderer/features/palette/Palette').then((part) => ({ default: part.Palette })));

/** Whether the palette is open; it lies over everything, dialogs too. */
export const usePalette = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Dialogs over the desk or over a page: the top of the stack, and the palette. */
export const Views = () => {
  const top = useTopView();
  const back = useViewStack((state) => state.back);
  const isPaletteOpen = usePalette((state) => state.isOpen);
  return (
    <ErrorBoundary resetKey={top?.name ?? 'none'}>
      <Suspense fallback={null}>
        {top?.name === 'newWorkspace' && <NewWorkspaceDialog thenConnect={top.thenConnect} onClose={back} />}
        {top?.name === 'connect' && (
          <ConnectDialog workspaceId={top.workspaceId} accountId={top.accountId} onClose={back} />
        )}
        {top?.name === 'help' && <HelpSheet onClose={back} />}
        {isPaletteOpen && <Palette onClose={() => usePalette.setState({ isOpen: false })} />}
      </Suspense>
    </ErrorBoundary>
  );
};
