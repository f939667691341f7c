import type { ShellApi } from '@shared/contract/shell';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly shell: ShellApi;
  }
}

/** What this window may ask of the main process. */
export const shell = (): ShellApi => window.shell;

export const isMac = (): boolean => window.shell.context.platform === 'darwin';
