import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { ShellLog } from '../app/log';
import { describeError } from '../app/log';
import type { Say } from '../app/texts';

/** Whether this build knows a feed of updates: packaged, and made with one. */
export const hasUpdateFeed = (): boolean => app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'));

/** Looks for a newer version because the person asked; each step that contacts the feed is agreed to before. Never runs by itself. */
export async function checkForUpdates(say: Say, log: ShellLog): Promise<void> {
  const tell = async (message: string, yes?: string): Promise<boolean> => {
    const buttons = yes === undefined ? [say('ok')] : [yes, say('later')];
    const { response } = await dialog.showMessageBox({ type: 'info', message, buttons, cancelId: buttons.length - 1 });
    return yes !== undefined && response === 0;
  };
  try {
    const { default: updaterPackage } = await import('electron-updater');
    const { autoUpdater } = updaterPackage;
    autoUpdater.logger = null;
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.allowDowngrade = false;
    autoUpdater.allowPrerelease = false;
    autoUpdater.disableWebInstaller = true;
    const found = await autoUpdater.checkForUpdates();
    if (!found?.isUpdateAvailable) {
      await tell(say('updateNone'));
      return;
    }
    const { version } = found.updateInfo;
    if (!(await tell(say('updateFound', { version }), say('download')))) return;
    await autoUpdater.downloadUpdate();
    if (await tell(say('updateReady', { version }), say('restart'))) autoUpdater.quitAndInstall();
  } catch (error) {
    log.warn('updater.failed', describeError(error));
    await tell(say('updateFailed'));
  }
}
