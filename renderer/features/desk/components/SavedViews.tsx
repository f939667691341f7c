import type { SavedView } from '@shared/contract/views';
import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { errorText } from '@renderer/lib/error-text';
import { openFilter, useUiState } from '@renderer/lib/ui-state';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { isSameFilter } from '../model/quick-filters';
import { Chip } from './Chip';
import classes from './SavedViews.module.css';

const none: readonly SavedView[] = [];

/** Views of the brand on screen, and those over all brands. */
export const useSavedViews = (): readonly SavedView[] => {
  const workspaceId = useUiState((state) => state.workspaceId);
  return (
    useCoreQuery(
      'agency.listViews',
      {},
      {
        select: (views) => views.filter((view) => view.workspaceId === null || view.workspaceId === workspaceId),
      },
    ).data ?? none
  );
};

/** A view being named: a new one, or one that is renamed. */
type Naming = { readonly view: SavedView | null } | null;

export interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** The desk shows a filter that has no name yet. */
  readonly canSave: boolean;
}

/** Saved views as chips, each with a menu, and the chip that saves the one on screen. */
export const SavedViews = ({ views, canSave }: SavedViewsProps) => {
  const { t } = useTranslation();
  const filter = useUiState((state) => state.filter);
  const setFilter = useUiState((state) => state.setFilter);
  const [naming, setNaming] = useState<Naming>(null);
  const remove = useCoreMutation('agency.deleteView');
  const showError = useErrorToast();
  const mayWork = useMayWork();
  return (
    <>
      {views.map((view) => {
        const isOn = isSameFilter(view.filter, filter);
        return (
          <span key={view.id} className={classes.view}>
            <Chip isOn={isOn} onClick={() => setFilter(isOn ? openFilter : view.filter)}>
              {view.name}
            </Chip>
            {mayWork && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <button type="button" className={classes.more} aria-label={t('desk.views.menu', { name: view.name })}>
                    <IconDots size={13} />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setNaming({ view })}>{t('desk.views.rename')}</Menu.Item>
                  <Menu.Item color="red" onClick={() => remove.mutate({ id: view.id }, { onError: showError })}>
                    {t('common.delete')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </span>
        );
      })}
      {canSave && (
        <Chip isQuiet onClick={() => setNaming({ view: null })}>
          <IconPlus size={12} aria-hidden="true" />
          {t('desk.views.save')}
        </Chip>
      )}
      {naming && <NameDialog view={naming.view} onClose={() => setNaming(null)} />}
    </>
  );
};

const NameDialog = ({ view, onClose }: { readonly view: SavedView | null; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const filter = useUiState((state) => state.filter);
  const workspaceId = useUiState((state) => state.workspaceId);
  const save = useCoreMutation('agency.saveView');
  const [name, setName] = useState(view?.name ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    const input = view
      ? { id: view.id, name: given, workspaceId: view.workspaceId, filter: view.filter }
      : { name: given, workspaceId, filter };
    save.mutate(input, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xs"
      title={view ? t('desk.views.rename') : t('desk.views.save')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('desk.views.name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.isError ? errorText(t, save.error) : undefined}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
