import type { OutputOf } from '@shared/contract';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { listAccounts, listStreams } from '../../db/workspace/repositories/account-repository';
import { findCoverage, listCoverage } from '../../db/workspace/repositories/coverage-repository';
import { visibleState, type HealthBoard } from '../channels/account-health';
import type { Connectivity } from '../../sync/connectivity';
import { completeSince } from '@shared/domain/coverage';
import type { SyncEngine, SyncReport } from '../../sync/sync-engine';
import type { Caller, ServiceDeps } from '../deps';
import type { WorkspaceService } from '../workspaces/workspace-service';

/** Sync as screens and driver see it. */
export interface SyncService {
  status(caller: Caller): Result<OutputOf<'sync.status'>>;
  now(caller: Caller, workspaceId: string | null, accountId: string | null): Promise<Result<SyncReport>>;
  /** Returns whether anything may leave now. */
  setOffline(isOffline: boolean): boolean;
  setVisible(workspaceId: string | null, conversationId: string | null): void;
  backfill(workspaceId: string, accountId: string, untilAt: number): Result<null>;
  cancelBackfill(accountId: string): void;
  coverage(caller: Caller, workspaceId: string | null): Result<OutputOf<'coverage.list'>>;
  refill(workspaceId: string, gapId: string): Promise<Result<{ isClosed: boolean }>>;
}

export interface SyncServiceOptions {
  readonly engine: SyncEngine;
  readonly board: HealthBoard;
  readonly connectivity: Connectivity;
  readonly workspaces: WorkspaceService;
  /** Sends what is due, after what is new was fetched. */
  readonly flushOutbox: () => Promise<void>;
  /** After flight mode ended. */
  readonly cameBack: () => void;
}

export function createSyncService(deps: ServiceDeps, options: SyncServiceOptions): SyncService {
  const { engine, board, connectivity, workspaces } = options;
  const visibleTo = (caller: Caller, workspaceId: string | null): readonly string[] => {
    const ids = workspaceId === null ? workspaces.active().map((record) => record.id) : [workspaceId];
    const allowed = caller.staff.workspaceIds;
    return allowed === null ? ids : ids.filter((id) => allowed.includes(id));
  };
  return {
    status(caller) {
      const schedule = new Map(
        engine.schedule().map((entry) => [`${entry.accountId} ${entry.stream}`, entry.nextPullAt]),
      );
      const accounts: OutputOf<'sync.status'>['accounts'] = [];
      const streams: OutputOf<'sync.status'>['streams'] = [];
      for (const workspaceId of visibleTo(caller, null)) {
        const file = deps.files.open(workspaceId);
        if (!file.ok) continue;
        for (const account of listAccounts(file.value)) {
          accounts.push({
            accountId: account.id,
            workspaceId,
            state: visibleState(account.state, board.get(account.id)),
          });
        }
        for (const { accountId, stream, lastPullAt, failures } of listStreams(file.value)) {
          const nextPullAt = schedule.get(`${accountId} ${stream}`) ?? null;
          streams.push({ workspaceId, accountId, stream, lastPullAt, nextPullAt, failures });
        }
      }
      const offlineReason = connectivity.reason();
      return ok({
        isOnline: offlineReason === 'none',
        offlineReason,
        lastSyncAt: engine.lastSyncAt(),
        accounts,
        streams,
      });
    },
    async now(caller, workspaceId, accountId) {
      const total: SyncReport = { added: 0, changed: 0, deleted: 0, failed: [] };
      for (const id of visibleTo(caller, workspaceId)) {
        const report = await engine.syncNow(id, accountId);
        if (!report.ok) return report;
        total.added += report.value.added;
        total.changed += report.value.changed;
        total.deleted += report.value.deleted;
        total.failed.push(...report.value.failed);
      }
      await options.flushOutbox();
      return ok(total);
    },
    setOffline(isOffline) {
      const was = connectivity.isSwitchedOff();
      connectivity.setSwitchedOff(isOffline);
      if (was && !isOffline) options.cameBack();
      const isOnline = connectivity.reason() === 'none';
      deps.emit('sync:changed', { isOnline, lastSyncAt: engine.lastSyncAt() });
      return isOnline;
    },
    setVisible: (workspaceId) => engine.setVisible(workspaceId),
    backfill: (workspaceId, accountId, untilAt) => engine.backfill(workspaceId, accountId, untilAt),
    cancelBackfill: (accountId) => engine.cancelBackfill(accountId),
    coverage(caller, workspaceId) {
      const found: OutputOf<'coverage.list'> = [];
      for (const id of visibleTo(caller, workspaceId)) {
        const file = deps.files.open(id);
        if (!file.ok) return file;
        const records = listCoverage(file.value);
        const keys = new Set(records.map((record) => `${record.accountId}\n${record.stream}`));
        for (const key of keys) {
          const [accountId = '', stream = ''] = key.split('\n');
          const own = records.filter((record) => record.accountId === accountId && record.stream === stream);
          found.push({
            workspaceId: id,
            accountId,
            stream,
            completeSince: completeSince(own),
            spans: own.filter((span) => span.gapReason === null).map(({ fromAt, toAt }) => ({ fromAt, toAt })),
            gaps: own.flatMap((span) =>
              span.gapReason === null
                ? []
                : [
                    {
                      id: span.id,
                      fromAt: span.fromAt,
                      toAt: span.toAt,
                      reason: span.gapReason,
                      isRefillable: span.isRefillable,
                    },
                  ],
            ),
          });
        }
      }
      return ok(found);
    },
    async refill(workspaceId, gapId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const gap = findCoverage(file.value, gapId);
      if (!gap || gap.gapReason === null) return err(appError('not_found', 'There is no such gap.'));
      if (!gap.isRefillable)
        return err(appError('unsupported', 'The network does not give this any more.', { reason: 'gap_lost' }));
      await engine.backfillNow(workspaceId, gap.accountId, gap.stream, gap.fromAt);
      const after = findCoverage(file.value, gapId);
      return ok({ isClosed: !after || after.gapReason === null });
    },
  };
}
