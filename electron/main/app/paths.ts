import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Where everything lies; all paths absolute. */
export interface Paths {
  readonly profileDir: string;
  /** Chromium's own data, the windows' state and crash dumps of this profile. */
  readonly shellDir: string;
  readonly logsDir: string;
  readonly resourcesDir: string;
  readonly iconsDir: string;
  readonly rendererDir: string;
  readonly preloadFile: string;
  readonly coreFile: string;
  readonly keychainFile: string;
}

/** Makes the profile's folders and keeps Chromium's data inside it, so that two profiles share nothing. Throws where it cannot. */
export function claimPaths(app: App, profileDir: string | null): Paths {
  const profile = profileDir ?? join(app.getPath('appData'), 'Chorale', 'profiles', 'default');
  const shellDir = join(profile, 'shell');
  const logsDir = join(profile, 'logs');
  for (const dir of [profile, shellDir, logsDir]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  app.setPath('userData', shellDir);
  app.setPath('sessionData', shellDir);
  app.setPath('crashDumps', join(shellDir, 'crashes'));
  app.setAppLogsPath(logsDir);
  const root = app.getAppPath();
  const resourcesDir = join(root, 'resources');
  return {
    profileDir: profile,
    shellDir,
    logsDir,
    resourcesDir,
    iconsDir: join(resourcesDir, 'icons'),
    rendererDir: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'index.cjs'),
    coreFile: join(root, 'out', 'main', 'core.js'),
    keychainFile: join(root, 'out', 'main', 'keychain.js'),
  };
}
