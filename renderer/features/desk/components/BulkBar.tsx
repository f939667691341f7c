import { useTranslation } from 'react-i18next';
import { runCommand } from '@renderer/lib/commands';
import { Kbd } from '@renderer/components/Kbd';
import classes from './BulkBar.module.css';

const actions = [
  { id: 'thread.resolve', key: 'e', label: 'resolve' },
  { id: 'thread.snooze', key: 's', label: 'snooze' },
  { id: 'thread.assign', key: 'a', label: 'assign' },
  { id: 'thread.label', key: 'l', label: 'label' },
  { id: 'thread.unread', key: 'u', label: 'unread' },
] as const;

/** What can be done with the marked conversations; the keys do the same. */
export const BulkBar = ({ count, onClear }: { readonly count: number; readonly onClear: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('desk.bulk.toolbar')}>
      <span className={classes.count} aria-live="polite">
        {t('desk.bulk.count', { count })}
      </span>
      {actions.map(({ id, key, label }) => (
        <button
          key={id}
          type="button"
          className={classes.action}
          aria-keyshortcuts={key}
          onClick={() => runCommand(id)}
        >
          {t(`desk.bulk.${label}`)} <Kbd keys={key} />
        </button>
      ))}
      <button type="button" className={classes.action} onClick={onClear}>
        {t('desk.bulk.clear')}
      </button>
    </div>
  );
};
