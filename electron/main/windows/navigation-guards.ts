import type { WebContents } from 'electron';
import { mayNavigate } from './page-origin';
import type { PageSource } from './page-origin';

/** Keeps a page where it is: no navigation, no window, no webview; for every web contents that is ever made. */
export function guardNavigation(contents: WebContents, source: PageSource): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(source, event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(source, event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(source, event.url, event.isMainFrame)) event.preventDefault();
  });
  // Blank pages are committed without asking (seen on Electron 33). They can do nothing, but the window would stay empty.
  contents.on('did-navigate', (_event, url) => {
    if (contents.getType() !== 'window' || mayNavigate(source, url, true)) return;
    contents.loadURL(source.entryUrl).catch(() => undefined);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Script that got in must not find out the addresses of this machine, nor speak past the request filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
