import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '@renderer/lib/core-context';
import { asAppError } from '@renderer/lib/error-text';
import { shell } from '@renderer/lib/shell';

/** First line of a report: which error it is about. */
const headOf = (error: unknown): string => {
  if (error === null) return '';
  const { code, reason, incidentId } = asAppError(error);
  return [code, reason, incidentId].filter((part) => part !== undefined).join(' ');
};

/** Copies a report without texts, names or tokens; null where there is no error. Where the core cannot make one, the error alone is copied. */
export const CopyReportButton = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation();
  const core = useCore();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const report = await core.call('diagnostics.report', {}).then(
      (answer) => answer.text,
      () => '',
    );
    shell().copyText(`${headOf(error)}\n\n${report}`.trim());
    setCopied(true);
  };
  return (
    <Button variant="default" onClick={() => void copy()}>
      {isCopied ? t('errors.reportCopied') : t('errors.copyReport')}
    </Button>
  );
};
