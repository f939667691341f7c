import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyReportButton } from './CopyReportButton';
import { asAppError, errorText } from '@renderer/lib/error-text';
import classes from './ErrorState.module.css';

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Where something could not be shown: why, a way to try again, and for our own bugs a report to copy. */
export const ErrorState = ({ error, onRetry }: ErrorStateProps) => {
  const { t } = useTranslation();
  const appError = asAppError(error);
  return (
    <div role="alert" className={classes.state}>
      <p className={classes.title}>{errorText(t, error)}</p>
      {appError.incidentId !== undefined && (
        <p className={classes.incident} data-selectable>
          {t('errors.incident', { id: appError.incidentId })}
        </p>
      )}
      <div className={classes.actions}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        {appError.code === 'internal' && <CopyReportButton error={error} />}
      </div>
    </div>
  );
};
