import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/components/EmptyState';
import { runCommand } from '@renderer/lib/commands';
import { openFilter, useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { isSameFilter } from '../model/quick-filters';

/** An empty list: says why, and what to do next. */
export const DeskEmpty = () => {
  const { t } = useTranslation();
  const filter = useUiState((state) => state.filter);
  const setFilter = useUiState((state) => state.setFilter);
  const workspaceId = useUiState((state) => state.workspaceId);
  const openView = useViewStack((state) => state.open);
  const accounts = useCoreQuery('channels.list', { workspaceId }).data;
  if (!isSameFilter(filter, openFilter)) {
    return (
      <EmptyState
        title={t('desk.empty.filtered')}
        action={
          <Button variant="default" onClick={() => setFilter(openFilter)}>
            {t('desk.empty.showOpen')}
          </Button>
        }
      >
        {t('desk.empty.filteredText')}
      </EmptyState>
    );
  }
  if (accounts?.length === 0 && workspaceId !== null) {
    return (
      <EmptyState
        title={t('desk.empty.noAccount')}
        action={
          <Button onClick={() => openView({ name: 'connect', workspaceId, accountId: null })}>
            {t('desk.empty.connect')}
          </Button>
        }
      >
        {t('desk.empty.noAccountText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('desk.empty.allDone')}
      action={
        <Button variant="default" onClick={() => runCommand('sync.now')}>
          {t('desk.empty.fetch')}
        </Button>
      }
    >
      {t('desk.empty.allDoneText')}
    </EmptyState>
  );
};
