import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { SectionHead } from '@renderer/components/FormRow';
import { Skeleton } from '@renderer/components/Skeleton';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { useNow } from '@renderer/hooks/use-now';
import { useViewStack } from '@renderer/lib/view-stack';
import classes from './Workspaces.module.css';

/** All brands of the agency, those on the rail and those in the archive. */
export const BrandsSection = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const showError = useErrorToast();
  const open = useViewStack((state) => state.open);
  const all = useCoreQuery('workspaces.list', { includeArchived: true });
  const restore = useCoreMutation('workspaces.restore');
  if (all.isError) return <ErrorState error={all.error} onRetry={() => void all.refetch()} />;
  if (!all.data) return <Skeleton rows={4} />;
  const archived = all.data.filter((workspace) => workspace.archivedAt !== null);
  const active = all.data.filter((workspace) => workspace.archivedAt === null);
  return (
    <>
      <SectionHead title={t('workspaces.brandsTitle')}>{t('workspaces.brandsLead')}</SectionHead>
      <ul className={classes.list} aria-label={t('workspaces.brandsTitle')}>
        {active.map((workspace) => (
          <li key={workspace.id} className={classes.row}>
            <BrandTile workspace={workspace} size={28} />
            <span className={classes.rowName}>{workspace.name}</span>
            <Button
              variant="default"
              aria-label={t('workspaces.editNamed', { name: workspace.name })}
              onClick={() => open({ name: 'workspace', workspaceId: workspace.id, section: 'identity' })}
            >
              {t('common.edit')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={`${classes.actions} ${classes.start}`}>
        <Button variant="default" onClick={() => open({ name: 'newWorkspace', thenConnect: false })}>
          {t('rail.new')}
        </Button>
      </div>
      <h2 className={classes.subHead}>{t('workspaces.archive')}</h2>
      {archived.length === 0 ? (
        <EmptyState title={t('workspaces.archiveEmpty')}>{t('workspaces.archiveEmptyText')}</EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t('workspaces.archive')}>
          {archived.map((workspace) => (
            <li key={workspace.id} className={classes.row}>
              <BrandTile workspace={workspace} size={28} />
              <span className={classes.rowName}>{workspace.name}</span>
              <span className={classes.quiet}>
                {workspace.archivedAt !== null &&
                  t('workspaces.archivedAt', { date: format.day(workspace.archivedAt, now) })}
              </span>
              <Button
                variant="default"
                loading={restore.isPending && restore.variables.workspaceId === workspace.id}
                aria-label={t('workspaces.restoreNamed', { name: workspace.name })}
                onClick={() => restore.mutate({ workspaceId: workspace.id }, { onError: showError })}
              >
                {t('workspaces.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
