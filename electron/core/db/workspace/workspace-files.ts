import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { openMigrated } from '../migrate';
import type { ProfilePaths } from '../profile-paths';
import { workspaceDb, type WorkspaceDb } from './workspace-db';

/** The writers of the clients' files: opened when first used, one per workspace. */
export interface WorkspaceFiles {
  /** Errors: not_found (no such workspace), storage_failed (newer file, migration, disk). */
  open(workspaceId: string): Result<WorkspaceDb>;
  /** Makes the file of a new workspace. */
  create(workspaceId: string): Result<WorkspaceDb>;
  close(workspaceId: string): void;
  closeAll(): void;
}

/** `exists` tells whether a workspace is known to the agency, so that a wrong id never makes a file. */
export function createWorkspaceFiles(
  paths: ProfilePaths,
  migrationsDir: string,
  now: () => number,
  exists: (workspaceId: string) => boolean,
): WorkspaceFiles {
  const open = new Map<string, WorkspaceDb>();
  const openFile = (workspaceId: string): Result<WorkspaceDb> => {
    const known = open.get(workspaceId);
    if (known) return ok(known);
    const opened = openMigrated(paths.workspaceDb(workspaceId), migrationsDir, paths.backups, now());
    if (!opened.ok) return opened;
    const db = workspaceDb(workspaceId, opened.value);
    open.set(workspaceId, db);
    return ok(db);
  };
  return {
    open: (workspaceId) =>
      exists(workspaceId) ? openFile(workspaceId) : err(appError('not_found', 'There is no such workspace.')),
    create: openFile,
    close(workspaceId) {
      open.get(workspaceId)?.raw.close();
      open.delete(workspaceId);
    },
    closeAll() {
      for (const db of open.values()) db.raw.close();
      open.clear();
    },
  };
}
