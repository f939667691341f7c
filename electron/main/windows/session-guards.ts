import type { Session } from 'electron';
import { mayRequest } from './page-origin';
import type { PageSource } from './page-origin';

/** Denies every permission, device and download; for each session that is ever made. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}

/** Lets nothing leave from the page's session but requests for its own files. */
export function filterRequests(session: Session, source: PageSource): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(source, details.url) });
  });
}
