import type { WorkspaceService } from '../workspaces/workspace-service';
import type { ServiceDeps } from '../deps';
import { createBackupService, type BackupService } from './backup-service';
import { diagnosticsReport, type DiagnosticsOptions } from './diagnostics';
import { exportConversations } from './export-service';
import { createImportService, type ImportService } from './import-service';

/** Import, export, backup and diagnostics. */
export interface TransferServices {
  readonly imports: ImportService;
  readonly backups: BackupService;
  exportConversations(workspaceId: string, path: string): ReturnType<typeof exportConversations>;
  diagnostics(): string;
  /** Daily backups. */
  start(): void;
  stop(): Promise<void>;
}

export function createTransferServices(
  deps: ServiceDeps,
  options: Omit<DiagnosticsOptions, 'backups'> & { readonly workspaces: WorkspaceService },
): TransferServices {
  const imports = createImportService(deps, options.workspaces);
  const backups = createBackupService(deps, options.paths);
  return {
    imports,
    backups,
    exportConversations: (workspaceId, path) => exportConversations(deps, workspaceId, path),
    diagnostics: () => diagnosticsReport(deps, { ...options, backups }),
    start: backups.start,
    async stop() {
      imports.stop();
      await backups.stop();
    },
  };
}
