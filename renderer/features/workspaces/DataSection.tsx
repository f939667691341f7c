import { Button } from '@mantine/core';
import type { Workspace } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { FormRow, SectionHead } from '@renderer/components/FormRow';
import { errorText } from '@renderer/lib/error-text';
import { shell } from '@renderer/lib/shell';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import classes from './Workspaces.module.css';

/** Takes the conversations of a brand out, in the format that the import reads. */
export const DataSection = ({ workspace }: { readonly workspace: Workspace }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const exporting = useCoreMutation('export.conversations');
  const start = async (): Promise<void> => {
    const path = await shell().pickSaveTarget(`${workspace.name}.jsonl`);
    if (path !== null) exporting.mutate({ workspaceId: workspace.id, path });
  };
  return (
    <>
      <SectionHead title={t('workspaces.dataTitle')}>{t('workspaces.dataLead')}</SectionHead>
      <FormRow label={t('workspaces.export')} hint={t('workspaces.exportHint')}>
        <Button variant="default" loading={exporting.isPending} onClick={() => void start()}>
          {t('workspaces.exportButton')}
        </Button>
        <span role="status" className={classes.quiet}>
          {exporting.data &&
            t('workspaces.exported', {
              count: exporting.data.conversations,
              path: exporting.data.path,
              size: format.bytes(exporting.data.sizeBytes),
            })}
        </span>
        {exporting.isError && (
          <span role="alert" className={classes.problem}>
            {errorText(t, exporting.error)}
          </span>
        )}
      </FormRow>
    </>
  );
};
