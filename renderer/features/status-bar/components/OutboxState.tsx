import { useTranslation } from 'react-i18next';
import { useCoreQuery } from '@renderer/lib/use-core';
import classes from '../StatusBar.module.css';

/** Most items that are counted one by one; above, a plus stands behind. */
const counted = 200;

/** How many replies are on their way, and how many wait for a person. */
export const OutboxState = () => {
  const { t } = useTranslation();
  const queued = useCoreQuery('workspaces.total', {}, { select: (total) => total.queued }).data ?? 0;
  const waiting = useCoreQuery(
    'outbox.list',
    { states: ['held', 'failed', 'unknown'], limit: counted },
    { select: (page) => page.items.length },
  ).data;
  const needsYou = waiting !== undefined && waiting > 0;
  return (
    <>
      {t('statusBar.outbox')}{' '}
      {(queued > 0 || !needsYou) && (
        <strong>{queued > 0 ? t('statusBar.queued', { count: queued }) : t('statusBar.outboxEmpty')}</strong>
      )}
      {needsYou && (
        <span className={classes.alert}>
          {queued > 0 && ' · '}
          {t('statusBar.needsYou', { count: waiting })}
        </span>
      )}
    </>
  );
};
