import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '@shared/contract';
import { ok, type Result } from '@shared/domain/result';
import { listWorkspaces } from '../../db/agency/repositories/workspace-repository';
import { backupFile } from '../../db/backup';
import type { ProfilePaths } from '../../db/profile-paths';
import type { ServiceDeps } from '../deps';

type Backup = OutputOf<'backup.create'>;

const folderName = /^(\d+)$/;

/** Copies of every database of the profile, each checked before it counts. */
export interface BackupService {
  create(): Promise<Result<Backup>>;
  list(): Result<OutputOf<'backup.list'>>;
}

export function createBackupService(deps: ServiceDeps, paths: ProfilePaths): BackupService {
  return {
    async create() {
      const createdAt = deps.clock.now();
      const folder = join(paths.backups, String(createdAt));
      const partial = `${folder}.partial`;
      mkdirSync(partial, { recursive: true, mode: 0o700 });
      try {
        backupFile(paths.agencyDb, join(partial, 'agency.db'));
        for (const { id } of listWorkspaces(deps.agency)) {
          mkdirSync(join(partial, 'workspaces', id), { recursive: true });
          backupFile(paths.workspaceDb(id), join(partial, 'workspaces', id, 'data.db'));
          // Lets clicks in between two files.
          await new Promise<void>((resolve) => setImmediate(resolve));
        }
        renameSync(partial, folder);
      } catch (error) {
        rmSync(partial, { recursive: true, force: true });
        throw error;
      }
      return ok({ path: folder, createdAt, ...measure(folder) });
    },
    list() {
      let names: readonly string[] = [];
      try {
        names = readdirSync(paths.backups);
      } catch {
        // No backup was made yet.
      }
      const found = names
        .filter((name) => folderName.test(name))
        .map((name) => ({
          path: join(paths.backups, name),
          createdAt: Number(name),
          ...measure(join(paths.backups, name)),
        }));
      return ok(found.toSorted((a, b) => b.createdAt - a.createdAt));
    },
  };
}

function measure(folder: string): { files: number; sizeBytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizeBytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, sizeBytes };
}
