import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyReportButton } from '@renderer/components/CopyReportButton';
import { FormRow, SectionHead } from '@renderer/components/FormRow';
import { useNow } from '@renderer/hooks/use-now';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { useViewStack } from '@renderer/lib/view-stack';
import classes from './Settings.module.css';

/** Backups shown in the list; the folder holds more. */
const shownBackups = 5;

/** Import, safety copies and the report on the app itself. */
export const DataSection = ({ appVersion }: { readonly appVersion: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const open = useViewStack((state) => state.open);
  const backups = useCoreQuery('backup.list', {}, { staleMs: 0 });
  const status = useCoreQuery('backup.status', {});
  const create = useCoreMutation('backup.create');
  const failure = status.data?.failure ?? null;
  return (
    <>
      <SectionHead title={t('settings.data')}>{t('settings.dataLead')}</SectionHead>
      <FormRow label={t('settings.import')} hint={t('settings.importHint')}>
        <Button variant="default" onClick={() => open({ name: 'import' })}>
          {t('settings.importButton')}
        </Button>
      </FormRow>
      <FormRow label={t('settings.backup')} hint={t('settings.backupHint')}>
        <Button variant="default" loading={create.isPending} onClick={() => create.mutate({})}>
          {t('settings.backupButton')}
        </Button>
        {create.isError && (
          <p role="alert" className={classes.problem}>
            {errorText(t, create.error)}
          </p>
        )}
        {failure && (
          <p role="status" className={classes.problem}>
            {t(`settings.backupFailed.${failure.reason}`, {
              day: format.day(failure.at, now),
              time: format.time(failure.at),
            })}
          </p>
        )}
        {backups.data?.length === 0 && <p className={classes.quiet}>{t('settings.noBackups')}</p>}
        {backups.data !== undefined && backups.data.length > 0 && (
          <ul className={classes.backups} aria-label={t('settings.backups')}>
            {backups.data.slice(0, shownBackups).map((backup) => (
              <li key={backup.path} title={backup.path} data-selectable>
                {format.day(backup.createdAt, now)} {format.time(backup.createdAt)}{' '}
                <span className={classes.quiet}>
                  {t(`settings.backupKind.${backup.kind}`)} · {t('settings.backupFiles', { count: backup.files })} ·{' '}
                  {format.bytes(backup.sizeBytes)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </FormRow>
      <FormRow label={t('settings.diagnostics')} hint={t('settings.diagnosticsHint')}>
        <CopyReportButton error={null} />
        <p className={classes.quiet} data-selectable>
          {t('settings.version', { version: appVersion })}
        </p>
      </FormRow>
    </>
  );
};
