import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Say } from '../app/texts';
import { menuCommandIds } from './menu-commands';

interface MenuActions {
  readonly run: (commandId: string) => void;
  readonly newWindow: () => void;
  readonly zoomBy: (step: 1 | 0 | -1) => void;
  readonly saveDiagnostics: () => void;
  readonly about: () => void;
  readonly checkUpdates: () => void;
}

export interface MenuOptions {
  readonly say: Say;
  readonly actions: MenuActions;
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  readonly hasUpdateFeed: boolean;
}

type Items = MenuItemConstructorOptions[];
const separator: MenuItemConstructorOptions = { type: 'separator' };

const appMenu = ({ say, actions, hasUpdateFeed }: MenuOptions): MenuItemConstructorOptions => ({
  label: 'Chorale',
  submenu: [
    { label: say('about'), click: actions.about },
    ...(hasUpdateFeed ? [{ label: say('checkUpdates'), click: actions.checkUpdates }] : []),
    separator,
    { label: say('settings'), accelerator: 'Cmd+,', click: () => actions.run(menuCommandIds.settings) },
    separator,
    { role: 'services', label: say('services') },
    separator,
    { role: 'hide', label: say('hide') },
    { role: 'hideOthers', label: say('hideOthers') },
    { role: 'unhide', label: say('showAll') },
    separator,
    { role: 'quit', label: say('quit') },
  ],
});

function fileMenu({ say, actions, isMac }: MenuOptions): MenuItemConstructorOptions {
  const command = (label: string, id: string): MenuItemConstructorOptions => ({ label, click: () => actions.run(id) });
  const own: Items = [
    { label: say('newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    separator,
    command(say('newWorkspace'), menuCommandIds.newWorkspace),
    command(say('importConversations'), menuCommandIds.importConversations),
    separator,
  ];
  const rest: Items = [
    { label: say('settings'), accelerator: 'Ctrl+,', click: () => actions.run(menuCommandIds.settings) },
    separator,
    { role: 'quit', label: say('quit') },
  ];
  return {
    label: say('file'),
    submenu: [...own, ...(isMac ? [{ role: 'close' as const, label: say('close') }] : rest)],
  };
}

const editMenu = ({ say }: MenuOptions): MenuItemConstructorOptions => ({
  label: say('edit'),
  submenu: [
    { role: 'undo', label: say('undo') },
    { role: 'redo', label: say('redo') },
    separator,
    { role: 'cut', label: say('cut') },
    { role: 'copy', label: say('copy') },
    { role: 'paste', label: say('paste') },
    { role: 'pasteAndMatchStyle', label: say('pastePlain') },
    { role: 'selectAll', label: say('selectAll') },
  ],
});

// Ctrl+0 belongs to "all brands"; the actual size has no key of its own.
const viewMenu = ({ say, actions, isDevelopment }: MenuOptions): MenuItemConstructorOptions => ({
  label: say('view'),
  submenu: [
    { label: say('palette'), click: () => actions.run(menuCommandIds.palette) },
    separator,
    { label: say('outbox'), click: () => actions.run(menuCommandIds.outbox) },
    { label: say('channels'), click: () => actions.run(menuCommandIds.channels) },
    { label: say('coverage'), click: () => actions.run(menuCommandIds.coverage) },
    separator,
    { label: say('zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoomBy(1) },
    {
      label: say('zoomIn'),
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: () => actions.zoomBy(1),
    },
    { label: say('zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => actions.zoomBy(-1) },
    { label: say('zoomReset'), click: () => actions.zoomBy(0) },
    separator,
    { role: 'togglefullscreen', label: say('fullScreen') },
    ...(isDevelopment
      ? [
          { role: 'reload' as const, label: say('reload') },
          { role: 'toggleDevTools' as const, label: say('devTools') },
        ]
      : []),
  ],
});

const windowMenu = ({ say, isMac }: MenuOptions): MenuItemConstructorOptions => ({
  label: say('window'),
  submenu: [
    { role: 'minimize', label: say('minimize') },
    ...(isMac
      ? [
          { role: 'zoom' as const, label: say('zoomWindow') },
          separator,
          { role: 'front' as const, label: say('front') },
        ]
      : [{ role: 'close' as const, label: say('close') }]),
  ],
});

function helpMenu({ say, actions, isMac, hasUpdateFeed }: MenuOptions): MenuItemConstructorOptions {
  const own: Items = [
    { label: say('keys'), click: () => actions.run(menuCommandIds.keys) },
    { label: say('diagnostics'), click: actions.saveDiagnostics },
  ];
  const rest: Items = [
    separator,
    ...(hasUpdateFeed ? [{ label: say('checkUpdates'), click: actions.checkUpdates }] : []),
    { label: say('about'), click: actions.about },
  ];
  return { label: say('help'), role: 'help', submenu: [...own, ...(isMac ? [] : rest)] };
}

/** Puts the application's menu in place, in the language of now. */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(options.isMac ? [appMenu(options)] : []),
      fileMenu(options),
      editMenu(options),
      viewMenu(options),
      windowMenu(options),
      helpMenu(options),
    ]),
  );
}
