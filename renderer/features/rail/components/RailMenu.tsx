import { Menu } from '@mantine/core';
import type { Workspace } from '@shared/contract/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@renderer/components/ConfirmDialog';
import { useCore } from '@renderer/lib/core-context';
import { shell } from '@renderer/lib/shell';
import { useUiState } from '@renderer/lib/ui-state';
import { useViewStack } from '@renderer/lib/view-stack';
import classes from './RailList.module.css';

export interface RailMenuProps {
  readonly workspace: Workspace;
  /** Where in the window it opens, px. */
  readonly at: { readonly x: number; readonly y: number };
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onClose: () => void;
}

/** What can be done with a brand of the rail. */
export const RailMenu = ({ workspace, at, isFirst, isLast, onMove, onClose }: RailMenuProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const open = useViewStack((state) => state.open);
  const [isAsking, setAsking] = useState(false);
  const archive = async (): Promise<void> => {
    await core.call('workspaces.archive', { workspaceId: workspace.id });
    const { workspaceId, conversation, selectWorkspace, closeConversation } = useUiState.getState();
    if (conversation?.workspaceId === workspace.id) closeConversation();
    if (workspaceId === workspace.id) selectWorkspace(null);
  };
  if (isAsking) {
    return (
      <ConfirmDialog
        isOpen
        title={t('rail.archiveTitle', { name: workspace.name })}
        verb={t('rail.archive')}
        onConfirm={archive}
        onClose={onClose}
      >
        {t('rail.archiveText')}
      </ConfirmDialog>
    );
  }
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      returnFocus
      closeOnItemClick={false}
      // Not on keydown: the key that opened it is still on its way.
      clickOutsideEvents={['mousedown', 'touchstart']}
      width={220}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={workspace.name}
          className={classes.anchor}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={workspace.name}>
        <Menu.Item
          onClick={() => {
            void shell().openWindow({ workspaceId: workspace.id, conversationId: null });
            onClose();
          }}
        >
          {t('rail.newWindow')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            open({ name: 'workspace', workspaceId: workspace.id, section: 'identity' });
            onClose();
          }}
        >
          {t('rail.edit')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            open({ name: 'connect', workspaceId: workspace.id, accountId: null });
            onClose();
          }}
        >
          {t('rail.connect')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={isFirst} onClick={() => onMove(-1)}>
          {t('rail.moveUp')}
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => onMove(1)}>
          {t('rail.moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => setAsking(true)}>{t('rail.archive')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
