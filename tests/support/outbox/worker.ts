import { filedKeychain } from '../core/memory-keychain';
import { noKeychain } from '../core/test-core';
import { openWorkerCore } from '../core/worker-core';

/**
 * A core that does nothing but its work, until it is killed. Prints what changed in the outbox, one JSON a line. Its
 * keychain is a file, for networks with a credential; without one there is none.
 */
const [, , profileDir, resourcesDir, keychainFile] = process.argv;
if (profileDir === undefined || resourcesDir === undefined)
  throw new Error('usage: worker PROFILE RESOURCES [KEYCHAIN]');
const core = openWorkerCore(
  profileDir,
  resourcesDir,
  keychainFile === undefined ? noKeychain : filedKeychain(keychainFile),
);
core.listen(({ event, payload }) => {
  if (event === 'outbox:changed') process.stdout.write(`${JSON.stringify(payload)}\n`);
});
core.startWork();
