import { Button } from '@mantine/core';
import type { Workspace } from '@shared/contract/views';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionHead } from '@renderer/components/FormRow';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation } from '@renderer/lib/use-core';
import { WorkspaceFields } from './components/WorkspaceFields';
import { formOf, inputOf, type WorkspaceForm } from './model/workspace-form';
import classes from './Workspaces.module.css';

/** A brand's name, colour, logo, zone, recall time and the public names that the wrong-brand check knows it by. */
export const IdentitySection = ({ workspace }: { readonly workspace: Workspace }) => {
  const { t } = useTranslation();
  const [changes, setChanges] = useState<Partial<WorkspaceForm>>({});
  const update = useCoreMutation('workspaces.update');
  const form = { ...formOf(workspace), ...changes };
  const isChanged = Object.keys(changes).length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    update.mutate({ ...inputOf(form), workspaceId: workspace.id }, { onSuccess: () => setChanges({}) });
  };
  return (
    <form onSubmit={submit}>
      <SectionHead title={t('workspaces.identityTitle')}>{t('workspaces.identityLead')}</SectionHead>
      <WorkspaceFields form={form} onChange={(change) => setChanges((before) => ({ ...before, ...change }))} />
      {update.isError && (
        <p role="alert" className={classes.problem}>
          {errorText(t, update.error)}
        </p>
      )}
      <div className={`${classes.actions} ${classes.start}`}>
        <Button type="submit" loading={update.isPending} disabled={!isChanged || form.name.trim() === ''}>
          {t('common.save')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={() => setChanges({})}>
            {t('workspaces.revert')}
          </Button>
        )}
        <span role="status" className={isChanged ? classes.quiet : classes.saved}>
          {isChanged ? t('common.unsaved') : update.isSuccess ? t('common.saved') : ''}
        </span>
      </div>
    </form>
  );
};
