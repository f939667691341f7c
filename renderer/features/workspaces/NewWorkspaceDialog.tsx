import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { errorText } from '@renderer/lib/error-text';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { WorkspaceFields } from './components/WorkspaceFields';
import { inputOf, newForm } from './model/workspace-form';
import classes from './Workspaces.module.css';

export interface NewWorkspaceDialogProps {
  /** Goes on to connect an account of the new brand. */
  readonly thenConnect: boolean;
  readonly onClose: () => void;
}

/** Makes a client brand's room. */
export const NewWorkspaceDialog = ({ thenConnect, onClose }: NewWorkspaceDialogProps) => {
  const { t, i18n } = useTranslation();
  const workspaces = useWorkspaces();
  const [form, setForm] = useState(() => newForm(workspaces, i18n.language));
  const create = useCoreMutation('workspaces.create');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate(inputOf(form), {
      onSuccess: (workspace) => {
        useUiState.getState().selectWorkspace(workspace.id);
        const views = useViewStack.getState();
        if (thenConnect) views.replace({ name: 'connect', workspaceId: workspace.id, accountId: null });
        else onClose();
      },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t('workspaces.newTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <p className={classes.lead}>{thenConnect ? t('workspaces.newLeadConnect') : t('workspaces.newLead')}</p>
        <WorkspaceFields form={form} isShort onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
        {create.isError && (
          <p role="alert" className={classes.problem}>
            {errorText(t, create.error)}
          </p>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={form.name.trim() === ''}>
            {thenConnect ? t('workspaces.createAndConnect') : t('workspaces.create')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
