import { useTranslation } from 'react-i18next';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useUiState } from '@renderer/lib/ui-state';
import { activeQuickFilter, isSameFilter, quickFilters } from '../model/quick-filters';
import { Chip } from './Chip';
import { MoreFilters } from './MoreFilters';
import { SavedViews, useSavedViews } from './SavedViews';
import classes from './FilterBar.module.css';

/** Quick filters with their counts, more filters, and the views that were saved. */
export const FilterBar = () => {
  const { t } = useTranslation();
  const workspaceId = useUiState((state) => state.workspaceId);
  const filter = useUiState((state) => state.filter);
  const setFilter = useUiState((state) => state.setFilter);
  const counts = useCoreQuery('conversations.counts', { workspaceId }, { keepsPrevious: true }).data;
  const views = useSavedViews();
  const mayWork = useMayWork();
  const active = activeQuickFilter(filter);
  const isSaved = views.some((view) => isSameFilter(view.filter, filter));
  return (
    <div className={classes.bar} role="group" aria-label={t('desk.filters.label')}>
      {quickFilters.map((quick) => (
        <Chip
          key={quick.id}
          isOn={active === quick.id}
          count={counts?.[quick.id]}
          onClick={() => setFilter(quick.filter)}
        >
          {t(`desk.filters.${quick.id}`)}
        </Chip>
      ))}
      <MoreFilters isOn={active === null && !isSaved} />
      <SavedViews views={views} canSave={mayWork && active === null && !isSaved} />
    </div>
  );
};
