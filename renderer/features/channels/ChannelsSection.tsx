import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { SectionHead } from '@renderer/components/FormRow';
import { Skeleton } from '@renderer/components/Skeleton';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { AccountList } from './components/AccountList';
import classes from './Channels.module.css';

/** Channel accounts of one brand, on its settings page. */
export const ChannelsSection = ({ workspaceId }: { readonly workspaceId: string }) => {
  const { t } = useTranslation();
  const open = useViewStack((state) => state.open);
  const accounts = useCoreQuery('channels.list', { workspaceId });
  const connect = (
    <Button onClick={() => open({ name: 'connect', workspaceId, accountId: null })}>{t('channels.connect')}</Button>
  );
  return (
    <>
      <SectionHead title={t('workspaces.channelsTitle')}>{t('channels.sectionLead')}</SectionHead>
      {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.isPending && <Skeleton rows={3} />}
      {accounts.data?.length === 0 && (
        <EmptyState title={t('channels.empty')} action={connect}>
          {t('channels.emptyText')}
        </EmptyState>
      )}
      {accounts.data !== undefined && accounts.data.length > 0 && (
        <>
          <AccountList label={t('workspaces.channelsTitle')} accounts={accounts.data} />
          <div className={classes.foot}>{connect}</div>
        </>
      )}
    </>
  );
};
