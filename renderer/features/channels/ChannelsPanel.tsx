import { Button, Switch } from '@mantine/core';
import type { Workspace } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { Skeleton } from '@renderer/components/Skeleton';
import { StateDot } from '@renderer/components/StateDot';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { useBrandStyle } from '@renderer/hooks/use-brand-style';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { AccountList } from './components/AccountList';
import classes from './Channels.module.css';

/** Connection and the health of every account, of one brand or all as the desk shows. */
export const ChannelsPanel = () => {
  const { t } = useTranslation();
  const workspaceId = useUiState((state) => state.workspaceId);
  const workspaces = useWorkspaces().filter((one) => workspaceId === null || one.id === workspaceId);
  const accounts = useCoreQuery('channels.list', { workspaceId }, { keepsPrevious: true });
  if (accounts.isError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  return (
    <div className={classes.panel}>
      <ConnectionLine />
      {accounts.data === undefined ? (
        <Skeleton rows={4} />
      ) : (
        workspaces.map((workspace) => (
          <BrandAccounts
            key={workspace.id}
            workspace={workspace}
            accounts={accounts.data.filter((account) => account.workspaceId === workspace.id)}
          />
        ))
      )}
      {workspaces.length === 0 && <EmptyState title={t('channels.empty')}>{t('channels.emptyText')}</EmptyState>}
    </div>
  );
};

const ConnectionLine = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const { data: status, error, refetch } = useCoreQuery('sync.status', {});
  const setOffline = useCoreMutation('sync.setOffline');
  const pull = useCoreMutation('sync.now');
  const workspaceId = useUiState((state) => state.workspaceId);
  if (!status) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={1} />;
  const isFlight = status.offlineReason === 'switched_off';
  return (
    <>
      <div className={classes.connection}>
        <p className={classes.word} style={{ margin: 0 }}>
          <StateDot tone={status.isOnline ? 'good' : 'soon'} />
          <strong>{status.isOnline ? t('statusBar.online') : t(`statusBar.offline.${status.offlineReason}`)}</strong>
        </p>
        <Switch
          label={t('statusBar.flightMode')}
          checked={isFlight}
          disabled={setOffline.isPending}
          onChange={(event) => setOffline.mutate({ isOffline: event.currentTarget.checked }, { onError: showError })}
        />
        <Button
          variant="default"
          disabled={!status.isOnline}
          loading={pull.isPending}
          onClick={() => pull.mutate({ workspaceId }, { onError: showError })}
        >
          {t('channels.syncNow')}
        </Button>
      </div>
      {!status.isOnline && <p className={classes.hint}>{t(`channels.offline.${status.offlineReason}`)}</p>}
    </>
  );
};

interface BrandAccountsProps {
  readonly workspace: Workspace;
  readonly accounts: Parameters<typeof AccountList>[0]['accounts'];
}

const BrandAccounts = ({ workspace, accounts }: BrandAccountsProps) => {
  const { t } = useTranslation();
  const open = useViewStack((state) => state.open);
  const style = useBrandStyle(workspace.colour);
  return (
    <section className={classes.brand} style={style} aria-label={workspace.name}>
      <header className={classes.brandHead}>
        <BrandTile workspace={workspace} size={22} />
        <h3 className={classes.brandName}>{workspace.name}</h3>
        <button
          type="button"
          className={classes.add}
          aria-label={t('channels.connectFor', { name: workspace.name })}
          onClick={() => open({ name: 'connect', workspaceId: workspace.id, accountId: null })}
        >
          {t('channels.connect')}
        </button>
      </header>
      {accounts.length === 0 ? (
        <p className={classes.hint}>{t('channels.emptyText')}</p>
      ) : (
        <AccountList label={workspace.name} accounts={accounts} />
      )}
    </section>
  );
};
