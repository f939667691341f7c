import { writeFile } from 'node:fs/promises';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { CoreClient } from '../app/core-client';
import type { Say } from '../app/texts';
import { pickSaveTarget } from './file-dialogs';

/** Saves the core's report on itself, which holds no token, text or name, where the person wants it. */
export async function saveDiagnostics(client: CoreClient, window: BrowserWindow, say: Say): Promise<void> {
  const answer = await client.call('diagnostics.report', {});
  const report = answer.ok && typeof answer.value === 'object' && answer.value !== null ? answer.value : {};
  try {
    if (!('text' in report) || typeof report.text !== 'string') throw new TypeError('no report');
    const target = await pickSaveTarget('chorale-diagnostics.txt', window, say);
    if (target !== null) await writeFile(target, report.text, { mode: 0o600 });
  } catch {
    await dialog.showMessageBox(window, { type: 'warning', message: say('diagnosticsFailed'), buttons: [say('ok')] });
  }
}
