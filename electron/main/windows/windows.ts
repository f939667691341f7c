import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WebContents } from 'electron';
import type { ShellCommand, ShellContext, WindowTarget } from '@shared/contract/shell';
import { shellCommandChannel } from '@shared/contract/shell-channels';
import type { ShellStateStore } from '../app/shell-state';
import type { PageSource } from './page-origin';
import { placeWindow } from './window-bounds';
import { backgroundColour, windowOptions } from './window-options';

export interface WindowsOptions {
  readonly state: ShellStateStore;
  readonly source: PageSource;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly hasDevTools: boolean;
  readonly platform: ShellContext['platform'];
  readonly systemLanguage: string;
  /** Called once per window, before its page loads. */
  readonly onCreated: (window: BrowserWindow) => void;
  readonly onShown: () => void;
}

/** All windows of the app. The first is the main one: its place is remembered, and it takes commands that name no window. */
export interface Windows {
  openMain(target: WindowTarget): BrowserWindow;
  /** A window of its own for a workspace or conversation; the one that shows it already is brought forward instead. */
  openSecondary(target: WindowTarget): BrowserWindow;
  /** Brings the main window forward, opening it where there is none. */
  focusMain(): BrowserWindow;
  /** Sends a command to the focused window, or to the main one. */
  command(command: ShellCommand): void;
  /** Shows a conversation in the main window, which comes forward. */
  showTarget(target: WindowTarget): void;
  owns(contents: WebContents): boolean;
  all(): readonly BrowserWindow[];
  setZoom(percent: number): void;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
}

const sameTarget = (a: WindowTarget, b: WindowTarget): boolean =>
  a.workspaceId === b.workspaceId && a.conversationId === b.conversationId;

export function createWindows(options: WindowsOptions): Windows {
  const { state, source } = options;
  const targets = new Map<BrowserWindow, WindowTarget>();
  let main: BrowserWindow | null = null;

  const bringForward = (window: BrowserWindow): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  const remember = (window: BrowserWindow): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    state.set({ bounds: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  };

  const create = (target: WindowTarget, isSecondary: boolean): BrowserWindow => {
    const { bounds, zoomPercent } = state.get();
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const place = placeWindow(bounds, areas, screen.getPrimaryDisplay().workArea);
    const { platform, systemLanguage } = options;
    const window = new BrowserWindow({
      ...windowOptions({
        context: { platform, systemLanguage, target, isSecondary },
        preloadFile: options.preloadFile,
        iconFile: options.iconFile,
        isDark: nativeTheme.shouldUseDarkColors,
        zoomPercent,
        hasDevTools: options.hasDevTools,
      }),
      ...(isSecondary ? { width: place.width, height: place.height } : place),
    });
    targets.set(window, target);
    if (!isSecondary && bounds?.isMaximized === true) window.maximize();
    window.once('ready-to-show', () => {
      window.show();
      options.onShown();
    });
    window.once('closed', () => {
      targets.delete(window);
      if (main === window) main = null;
    });
    options.onCreated(window);
    // A failure is told by `did-fail-load`, which the window's own listeners hear.
    window.loadURL(source.entryUrl).catch(() => undefined);
    return window;
  };

  const openMain = (target: WindowTarget): BrowserWindow => {
    const window = create(target, false);
    main = window;
    window.on('close', () => remember(window));
    window.on('moved', () => remember(window));
    window.on('resized', () => remember(window));
    return window;
  };

  const focusMain = (): BrowserWindow => {
    const window = main ?? openMain({ workspaceId: null, conversationId: null });
    bringForward(window);
    return window;
  };

  const sendTo = (window: BrowserWindow, command: ShellCommand): void =>
    window.webContents.send(shellCommandChannel, command);

  return {
    openMain,
    focusMain,
    openSecondary(target) {
      const shown = [...targets].find(([window, each]) => window !== main && sameTarget(each, target))?.[0];
      if (shown && target.workspaceId !== null) {
        bringForward(shown);
        return shown;
      }
      return create(target, true);
    },
    command(command) {
      const focused = BrowserWindow.getFocusedWindow();
      sendTo(focused && targets.has(focused) ? focused : focusMain(), command);
    },
    showTarget(target) {
      if (main === null) {
        openMain(target);
        return;
      }
      const window = focusMain();
      const { workspaceId, conversationId } = target;
      if (workspaceId !== null && conversationId !== null) {
        sendTo(window, { type: 'openConversation', workspaceId, conversationId });
      }
    },
    owns: (contents) => [...targets.keys()].some((window) => !window.isDestroyed() && window.webContents === contents),
    all: () => [...targets.keys()],
    setZoom(percent) {
      state.set({ zoomPercent: percent });
      for (const window of targets.keys()) window.webContents.setZoomFactor(percent / 100);
    },
    setTheme(theme) {
      state.set({ theme });
      if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
      const colour = backgroundColour(nativeTheme.shouldUseDarkColors);
      for (const window of targets.keys()) window.setBackgroundColor(colour);
    },
  };
}
