import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { NativeImage } from 'electron';
import type { ShellLog } from '../app/log';
import { describeError } from '../app/log';
import type { Say } from '../app/texts';
import { drawBadge } from './tray-badge';

export interface TrayControl {
  setUnread(count: number): void;
  /** Writes the texts anew, after the language changed. */
  refresh(): void;
}

export interface TrayOptions {
  readonly iconsDir: string;
  readonly say: Say;
  readonly log: ShellLog;
  readonly open: () => void;
  readonly quit: () => void;
}

/** The icon in the system's tray with the unread count on it, and the count on the dock where there is one. */
export function createTray(options: TrayOptions): TrayControl {
  const { say, log } = options;
  const isMac = process.platform === 'darwin';
  const plain = nativeImage.createFromPath(join(options.iconsDir, isMac ? 'trayTemplate.png' : 'tray.png'));
  let tray: Tray | null = null;
  let unread = 0;

  const picture = (): NativeImage => {
    if (isMac || unread === 0) return plain;
    const { width, height } = plain.getSize();
    return nativeImage.createFromBitmap(Buffer.from(drawBadge(plain.toBitmap(), width, unread)), { width, height });
  };

  const refresh = (): void => {
    app.setBadgeCount(unread);
    if (!tray) return;
    const status = unread === 0 ? say('trayNone') : say('trayUnread', { count: unread });
    tray.setImage(picture());
    tray.setToolTip(status);
    if (isMac) tray.setTitle(unread === 0 ? '' : String(unread));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: status, enabled: false },
        { type: 'separator' },
        { label: say('openChorale'), click: options.open },
        { label: say('quit'), click: options.quit },
      ]),
    );
  };

  try {
    tray = new Tray(plain);
    tray.on('click', options.open);
  } catch (error) {
    // A desktop without a tray: the count is still on the dock and in the window.
    log.warn('tray.missing', describeError(error));
  }
  refresh();
  return {
    refresh,
    setUnread(count) {
      if (count === unread) return;
      unread = count;
      refresh();
    },
  };
}
