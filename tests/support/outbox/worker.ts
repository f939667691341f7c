import { openCore } from '../../../electron/core/app/core';
import { silentLogger } from '../../../electron/core/ports/logger';

/** A core that does nothing but its work, until it is killed or nothing is left to do. Prints `sending` at each call. */
const [, , profileDir, resourcesDir] = process.argv;
if (profileDir === undefined || resourcesDir === undefined) throw new Error('usage: worker PROFILE RESOURCES');
const opened = openCore({
  profileDir,
  resourcesDir,
  appVersion: '0.0.0-test',
  readerEntry: null,
  logger: silentLogger,
  keychain: {
    open: () => ({ send: () => {}, onMessage: () => {}, onExit: (gone) => queueMicrotask(gone), kill: () => {} }),
  },
});
if (!opened.ok) throw new Error(opened.error.code);
const core = opened.value;
core.listen(({ event, payload }) => {
  if (event === 'outbox:changed') process.stdout.write(`${JSON.stringify(payload)}\n`);
});
core.startWork();
