import { createInterface } from 'node:readline';
import { app, utilityProcess } from 'electron';
import { createKeychainHost } from '../../../electron/main/app/keychain-host';
import { isKeychainHostRequest } from '@shared/domain/process-messages';

/**
 * An Electron app of nothing but the keychain: the main process's own keychain host, and a core that holds the secrets port. Takes one
 * command a line (see electron-core.ts) and prints one answer a line.
 */
const silent = { info: () => {}, warn: () => {}, error: () => {} };

void app.whenReady().then(() => {
  const core = utilityProcess.fork(process.env['CHORALE_TEST_CORE'] ?? '', [], { stdio: 'ignore' });
  const keychains = createKeychainHost(
    process.env['CHORALE_TEST_KEYCHAIN'] ?? '',
    (event, ports) => core.postMessage(event, ports),
    silent,
  );
  core.on('message', (message: unknown) => {
    if (isKeychainHostRequest(message)) keychains.handle(message);
    else process.stdout.write(`${JSON.stringify(message)}\n`);
  });
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line !== 'quit') return core.postMessage(line);
    keychains.killAll();
    core.kill();
    app.quit();
  });
  process.stdout.write('{"id":0}\n');
});
