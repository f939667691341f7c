import { ok } from '@shared/domain/result';
import type { SyncService } from '../services/sync/sync-service';
import { doneValue, type HandlersOf } from './handler';

export const syncHandlers = (sync: SyncService): HandlersOf<'sync'> & HandlersOf<'coverage'> => ({
  'sync.status': (_input, caller) => sync.status(caller),
  'sync.now': (input, caller) => sync.now(caller, input.workspaceId, input.accountId),
  'sync.setOffline': (input) => ok({ isOnline: sync.setOffline(input.isOffline) }),
  'sync.setVisible': (input) => {
    sync.setVisible(input.workspaceId, input.conversationId);
    return ok(doneValue);
  },
  'sync.backfill': (input) => {
    const begun = sync.backfill(input.workspaceId, input.accountId, input.untilAt);
    return begun.ok ? ok(doneValue) : begun;
  },
  'sync.cancelBackfill': (input) => {
    sync.cancelBackfill(input.accountId);
    return ok(doneValue);
  },
  'coverage.list': (input, caller) => sync.coverage(caller, input.workspaceId),
  'coverage.refill': (input) => sync.refill(input.workspaceId, input.gapId),
});
