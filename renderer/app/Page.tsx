import { lazy, Suspense } from 'react';
import { Skeleton } from '@renderer/components/Skeleton';
import type { View } from '@renderer/lib/view-stack';

const SettingsPage = lazy(() => import('./pages/SettingsPage').then((part) => ({ default: part.SettingsPage })));
const WorkspacePage = lazy(() => import('./pages/WorkspacePage').then((part) => ({ default: part.WorkspacePage })));
const ImportPage = lazy(() =>
  import('@renderer/features/import/ImportPage').then((part) => ({ default: part.ImportPage })),
);

/** Views that take the place of the desk; the others lie over it as dialogs. */
export type PageView = Extract<View, { readonly name: 'settings' | 'workspace' | 'import' }>;

export const isPage = (view: View): view is PageView =>
  view.name === 'settings' || view.name === 'workspace' || view.name === 'import';

export const Page = ({ view }: { readonly view: PageView }) => (
  <Suspense fallback={<Skeleton rows={6} />}>
    {view.name === 'settings' && <SettingsPage section={view.section} />}
    {view.name === 'workspace' && (
      <WorkspacePage key={view.workspaceId} workspaceId={view.workspaceId} section={view.section} />
    )}
    {view.name === 'import' && <ImportPage />}
  </Suspense>
);
