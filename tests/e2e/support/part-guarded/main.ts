// An app with only those guards of the product that GUARDS names, to show what each of them holds back and what happens without.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';
import { entryUrl, listAssets, registerAppScheme, serveAppScheme } from '../../../../electron/main/windows/app-scheme';
import { guardNavigation } from '../../../../electron/main/windows/navigation-guards';
import { choosePageSource } from '../../../../electron/main/windows/page-origin';
import { denyPermissions, filterRequests } from '../../../../electron/main/windows/session-guards';

const guards = new Set((process.env['GUARDS'] ?? '').split(','));
const source = choosePageSource(true, undefined);
const rendererDir = join(app.getAppPath(), 'out/renderer');
app.setPath('userData', app.commandLine.getSwitchValue('profile'));
registerAppScheme(protocol);
app.on('web-contents-created', (_event, contents) => {
  if (guards.has('navigation')) guardNavigation(contents, source);
});

void app.whenReady().then(() => {
  if (guards.has('permissions')) denyPermissions(session.defaultSession);
  if (guards.has('filter')) filterRequests(session.defaultSession, source);
  if (guards.has('policy')) serveAppScheme(protocol, listAssets(rendererDir));
  else {
    protocol.handle('app', async (request) => {
      const path = new URL(request.url).pathname;
      const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
      return new Response(new Uint8Array(await readFile(join(rendererDir, path))), {
        headers: { 'content-type': type },
      });
    });
  }
  const window = new BrowserWindow({ webPreferences: { sandbox: true, webviewTag: guards.has('webviewTag') } });
  return window.loadURL(entryUrl);
});
