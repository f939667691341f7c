import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/** Unpacks the entries of a zip file that `wanted` accepts, keeping executable bits and symbolic links. */
export async function unzip(zipFile, targetDir, wanted) {
  const { default: yauzl } = await import('yauzl');
  const zip = await promisify(yauzl.open)(zipFile, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  await new Promise((done, fail) => {
    zip.on('error', fail);
    zip.on('end', done);
    zip.on('entry', (entry) => {
      const step = wanted(entry.fileName) ? writeEntry(entry, targetDir, openEntry) : Promise.resolve();
      step.then(() => zip.readEntry(), fail);
    });
    zip.readEntry();
  });
}

async function writeEntry(entry, targetDir, openEntry) {
  // yauzl refuses names that are absolute or climb out of the folder.
  const path = join(targetDir, entry.fileName);
  if (entry.fileName.endsWith('/')) {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const mode = (entry.externalFileAttributes >>> 16) & 0xffff;
  const stream = await openEntry(entry);
  if ((mode & 0o170000) === 0o120000) {
    const target = await stream.toArray();
    symlinkSync(Buffer.concat(target).toString('utf8'), path);
    return;
  }
  await pipeline(stream, createWriteStream(path, { mode: mode & 0o777 || 0o644 }));
}
