import { Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { SectionHead } from '@renderer/components/FormRow';
import { Skeleton } from '@renderer/components/Skeleton';
import { errorText } from '@renderer/lib/error-text';
import { useCommands } from '@renderer/lib/commands';
import { useFormat } from '@renderer/lib/use-format';
import { useViewStack } from '@renderer/lib/view-stack';
import { PreviewView, ReportView } from './ImportViews';
import { useImport } from './use-import';
import classes from './Import.module.css';

/** Brings conversations in from a JSON Lines file: choose, look, run, report. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const back = useViewStack((state) => state.back);
  const { step, choose, run, cancel, restart } = useImport();
  useCommands([
    { id: 'page.close', titleKey: 'common.close', group: 'view', keys: ['Escape'], isHidden: true, run: back },
  ]);
  return (
    <main className={classes.page} aria-label={t('import.title')}>
      <IconButton label={t('common.close')} className={classes.close ?? ''} onClick={back}>
        <IconX size={16} aria-hidden="true" />
      </IconButton>
      <div className={classes.content}>
        <SectionHead title={t('import.title')}>{t('import.lead')}</SectionHead>
        {step.name === 'choose' && (
          <>
            {step.error !== null && (
              <p role="alert" className={classes.problem}>
                {errorText(t, step.error)}
              </p>
            )}
            <Button onClick={() => void choose()}>{t('import.choose')}</Button>
          </>
        )}
        {step.name === 'reading' && (
          <>
            <p className={classes.quiet}>{t('import.reading', { file: step.fileName })}</p>
            <Skeleton rows={3} />
          </>
        )}
        {step.name === 'preview' && (
          <>
            <PreviewView fileName={step.fileName} preview={step.preview} />
            <div className={classes.actions}>
              <Button
                disabled={step.preview.conversations === 0}
                onClick={() => run(step.path, step.preview.linesRead)}
              >
                {t('import.run', { count: step.preview.conversations })}
              </Button>
              <Button variant="default" onClick={() => void choose()}>
                {t('import.other')}
              </Button>
            </div>
          </>
        )}
        {step.name === 'running' && (
          <div className={classes.running}>
            <p role="status" className={classes.count}>
              {t('import.running', { done: format.number(step.done), total: format.number(step.total) })}
            </p>
            <Progress
              aria-label={t('import.progress')}
              value={step.total === 0 ? 0 : Math.min(100, (step.done / step.total) * 100)}
            />
            <p className={classes.quiet}>{t('import.goesOn')}</p>
            <div className={classes.actions}>
              <Button variant="default" onClick={() => cancel(step.importId)}>
                {t('import.stop')}
              </Button>
            </div>
          </div>
        )}
        {step.name === 'report' && (
          <>
            <ReportView report={step.report} />
            <div className={classes.actions}>
              <Button onClick={back}>{t('import.toDesk')}</Button>
              <Button variant="default" onClick={restart}>
                {t('import.another')}
              </Button>
            </div>
          </>
        )}
      </div>
    </main>
  );
};
