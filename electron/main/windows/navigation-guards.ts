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
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Script that got in must not find out the addresses of this machine, nor speak past the request filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
