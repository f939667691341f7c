import { readFileSync } from 'node:fs';
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { listWorkspaces } from '../../db/agency/repositories/workspace-repository';
import type { ProfilePaths } from '../../db/profile-paths';
import { listAccounts } from '../../db/workspace/repositories/account-repository';
import { countDesk } from '../../db/workspace/repositories/conversation-list';
import type { SecretsPort } from '../../ports/secrets';
import type { HealthBoard } from '../channels/account-health';
import type { ServiceDeps } from '../deps';
import type { BackupService } from './backup-service';

export interface DiagnosticsOptions {
  readonly paths: ProfilePaths;
  readonly appVersion: string;
  readonly secrets: SecretsPort;
  readonly board: HealthBoard;
  readonly backups: Pick<BackupService, 'status'>;
}

const keptIncidents = 40;

/** A report on the app itself that may be handed on: versions, counts and states; no token, text, name or path. */
export function diagnosticsReport(
  deps: ServiceDeps,
  { paths, appVersion, secrets, board, backups }: DiagnosticsOptions,
): string {
  const lines = [
    `Chorale ${appVersion}`,
    `${platform()} ${release()} ${arch()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}, Electron ${process.versions['electron'] ?? 'none'}`,
    `keychain ${secrets.state()}`,
    `storage ${deps.storage.state()}`,
    backupLine(backups.status()),
    '',
  ];
  listWorkspaces(deps.agency).forEach((record, index) => {
    const file = deps.files.open(record.id);
    if (!file.ok) {
      lines.push(`workspace ${index + 1}: ${file.error.code} ${file.error.reason ?? ''}`);
      return;
    }
    const counts = countDesk(file.value.raw, '');
    lines.push(
      `workspace ${index + 1}: open ${counts.open}, unread ${counts.unread}, queued ${counts.queued}, held ${counts.held}${record.archivedAt === null ? '' : ', archived'}`,
    );
    for (const account of listAccounts(file.value)) {
      const health = board.get(account.id);
      lines.push(
        `  ${account.network}: ${account.state} ${account.stateReason ?? ''} ${health.waitReason ?? ''}`.trimEnd(),
      );
    }
  });
  lines.push('', 'incidents', ...incidents(paths.logs));
  return lines.join('\n');
}

function backupLine(status: ReturnType<BackupService['status']>): string {
  if (!status.ok) return `backup ${status.error.code}`;
  const { lastAt, failure } = status.value;
  const last = lastAt === null ? 'none' : new Date(lastAt).toISOString();
  return `backup ${last}${failure ? `, failed: ${failure.reason} ${new Date(failure.at).toISOString()}` : ''}`;
}

/** The newest warnings and errors of the log, which holds nothing but allowed fields. */
function incidents(logsDir: string): readonly string[] {
  try {
    const text = readFileSync(join(logsDir, 'core.log'), 'utf8');
    return text
      .split('\n')
      .filter((line) => line.includes('"level":"error"') || line.includes('"level":"warn"'))
      .slice(-keptIncidents);
  } catch {
    return ['none'];
  }
}
