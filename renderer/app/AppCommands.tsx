import { useEffect } from 'react';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useLastUndo } from '@renderer/hooks/use-undo-toast';
import { runCommand, useCommands, type Command } from '@renderer/lib/commands';
import { useCore } from '@renderer/lib/core-context';
import { shell } from '@renderer/lib/shell';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import { threadKeys } from './thread-keys';
import { usePalette } from './Views';

/** Commands that belong to no feature, and the answers to the menu, the tray, notifications and other windows. */
export const AppCommands = ({ isEmpty }: { readonly isEmpty: boolean }) => {
  const core = useCore();
  const showError = useErrorToast();
  const workspaces = useWorkspaces();
  const isOnline = useCoreQuery('sync.status', {}, { select: (status) => status.isOnline }).data ?? true;
  const { selectWorkspace, togglePanel, toggleSidePanel } = useUiState.getState();
  const views = useViewStack.getState();
  const onDesk = (): boolean => !isEmpty;
  const go = (workspaceId: string | null): void => {
    views.closeAll();
    selectWorkspace(workspaceId);
  };

  const turns = workspaces.slice(0, 9).map((workspace, index): Command => ({
    id: `nav.workspace${index + 1}`,
    titleKey: 'app.commands.workspace',
    titleValues: { name: workspace.name },
    group: 'navigate',
    keys: [`$mod+${index + 1}`, `$mod+Digit${index + 1}`],
    isHidden: true,
    run: () => go(workspace.id),
  }));

  useCommands([
    ...threadKeys,
    {
      id: 'nav.allBrands',
      titleKey: 'app.commands.allBrands',
      group: 'navigate',
      keys: ['$mod+0', '$mod+Digit0'],
      when: onDesk,
      run: () => go(null),
    },
    ...turns,
    {
      id: 'palette.open',
      titleKey: 'app.commands.palette',
      group: 'navigate',
      keys: ['$mod+k'],
      isHidden: true,
      run: () => usePalette.setState({ isOpen: true }),
    },
    {
      id: 'help.open',
      titleKey: 'app.commands.help',
      group: 'view',
      keys: ['?'],
      run: () => views.open({ name: 'help' }),
    },
    {
      id: 'settings.open',
      titleKey: 'app.commands.settings',
      group: 'agency',
      keys: ['$mod+,'],
      when: onDesk,
      run: () => views.open({ name: 'settings', section: 'general' }),
    },
    {
      id: 'workspace.new',
      titleKey: 'app.commands.newWorkspace',
      group: 'agency',
      run: () => views.open({ name: 'newWorkspace', thenConnect: false }),
    },
    {
      id: 'import.open',
      titleKey: 'app.commands.import',
      group: 'agency',
      when: onDesk,
      run: () => views.open({ name: 'import' }),
    },
    {
      id: 'panel.outbox',
      titleKey: 'app.commands.outbox',
      group: 'view',
      keys: ['$mod+Shift+o'],
      when: onDesk,
      run: () => togglePanel('outbox'),
    },
    {
      id: 'panel.coverage',
      titleKey: 'app.commands.coverage',
      group: 'view',
      when: onDesk,
      run: () => togglePanel('coverage'),
    },
    {
      id: 'panel.channels',
      titleKey: 'app.commands.channels',
      group: 'view',
      when: onDesk,
      run: () => togglePanel('channels'),
    },
    {
      id: 'view.sidePanel',
      titleKey: 'app.commands.sidePanel',
      group: 'view',
      keys: ['$mod+.'],
      when: onDesk,
      run: toggleSidePanel,
    },
    {
      id: 'sync.now',
      titleKey: 'app.commands.syncNow',
      group: 'agency',
      when: onDesk,
      run: () => void core.call('sync.now', {}).catch(showError),
    },
    {
      id: 'sync.flightMode',
      titleKey: isOnline ? 'app.commands.flightModeOn' : 'app.commands.flightModeOff',
      group: 'agency',
      when: onDesk,
      run: () => void core.call('sync.setOffline', { isOffline: isOnline }).catch(showError),
    },
    {
      id: 'undo.last',
      titleKey: 'app.commands.undo',
      group: 'conversation',
      keys: ['$mod+z'],
      isOffInText: true,
      when: () => useLastUndo.getState().last !== null,
      run: () => useLastUndo.getState().last?.(),
    },
  ]);

  useEffect(() => {
    const { target } = shell().context;
    if (target.workspaceId === null) return;
    selectWorkspace(target.workspaceId);
    if (target.conversationId !== null) {
      useUiState
        .getState()
        .openConversation({ workspaceId: target.workspaceId, conversationId: target.conversationId });
    }
  }, [selectWorkspace]);

  useEffect(
    () =>
      shell().onCommand((command) => {
        if (command.type === 'run') {
          runCommand(command.commandId);
          return;
        }
        useViewStack.getState().closeAll();
        useUiState.setState({ panel: null });
        useUiState
          .getState()
          .openConversation({ workspaceId: command.workspaceId, conversationId: command.conversationId });
      }),
    [],
  );

  const workspaceId = useUiState((state) => state.workspaceId);
  const conversationId = useUiState((state) => state.conversation?.conversationId ?? null);
  const conversationWorkspaceId = useUiState((state) => state.conversation?.workspaceId ?? null);
  useEffect(() => {
    if (isEmpty) return;
    // What is on screen only orders the sync; a failure here changes nothing that a person could see.
    core
      .call('sync.setVisible', { workspaceId: conversationWorkspaceId ?? workspaceId, conversationId })
      .catch(() => undefined);
  }, [core, isEmpty, workspaceId, conversationId, conversationWorkspaceId]);

  return null;
};
