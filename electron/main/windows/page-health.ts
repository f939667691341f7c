import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { createRestartBudget } from '../app/restart-budget';
import type { ShellLog } from '../app/log';
import type { Say } from '../app/texts';

const crashesForgiven = 3;
const crashesWithinMs = 5 * 60_000;

/** Reloads a page that crashed; after three crashes in five minutes it asks instead. Drafts are in the core by then. */
export function watchPage(window: BrowserWindow, say: Say, log: ShellLog, now: () => number): void {
  const { webContents } = window;
  const budget = createRestartBudget(crashesForgiven, crashesWithinMs, now);

  const ask = async (message: string, detail: string, other: string): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: [say('reload'), other],
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error('page.gone', { reason, exitCode });
    if (budget.spend()) {
      webContents.reload();
      return;
    }
    void ask(say('pageGone'), say('pageGoneDetail'), say('close')).then((reloads) => {
      if (window.isDestroyed()) return;
      budget.reset();
      if (reloads) webContents.reload();
      else window.destroy();
    });
  });

  let isAsking = false;
  window.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    log.warn('page.unresponsive');
    void ask(say('pageStuck'), say('pageStuckDetail'), say('wait')).then((reloads) => {
      isAsking = false;
      if (reloads && !window.isDestroyed()) {
        webContents.forcefullyCrashRenderer();
        webContents.reload();
      }
    });
  });

  webContents.on('preload-error', (_event, _path, error) => log.error('page.preload', { errorName: error.name }));
  webContents.on('did-fail-load', (_event, errorCode, _description, _url, isMainFrame) => {
    // -3: replaced by another load, such as a reload.
    if (!isMainFrame || errorCode === -3 || window.isDestroyed()) return;
    log.error('page.failed', { code: errorCode });
    window.show();
    void dialog.showMessageBox(window, {
      type: 'error',
      message: say('pageMissing'),
      detail: say('pageMissingDetail'),
      buttons: [say('ok')],
    });
  });
}
