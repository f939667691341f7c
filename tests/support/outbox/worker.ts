import { openCore } from '../../../electron/core/app/core';
import { silentLogger } from '../../../electron/core/ports/logger';
import { filedKeychain } from '../core/memory-keychain';
import { noKeychain } from '../core/test-core';

/**
 * A core that does nothing but its work, until it is killed. Prints what changed in the outbox, one JSON a line. Its
 * keychain is a file, for networks with a credential; without one there is none.
 */
const [, , profileDir, resourcesDir, keychainFile] = process.argv;
if (profileDir === undefined || resourcesDir === undefined)
  throw new Error('usage: worker PROFILE RESOURCES [KEYCHAIN]');
const opened = openCore({
  profileDir,
  resourcesDir,
  appVersion: '0.0.0-test',
  readerEntry: null,
  logger: silentLogger,
  keychain: keychainFile === undefined ? noKeychain : filedKeychain(keychainFile),
});
if (!opened.ok) throw new Error(opened.error.code);
const core = opened.value;
core.listen(({ event, payload }) => {
  if (event === 'outbox:changed') process.stdout.write(`${JSON.stringify(payload)}\n`);
});
core.startWork();
