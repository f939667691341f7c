import { join } from 'node:path';
import { app, nativeTheme, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import type { WindowTarget } from '@shared/contract/shell';
import { saveDiagnostics } from '../platform/diagnostics';
import { watchPower } from '../platform/power';
import { createLinkOpener } from '../platform/open-link';
import { checkForUpdates, hasUpdateFeed } from '../platform/updater';
import { listAssets, serveAppScheme } from '../windows/app-scheme';
import { offerContextMenu } from '../windows/context-menu';
import { installMenu } from '../windows/menu';
import { guardNavigation } from '../windows/navigation-guards';
import { createNotifier } from '../windows/notifications';
import { watchPage } from '../windows/page-health';
import { choosePageSource } from '../windows/page-origin';
import { denyPermissions, filterRequests } from '../windows/session-guards';
import { installShellHandlers } from '../windows/shell-handlers';
import { applySpellcheck } from '../windows/spellcheck';
import { createTray } from '../windows/tray';
import type { TrayControl } from '../windows/tray';
import { createWindows } from '../windows/windows';
import { claimProfile } from './before-ready';
import type { Claimed } from './before-ready';
import { createCoreClient } from './core-client';
import { createCoreHost } from './core-host';
import type { CoreHost } from './core-host';
import { followCore } from './desktop';
import { askAfterCoreLoss, catchFailures, tellRefused } from './failures';
import { createShellLog } from './log';
import { createPortDesk } from './port-desk';
import type { PortDesk } from './port-desk';
import { createRestartBudget } from './restart-budget';
import { leaveOnce } from './leave';
import { openShellState } from './shell-state';
import { chooseLanguage, createSay } from './texts';
import { wholeDesk } from './command-line';

const coreCrashesForgiven = 3;
const coreCrashesWithinMs = 10 * 60_000;
const zoomStepPercent = 10;

const now = (): number => Date.now();

/** Starts the app in phases: what must be before ready, the first window, then everything that nobody waits for. */
export function start(): void {
  let onSecondStart: (target: WindowTarget) => void = () => {};
  const claimed = claimProfile((target) => onSecondStart(target));
  if (!claimed) return;
  const run = composeApp(claimed);
  onSecondStart = run.secondStart;
  // Not awaited at the top level: Electron is not ready before the entry has run.
  void app.whenReady().then(run.ready);
}

interface RunningApp {
  readonly ready: () => void;
  readonly secondStart: (target: WindowTarget) => void;
}

/** Wires everything once; nothing happens before `ready`. */
function composeApp({ commandLine, paths, systemLanguage }: Claimed): RunningApp {
  const log = createShellLog(paths.logsDir);
  const state = openShellState(paths.shellDir);
  const language = (): 'en' | 'tr' => chooseLanguage(state.get().language, systemLanguage);
  const say = createSay(language);
  const source = choosePageSource(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
  const assets = listAssets(paths.rendererDir);
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  const isMac = platform === 'darwin';
  const links = createLinkOpener(say);
  const client = createCoreClient();
  let tray: TrayControl | null = null;
  let isUp = false;
  let openWhenUp: WindowTarget = commandLine.target;

  const core: CoreHost = createCoreHost({
    paths,
    init: {
      profileDir: paths.profileDir,
      resourcesDir: paths.resourcesDir,
      appVersion: app.getVersion(),
      locale: systemLanguage,
      isPackaged: app.isPackaged,
    },
    budget: createRestartBudget(coreCrashesForgiven, coreCrashesWithinMs, now),
    log,
    onReady: () => {
      ports.coreIsReady();
      desktop.refresh();
    },
    onRefused: (error) => {
      log.error('core.refused', { code: error.code });
      void tellRefused(error, say);
    },
    onGivenUp: () => {
      void askAfterCoreLoss(say).then((tries) => (tries ? core.start() : app.quit()));
    },
    onSignIn: links.expectSignIn,
  });
  const ports: PortDesk = createPortDesk(core.connect, client);

  const windows = createWindows({
    state,
    source,
    preloadFile: paths.preloadFile,
    iconFile: join(paths.iconsDir, 'icon-256.png'),
    hasDevTools: !app.isPackaged,
    platform,
    systemLanguage,
    onCreated: (window: BrowserWindow) => {
      watchPage(window, say, log, now);
      offerContextMenu(window, say);
    },
    onShown: () => finishStart(),
  });

  const zoomBy = (step: 1 | 0 | -1): void => {
    const current = state.get().zoomPercent;
    const zoomPercent = step === 0 ? 100 : Math.max(60, Math.min(200, current + step * zoomStepPercent));
    windows.setZoom(zoomPercent);
    void client.call('agency.updateSettings', { zoomPercent });
  };

  const writeMenu = (): void =>
    installMenu({
      say,
      isMac,
      isDevelopment: source.isDevelopment,
      hasUpdateFeed: hasUpdateFeed(),
      actions: {
        run: (commandId) => windows.command({ type: 'run', commandId }),
        newWindow: () => void windows.openSecondary(wholeDesk),
        zoomBy,
        about: () => app.showAboutPanel(),
        saveDiagnostics: () => void saveDiagnostics(client, windows.focusMain(), say),
        checkUpdates: () => void checkForUpdates(say, log),
      },
    });

  const spellcheck = (): void =>
    applySpellcheck(session.defaultSession, paths.shellDir, language(), state.get().spellcheckDownload);

  const desktop = followCore({
    client,
    state,
    onUnread: (count) => tray?.setUnread(count),
    onSettings: (settings) => {
      windows.setTheme(settings.theme);
      windows.setZoom(settings.zoomPercent);
      spellcheck();
      writeMenu();
      tray?.refresh();
    },
  });

  const leave = leaveOnce(core);
  catchFailures(say, log, leave);

  /** Once, after the first window was shown: nobody waits for these. */
  let isFinished = false;
  const finishStart = (): void => {
    if (isFinished) return;
    isFinished = true;
    tray = createTray({
      iconsDir: paths.iconsDir,
      say,
      log,
      open: () => void windows.focusMain(),
      quit: () => app.quit(),
    });
    desktop.refresh();
    watchPower(core.power);
    const notify = createNotifier({
      say,
      settings: desktop.notifications,
      now,
      open: windows.showTarget,
      iconFile: join(paths.iconsDir, 'icon-128.png'),
    });
    client.on('notification:message', notify);
  };

  app.on('session-created', denyPermissions);
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, source));
  app.on('activate', () => void windows.focusMain());
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });

  return {
    ready: () => {
      core.start();
      nativeTheme.themeSource = state.get().theme;
      denyPermissions(session.defaultSession);
      filterRequests(session.defaultSession, source);
      spellcheck();
      serveAppScheme(protocol, assets);
      installShellHandlers({ source, windows, links, ports, say });
      writeMenu();
      isUp = true;
      windows.openMain(openWhenUp);
    },
    secondStart: (target) => {
      if (isUp) windows.showTarget(target);
      else openWhenUp = target;
    },
  };
}
