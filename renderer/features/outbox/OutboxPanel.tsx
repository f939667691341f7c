import { Button } from '@mantine/core';
import type { Workspace } from '@shared/contract/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { Skeleton } from '@renderer/components/Skeleton';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreInfinite } from '@renderer/lib/use-core';
import { OutboxCard } from './components/OutboxCard';
import { groups, type GroupName } from './model/outbox-rules';
import classes from './OutboxPanel.module.css';

/** Replies on their way out: those that need a person, those on the way, and, when asked for, those that left. */
export const OutboxPanel = () => {
  const { t } = useTranslation();
  const workspaces = useWorkspaces();
  const [showsSent, setShowsSent] = useState(false);
  const workspaceId = useUiState((state) => state.workspaceId);
  const pending = useCoreInfinite(
    'outbox.list',
    { workspaceId, states: [...groups.needsYou, ...groups.onTheWay] },
    { keepsPrevious: true },
  );
  if (pending.isError) return <ErrorState error={pending.error} onRetry={() => void pending.refetch()} />;
  if (!pending.data) return <Skeleton rows={3} rowHeight={96} />;
  const items = pending.data.pages.flatMap((page) => page.items);
  const inGroup = (name: GroupName) => items.filter((item) => groups[name].some((state) => state === item.state));
  return (
    <>
      {items.length === 0 && <EmptyState title={t('outbox.empty')}>{t('outbox.emptyText')}</EmptyState>}
      <Group name="needsYou" items={inGroup('needsYou')} workspaces={workspaces} />
      <Group name="onTheWay" items={inGroup('onTheWay')} workspaces={workspaces} />
      {pending.hasNextPage && <More isBusy={pending.isFetchingNextPage} onMore={() => void pending.fetchNextPage()} />}
      {showsSent ? (
        <SentItems workspaceId={workspaceId} workspaces={workspaces} />
      ) : (
        <div className={classes.foot}>
          <Button variant="subtle" onClick={() => setShowsSent(true)}>
            {t('outbox.showSent')}
          </Button>
        </div>
      )}
    </>
  );
};

interface GroupProps {
  readonly name: GroupName;
  readonly items: readonly Parameters<typeof OutboxCard>[0]['item'][];
  readonly workspaces: readonly Workspace[];
}

const Group = ({ name, items, workspaces }: GroupProps) => {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section aria-label={t(`outbox.groups.${name}`)}>
      <h3 className={classes.groupHead}>{t(`outbox.groups.${name}`)}</h3>
      <ul className={classes.list}>
        {items.map((item) => (
          <OutboxCard
            key={item.id}
            item={item}
            workspace={workspaces.find((workspace) => workspace.id === item.workspaceId)}
          />
        ))}
      </ul>
    </section>
  );
};

const More = ({ isBusy, onMore }: { readonly isBusy: boolean; readonly onMore: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.foot}>
      <Button variant="subtle" loading={isBusy} onClick={onMore}>
        {t('common.loadMore')}
      </Button>
    </div>
  );
};

interface SentItemsProps {
  readonly workspaceId: string | null;
  readonly workspaces: readonly Workspace[];
}

const SentItems = ({ workspaceId, workspaces }: SentItemsProps) => {
  const { t } = useTranslation();
  const sent = useCoreInfinite('outbox.list', { workspaceId, states: [...groups.sent] });
  if (sent.isError) return <ErrorState error={sent.error} onRetry={() => void sent.refetch()} />;
  if (!sent.data) return <Skeleton rows={2} rowHeight={96} />;
  const items = sent.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Group name="sent" items={items} workspaces={workspaces} />
      {items.length === 0 && <p className={classes.none}>{t('outbox.noneSent')}</p>}
      {sent.hasNextPage && <More isBusy={sent.isFetchingNextPage} onMore={() => void sent.fetchNextPage()} />}
    </>
  );
};
