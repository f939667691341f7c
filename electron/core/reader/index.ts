import { parentPort, workerData } from 'node:worker_threads';
import { profilePaths } from '../db/profile-paths';
import { openReadDatabases } from './databases';
import { answerRead, type ReadRequest } from './protocol';

/** Entry of the reader's thread: answers reads on read-only connections until it is told to close. */
const root: unknown = workerData;
if (parentPort && typeof root === 'string') {
  const port = parentPort;
  const dbs = openReadDatabases(profilePaths(root));
  port.on('message', (message: ReadRequest | 'close') => {
    if (message === 'close') {
      dbs.close();
      port.close();
      return;
    }
    port.postMessage(answerRead(dbs, message));
  });
}
