import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { ShellContext } from '@shared/contract/shell';
import { shellContextArgument } from '@shared/contract/shell-channels';
import { minHeight, minWidth } from './window-bounds';

/** Ground of the window until the page has painted; the canvas colours of the theme. */
export const backgroundColour = (isDark: boolean): string => (isDark ? '#151513' : '#f6f5f2');

/** What every page gets, written out so that no default of another version of Electron decides. */
const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  plugins: false,
  spellcheck: true,
  v8CacheOptions: 'bypassHeatCheck',
} as const satisfies WebPreferences;

export interface WindowLook {
  readonly context: ShellContext;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly isDark: boolean;
  readonly zoomPercent: number;
  readonly hasDevTools: boolean;
}

/** Options of a window; it is shown once it has painted. */
export const windowOptions = (look: WindowLook): BrowserWindowConstructorOptions => ({
  show: false,
  minWidth,
  minHeight,
  title: 'Chorale',
  icon: look.iconFile,
  backgroundColor: backgroundColour(look.isDark),
  autoHideMenuBar: true,
  webPreferences: {
    ...pagePreferences,
    devTools: look.hasDevTools,
    preload: look.preloadFile,
    zoomFactor: look.zoomPercent / 100,
    additionalArguments: [`${shellContextArgument}${encodeURIComponent(JSON.stringify(look.context))}`],
  },
});
