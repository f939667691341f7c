import { Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Say } from '../app/texts';

/** The menu of the right mouse button: spelling, and the clipboard where it can be used. */
export function offerContextMenu(window: BrowserWindow, say: Say): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, params) => {
    const { editFlags, isEditable, misspelledWord, dictionarySuggestions, selectionText } = params;
    const items: MenuItemConstructorOptions[] = [];
    if (misspelledWord !== '') {
      for (const word of dictionarySuggestions) {
        items.push({ label: word, click: () => webContents.replaceMisspelling(word) });
      }
      items.push({
        label: say('addToDictionary', { word: misspelledWord }),
        click: () => webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
      });
      items.push({ type: 'separator' });
    }
    if (isEditable) items.push({ role: 'cut', label: say('cut'), enabled: editFlags.canCut });
    if (isEditable || selectionText !== '')
      items.push({ role: 'copy', label: say('copy'), enabled: editFlags.canCopy });
    if (isEditable) {
      items.push({ role: 'paste', label: say('paste'), enabled: editFlags.canPaste });
      items.push({ role: 'selectAll', label: say('selectAll'), enabled: editFlags.canSelectAll });
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
