import { open as openFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { PickedFile } from '@shared/contract/shell';
import type { Say, TextKey } from '../app/texts';
import { imageMime, safeFileName } from './file-names';

/** Largest image that is read for a draft, in bytes. */
const maxImageBytes = 20 * 1024 * 1024;

type ReadImage = { readonly file: PickedFile } | { readonly problem: TextKey };

async function readImage(path: string): Promise<ReadImage> {
  try {
    const handle = await openFile(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxImageBytes) return { problem: 'imageTooLarge' };
      const bytes = await handle.readFile();
      const mime = imageMime(bytes);
      if (mime === null) return { problem: 'notAnImage' };
      return { file: { path, name: basename(path), mime, base64: bytes.toString('base64') } };
    } finally {
      await handle.close();
    }
  } catch {
    return { problem: 'fileUnreadable' };
  }
}

/** Lets the person choose a file; null where none was chosen or it cannot be used, which was said. */
export async function pickFile(
  purpose: 'import' | 'image',
  window: BrowserWindow,
  say: Say,
): Promise<PickedFile | null> {
  const isImage = purpose === 'image';
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(isImage ? 'pickImage' : 'pickImport'),
    properties: ['openFile'],
    filters: [
      isImage
        ? { name: say('imageFiles'), extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif'] }
        : { name: say('importFiles'), extensions: ['jsonl', 'ndjson', 'json'] },
      { name: say('allFiles'), extensions: ['*'] },
    ],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return null;
  if (!isImage) {
    const mime = extname(path) === '.json' ? 'application/json' : 'application/x-ndjson';
    return { path, name: basename(path), mime, base64: null };
  }
  const read = await readImage(path);
  if ('file' in read) return read.file;
  await dialog.showMessageBox(window, { type: 'warning', message: say(read.problem), buttons: [say('ok')] });
  return null;
}

/** Lets the person choose where to save; null where they closed the dialog. */
export async function pickSaveTarget(suggestedName: string, window: BrowserWindow, say: Say): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('saveAs'),
    defaultPath: safeFileName(suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}
