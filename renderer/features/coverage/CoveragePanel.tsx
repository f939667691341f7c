import type { ChannelAccount, Workspace } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { BrandTile } from '@renderer/components/BrandTile';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { Skeleton } from '@renderer/components/Skeleton';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { useNow } from '@renderer/hooks/use-now';
import { summariseCoverage, type StreamCoverage } from '@renderer/lib/coverage-summary';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { StreamRow } from './components/StreamRow';
import classes from './CoveragePanel.module.css';

/** Stretch of time that the bars show, days. */
const shownDays = 7;
const dayMs = 86_400_000;

/** For every account and stream: which spans of time are whole, which are gaps, and why. */
export const CoveragePanel = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const workspaceId = useUiState((state) => state.workspaceId);
  const workspaces = useWorkspaces();
  const coverage = useCoreQuery('coverage.list', { workspaceId }, { keepsPrevious: true });
  const accounts = useCoreQuery('channels.list', { workspaceId }, { keepsPrevious: true });
  if (coverage.isError) return <ErrorState error={coverage.error} onRetry={() => void coverage.refetch()} />;
  if (!coverage.data || !accounts.data) return <Skeleton rows={5} />;
  const summary = summariseCoverage(coverage.data);
  if (summary.streams === 0) return <EmptyState title={t('coverage.empty')}>{t('coverage.emptyText')}</EmptyState>;
  return (
    <div className={classes.panel}>
      <p className={classes.lead}>
        {summary.completeSince === null
          ? t('coverage.leadOpen')
          : t('coverage.lead', {
              date: `${format.day(summary.completeSince, now)} ${format.time(summary.completeSince)}`,
            })}{' '}
        {summary.gaps > 0 && t('coverage.leadGaps', { count: summary.gaps })}
      </p>
      {accounts.data.map((account) => (
        <AccountCoverage
          key={account.id}
          account={account}
          workspace={workspaces.find((one) => one.id === account.workspaceId)}
          streams={coverage.data.filter((stream) => stream.accountId === account.id)}
        />
      ))}
      <p className={classes.legend}>
        <span aria-hidden="true" className={classes.keyWhole} /> {t('coverage.legendWhole')}
        <span aria-hidden="true" className={classes.keyGap} /> {t('coverage.legendGap')} ·{' '}
        {t('coverage.legendDays', { count: shownDays })}
      </p>
    </div>
  );
};

interface AccountCoverageProps {
  readonly account: ChannelAccount;
  readonly workspace: Workspace | undefined;
  readonly streams: readonly StreamCoverage[];
}

const AccountCoverage = ({ account, workspace, streams }: AccountCoverageProps) => {
  const { t } = useTranslation();
  if (streams.length === 0) return null;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>
        {workspace && <BrandTile workspace={workspace} size={18} />}
        <NetworkIcon networkId={account.network} isNamed />@{account.handle}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.stream')}</th>
          <th scope="col">{t('coverage.since')}</th>
          <th scope="col">{t('coverage.gaps')}</th>
        </tr>
      </thead>
      <tbody>
        {streams.map((stream) => (
          <StreamRow key={stream.stream} stream={stream} zone={workspace?.timezone} windowMs={shownDays * dayMs} />
        ))}
      </tbody>
    </table>
  );
};
