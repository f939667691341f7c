import keytar from 'keytar';
import { removeSecret, writeSecret } from '../../../electron/keychain/parts';
import type { ItemStore } from '../../../electron/keychain/parts';

/**
 * Writes or deletes one secret in the real keychain and ends itself, without notice, right before item call number `CRASH_AT`.
 * Prints `finished` when that number was never reached.
 */
const crashAt = Number(process.env['CRASH_AT']);
let calls = 0;
const step = <T>(call: () => Promise<T>): Promise<T> => {
  calls += 1;
  if (calls === crashAt) process.kill(process.pid, 'SIGKILL');
  return call();
};
const store: ItemStore = {
  get: (account) => step(() => keytar.getPassword('chorale', account)),
  set: (account, value) => step(() => keytar.setPassword('chorale', account, value)),
  delete: (account) => step(() => keytar.deletePassword('chorale', account)),
};
const account = process.env['CRASH_ACCOUNT'] ?? '';
const value = process.env['CRASH_VALUE'];
if (value === undefined) await removeSecret(store, account);
else await writeSecret(store, account, value);
process.stdout.write('finished');
