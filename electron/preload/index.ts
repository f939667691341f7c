import { contextBridge, ipcRenderer } from 'electron';
import { corePortMessage } from '@shared/contract/shell';
import type { ShellApi, ShellCommand, ShellContext } from '@shared/contract/shell';
import { shellChannels, shellCommandChannel, shellContextArgument } from '@shared/contract/shell-channels';

// The electron side is compiled without the types of a page; these two are all that is used of it.
declare const document: { readonly readyState: string };
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
  addEventListener(type: 'DOMContentLoaded', listener: () => void, options: { readonly once: true }): void;
};

const parsed = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') window.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  else resolve();
});

// Scripts of the page have run by then, so that somebody listens.
ipcRenderer.on(corePortMessage, (event) => {
  const { ports } = event;
  void parsed.then(() => window.postMessage(corePortMessage, window.location.origin, ports));
});

const readContext = (): ShellContext => {
  const argument = process.argv.find((each) => each.startsWith(shellContextArgument)) ?? '';
  return JSON.parse(decodeURIComponent(argument.slice(shellContextArgument.length)));
};

const shell: ShellApi = {
  context: readContext(),
  openLink: (url) => ipcRenderer.invoke(shellChannels.openLink, url),
  openSignIn: (url) => ipcRenderer.invoke(shellChannels.openSignIn, url),
  pickFile: (purpose) => ipcRenderer.invoke(shellChannels.pickFile, purpose),
  pickSaveTarget: (suggestedName) => ipcRenderer.invoke(shellChannels.pickSaveTarget, suggestedName),
  openWindow: (target) => ipcRenderer.invoke(shellChannels.openWindow, target),
  setZoom: (percent) => {
    void ipcRenderer.invoke(shellChannels.setZoom, percent);
  },
  setTheme: (theme) => {
    void ipcRenderer.invoke(shellChannels.setTheme, theme);
  },
  onCommand: (listener) => {
    const relay = (_event: unknown, command: ShellCommand): void => listener(command);
    ipcRenderer.on(shellCommandChannel, relay);
    return () => {
      ipcRenderer.removeListener(shellCommandChannel, relay);
    };
  },
  copyText: (text) => {
    void ipcRenderer.invoke(shellChannels.copyText, text);
  },
};

contextBridge.exposeInMainWorld('shell', shell);
void ipcRenderer.invoke(shellChannels.corePort);
