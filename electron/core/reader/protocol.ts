import { appError, type AppError } from '@shared/domain/errors';
import { diskError, diskTroubleOf } from '../db/disk-trouble';
import type { ReadDatabases } from './databases';
import { reads, type ReadName } from './reads';

export interface ReadRequest {
  readonly id: number;
  readonly name: ReadName;
  readonly input: unknown;
}

export type ReadAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: AppError };

/** What a thread that copies one database is told, instead of the folder to read from. */
export interface CopyOrder {
  readonly from: string;
  readonly to: string;
}

export type CopyAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly code: string | null };

export const isCopyOrder = (task: unknown): task is CopyOrder =>
  typeof task === 'object' && task !== null && 'from' in task && 'to' in task;

/** Runs one read; an error of the disk becomes `storage_failed`, any other is a bug. */
export function answerRead(dbs: ReadDatabases, request: ReadRequest): ReadAnswer {
  try {
    const read = reads[request.name] as (dbs: ReadDatabases, input: unknown) => unknown;
    return { id: request.id, ok: true, value: read(dbs, request.input) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const trouble = diskTroubleOf(error, dbs.root);
    return {
      id: request.id,
      ok: false,
      error: trouble
        ? diskError(trouble, { details: { sqlite: code } })
        : appError('internal', 'A read failed.', {
            details: { name: error instanceof Error ? error.name : 'unknown' },
          }),
    };
  }
}
