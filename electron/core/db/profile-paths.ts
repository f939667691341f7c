import { join } from 'node:path';

/** Where everything of one installation lies. */
export interface ProfilePaths {
  readonly root: string;
  readonly agencyDb: string;
  readonly lockDb: string;
  readonly backups: string;
  readonly logs: string;
  /** Folders that networks keep state of their own in. */
  network(id: string): string;
  workspaceDir(id: string): string;
  workspaceDb(id: string): string;
  media(id: string): string;
}

export const profilePaths = (root: string): ProfilePaths => ({
  root,
  agencyDb: join(root, 'agency.db'),
  lockDb: join(root, 'core.lock'),
  backups: join(root, 'backups'),
  logs: join(root, 'logs'),
  network: (id) => join(root, 'networks', id),
  workspaceDir: (id) => join(root, 'workspaces', id),
  workspaceDb: (id) => join(root, 'workspaces', id, 'data.db'),
  media: (id) => join(root, 'workspaces', id, 'media'),
});
