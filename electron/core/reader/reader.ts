import { Worker } from 'node:worker_threads';
import { appError } from '@shared/domain/errors';
import { err, type Result } from '@shared/domain/result';
import { backupFile } from '../db/backup';
import { profilePaths } from '../db/profile-paths';
import { openReadDatabases } from './databases';
import { answerRead, type CopyAnswer, type CopyOrder, type ReadAnswer } from './protocol';
import type { ReadArgs, ReadName, ReadResult } from './reads';

/** Reads for screens, on connections of their own so that ingest never stands in front of them. */
export interface Reader {
  read<Name extends ReadName>(name: Name, input: ReadArgs<Name>): Promise<Result<ReadResult<Name>>>;
  /**
   * Copies one database with everything committed so far and checks the copy, beside the writer. Rejects with the error
   * of the disk (`code`), or where `signal` ended it; nothing is left behind under the name of the copy then.
   */
  copy(from: string, to: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A reader in a thread of its own; a thread that died is started again at the next read. */
export function startReader(entry: URL, profileRoot: string): Reader {
  let worker: Worker | undefined;
  let nextId = 0;
  const pending = new Map<number, (answer: ReadAnswer) => void>();
  const failAll = (): void => {
    worker = undefined;
    for (const [id, settle] of pending) settle({ id, ok: false, error: appError('internal', 'The reader stopped.') });
    pending.clear();
  };
  const running = (): Worker => {
    if (worker) return worker;
    const started = new Worker(entry, { workerData: profileRoot });
    started.on('message', (answer: ReadAnswer) => {
      pending.get(answer.id)?.(answer);
      pending.delete(answer.id);
    });
    started.on('error', failAll);
    started.on('exit', () => {
      if (worker === started) failAll();
    });
    worker = started;
    return started;
  };
  return {
    read<Name extends ReadName>(name: Name, input: ReadArgs<Name>) {
      return new Promise<Result<ReadResult<Name>>>((resolve) => {
        nextId += 1;
        pending.set(nextId, (answer) =>
          resolve(answer.ok ? { ok: true, value: answer.value as ReadResult<Name> } : err(answer.error)),
        );
        running().postMessage({ id: nextId, name, input });
      });
    },
    copy: (from, to, signal) => copyInThread(entry, { from, to }, signal),
    async close() {
      const ending = worker;
      worker = undefined;
      if (!ending) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.postMessage('close');
      await ended;
    },
  };
}

/** A thread for one copy: copying and checking a large file takes seconds in which nobody's reads may wait. */
function copyInThread(entry: URL, order: CopyOrder, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const thread = new Worker(entry, { workerData: order });
    const stop = (): void => void thread.terminate();
    signal.addEventListener('abort', stop, { once: true });
    thread.once('message', (answer: CopyAnswer) => {
      if (answer.ok) resolve();
      else reject(Object.assign(new Error(answer.message), answer.code === null ? {} : { code: answer.code }));
    });
    thread.once('error', reject);
    thread.once('exit', () => {
      signal.removeEventListener('abort', stop);
      // Without an answer it was stopped; after one this changes nothing.
      reject(new Error('the copy was stopped'));
    });
  });
}

/** The same reads in the caller's thread, for one-shot commands and tests. */
export function inlineReader(profileRoot: string): Reader {
  const dbs = openReadDatabases(profilePaths(profileRoot));
  return {
    read<Name extends ReadName>(name: Name, input: ReadArgs<Name>) {
      const answer = answerRead(dbs, { id: 0, name, input });
      return Promise.resolve(
        answer.ok ? { ok: true as const, value: answer.value as ReadResult<Name> } : err(answer.error),
      );
    },
    async copy(from, to, signal) {
      signal.throwIfAborted();
      await Promise.resolve();
      backupFile(from, to);
    },
    close() {
      dbs.close();
      return Promise.resolve();
    },
  };
}
