import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useNow } from '@renderer/hooks/use-now';
import { summariseCoverage } from '@renderer/lib/coverage-summary';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import classes from '../StatusBar.module.css';

/** Since when nothing is missing, over what the desk shows now. */
export const CoverageState = () => {
  const { t } = useTranslation();
  const workspaceId = useUiState((state) => state.workspaceId);
  const format = useFormat(useWorkspace(workspaceId)?.timezone);
  const now = useNow();
  const summary = useCoreQuery(
    'coverage.list',
    { workspaceId },
    { select: summariseCoverage, keepsPrevious: true },
  ).data;
  const since = summary?.completeSince ?? null;
  const at = (time: number): string =>
    format.isSameDay(time, now) ? format.time(time) : `${format.day(time, now)} ${format.time(time)}`;
  const word = (): string => {
    if (!summary || summary.streams === 0) return t('statusBar.coverageNone');
    return since === null ? t('statusBar.coverageOpen') : t('statusBar.completeSince', { time: at(since) });
  };
  return (
    <>
      {t('statusBar.coverage')} <strong>{word()}</strong>
      {summary && summary.gaps > 0 && (
        <span className={classes.quiet}>
          {' · '}
          {t('statusBar.gaps', { count: summary.gaps })}
        </span>
      )}
    </>
  );
};
