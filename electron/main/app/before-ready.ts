import { app, crashReporter, dialog, protocol } from 'electron';
import type { WindowTarget } from '@shared/contract/shell';
import { registerAppScheme } from '../windows/app-scheme';
import { parseCommandLine, parseTarget, wholeDesk } from './command-line';
import type { CommandLine } from './command-line';
import { describeError } from './log';
import { claimPaths } from './paths';
import type { Paths } from './paths';
import { chooseLanguage, createSay } from './texts';

export interface Claimed {
  readonly commandLine: CommandLine;
  readonly paths: Paths;
  readonly systemLanguage: string;
}

/** The language of the system, or of `--lang`. */
const readSystemLanguage = (chosen: string | null): string =>
  chosen ?? app.getPreferredSystemLanguages()[0] ?? (app.getLocale() || 'en');

function tellUnusable(commandLine: CommandLine, error: unknown): void {
  const say = createSay(() => chooseLanguage('system', readSystemLanguage(commandLine.language)));
  const code = String(describeError(error).code ?? 'unknown');
  const path = commandLine.profileDir ?? app.getPath('appData');
  dialog.showErrorBox(say('profileUnusable'), say('profileUnusableDetail', { path, code }));
}

/**
 * Everything that must be settled before Electron is ready: the profile's folders, that no other window process holds it, the sandbox,
 * the scheme, crash dumps that stay here. Null where this start has to end, with the status it ends with already given.
 */
export function claimProfile(onSecondStart: (target: WindowTarget) => void): Claimed | null {
  const commandLine = parseCommandLine(process.argv.slice(1), process.cwd());
  let paths: Paths;
  try {
    paths = claimPaths(app, commandLine.profileDir);
  } catch (error) {
    tellUnusable(commandLine, error);
    app.exit(3);
    return null;
  }
  // Chromium keeps this lock in the profile's own folder and takes over one whose process is dead.
  if (!app.requestSingleInstanceLock({ target: commandLine.target })) {
    app.exit(0);
    return null;
  }
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const target = typeof data === 'object' && data !== null && 'target' in data ? parseTarget(data.target) : null;
    onSecondStart(target ?? wholeDesk);
  });

  // As root, Chromium only runs without its sandbox; a packaged app has refused that switch by now.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme(protocol);
  crashReporter.start({ uploadToServer: false, compress: false });
  if (process.platform === 'win32') app.setAppUserModelId('app.chorale.desktop');
  return { commandLine, paths, systemLanguage: readSystemLanguage(commandLine.language) };
}
