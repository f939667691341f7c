import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of attachments, in the workspace's media folder under their own hash; never opened by name. */
export interface MediaStore {
  /** Stores the bytes and returns their SHA-256 as hex. */
  put(workspaceId: string, bytes: Uint8Array): Promise<string>;
  /** Undefined where the file is not there or is not what its name says. */
  get(workspaceId: string, hash: string): Promise<Uint8Array | undefined>;
  remove(workspaceId: string, hash: string): Promise<void>;
}

export function createMediaStore(folderOf: (workspaceId: string) => string): MediaStore {
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const fileOf = (workspaceId: string, hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a content hash');
    return join(folderOf(workspaceId), hash);
  };
  return {
    async put(workspaceId, bytes) {
      const hash = hashOf(bytes);
      const file = fileOf(workspaceId, hash);
      if (existsSync(file)) return hash;
      await mkdir(folderOf(workspaceId), { recursive: true });
      const partial = `${file}.${process.pid}.partial`;
      try {
        await writeFile(partial, bytes, { mode: 0o600 });
        await rename(partial, file);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return hash;
    },
    async get(workspaceId, hash) {
      try {
        const bytes = await readFile(fileOf(workspaceId, hash));
        return hashOf(bytes) === hash ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    remove: (workspaceId, hash) => rm(fileOf(workspaceId, hash), { force: true }),
  };
}
