import { parentPort, workerData } from 'node:worker_threads';
import { backupFile } from '../db/backup';
import { profilePaths } from '../db/profile-paths';
import { openReadDatabases } from './databases';
import { answerRead, isCopyOrder, type CopyAnswer, type ReadRequest } from './protocol';

/** Entry of the reader's threads: answers reads on read-only connections until it is told to close, or copies one file. */
const task: unknown = workerData;
if (parentPort && isCopyOrder(task)) {
  let answer: CopyAnswer = { ok: true };
  try {
    backupFile(task.from, task.to);
  } catch (error) {
    answer = {
      ok: false,
      message: error instanceof Error ? error.message : 'unknown',
      code: error instanceof Error && 'code' in error ? String(error.code) : null,
    };
  }
  parentPort.postMessage(answer);
} else if (parentPort && typeof task === 'string') {
  const port = parentPort;
  const dbs = openReadDatabases(profilePaths(task));
  port.on('message', (message: ReadRequest | 'close') => {
    if (message === 'close') {
      dbs.close();
      port.close();
      return;
    }
    port.postMessage(answerRead(dbs, message));
  });
}
