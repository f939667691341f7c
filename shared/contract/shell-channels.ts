/** Names under which the preload asks the main process; each is one row of the table in `electron/main/windows/shell-handlers.ts`. */
export const shellChannels = {
  corePort: 'chorale:core-port',
  openLink: 'chorale:open-link',
  openSignIn: 'chorale:open-sign-in',
  pickFile: 'chorale:pick-file',
  pickSaveTarget: 'chorale:pick-save-target',
  openWindow: 'chorale:open-window',
  setZoom: 'chorale:set-zoom',
  setTheme: 'chorale:set-theme',
  copyText: 'chorale:copy-text',
} as const;

export type ShellChannel = (typeof shellChannels)[keyof typeof shellChannels];

/** Main to the preload: a ShellCommand for the page. */
export const shellCommandChannel = 'chorale:command';

/** Argument of the page's process that carries its ShellContext as percent-encoded JSON. */
export const shellContextArgument = '--chorale-context=';
