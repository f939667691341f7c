import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { EmptyState } from '@renderer/components/EmptyState';
import { PageFrame } from '@renderer/components/PageFrame';
import { Skeleton } from '@renderer/components/Skeleton';
import { ChannelsSection } from '@renderer/features/channels/ChannelsSection';
import { DataSection } from '@renderer/features/workspaces/DataSection';
import { IdentitySection } from '@renderer/features/workspaces/IdentitySection';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack, type WorkspaceSection } from '@renderer/lib/view-stack';

export interface WorkspacePageProps {
  readonly workspaceId: string;
  readonly section: WorkspaceSection;
}

/** Settings of one brand. */
export const WorkspacePage = ({ workspaceId, section }: WorkspacePageProps) => {
  const { t } = useTranslation();
  const { replace, back } = useViewStack.getState();
  const workspace = useCoreQuery(
    'workspaces.list',
    { includeArchived: true },
    { select: (all) => all.find((one) => one.id === workspaceId) ?? null },
  ).data;
  if (workspace === undefined) return <Skeleton rows={6} />;
  if (workspace === null) return <EmptyState title={t('errors.codes.not_found')} />;
  return (
    <PageFrame<WorkspaceSection>
      title={workspace.name}
      mark={<BrandTile workspace={workspace} size={24} />}
      sections={[
        { id: 'identity', label: t('workspaces.identityTitle') },
        { id: 'channels', label: t('workspaces.channelsTitle') },
        { id: 'data', label: t('workspaces.dataTitle') },
      ]}
      current={section}
      onSection={(next) => replace({ name: 'workspace', workspaceId, section: next })}
      onClose={back}
    >
      {section === 'identity' && <IdentitySection workspace={workspace} />}
      {section === 'channels' && <ChannelsSection workspaceId={workspaceId} />}
      {section === 'data' && <DataSection workspace={workspace} />}
    </PageFrame>
  );
};
