/** Commands of the page that stand in the menu, by their ids in the page's command table. */
export const menuCommandIds = {
  newWorkspace: 'workspace.new',
  importConversations: 'import.open',
  settings: 'settings.open',
  palette: 'palette.open',
  keys: 'help.open',
  outbox: 'panel.outbox',
  channels: 'panel.channels',
  coverage: 'panel.coverage',
} as const;
