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
  stop(): void;
}

export function createTransferServices(
  deps: ServiceDeps,
  options: DiagnosticsOptions & { readonly workspaces: WorkspaceService },
): TransferServices {
  const imports = createImportService(deps, options.workspaces);
  return {
    imports,
    backups: createBackupService(deps, options.paths),
    exportConversations: (workspaceId, path) => exportConversations(deps, workspaceId, path),
    diagnostics: () => diagnosticsReport(deps, options),
    stop: imports.stop,
  };
}
