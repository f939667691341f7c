import { openCore, type Core } from '../../../electron/core/app/core';
import { silentLogger } from '../../../electron/core/ports/logger';
import { noKeychain } from './test-core';

/** A core in a process of its own, which a test may kill; without a reader thread, and without a log. */
export function openWorkerCore(
  profileDir: string,
  resourcesDir: string,
  keychain: typeof noKeychain = noKeychain,
): Core {
  const opened = openCore({
    profileDir,
    resourcesDir,
    appVersion: '0.0.0-test',
    readerEntry: null,
    logger: silentLogger,
    keychain,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
