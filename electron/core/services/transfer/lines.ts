import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';

/** Size of a file that will be read. Errors: not_found, validation_failed (a folder, empty). */
export async function sizeOf(path: string): Promise<Result<number>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return err(appError('validation_failed', 'This is not a file.', { reason: 'not_a_file' }));
    if (found.size === 0) return err(appError('validation_failed', 'The file is empty.', { reason: 'file_empty' }));
    return ok(found.size);
  } catch {
    return err(appError('not_found', 'The file is not there or cannot be read.', { reason: 'file_missing' }));
  }
}

/** Lines of a file with their numbers from 1, without empty ones; a byte order mark at the start is dropped. */
export async function* linesOf(
  path: string,
): AsyncGenerator<{ readonly line: number; readonly text: string; readonly bytes: number }> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  let line = 0;
  try {
    for await (const raw of createInterface({ input: stream, crlfDelay: Infinity })) {
      line += 1;
      const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
      if (text.trim() !== '') yield { line, text, bytes: Buffer.byteLength(raw) + 1 };
    }
  } finally {
    stream.destroy();
  }
}
