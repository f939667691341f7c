import type { ConnectorRegistry } from '../connectors/core/registry';
import { findAccount, saveStream } from '../db/workspace/repositories/account-repository';
import type { ServiceDeps } from '../services/deps';
import type { IngestOutcome } from '../services/messages/ingest';
import type { AccountLinks } from './account-links';
import { pullStream } from './stream-pull';

/** Fetching of older history, one run per account at most; it can be given up at any page. */
export interface Backfills {
  /** Goes back to `untilAt` (ms) in one stream, or in all; resolves at the end, also when it was given up. */
  run(workspaceId: string, accountId: string, untilAt: number, stream: string | null): Promise<void>;
  cancel(accountId: string): void;
  cancelAll(): void;
}

export interface BackfillOptions {
  readonly registry: ConnectorRegistry;
  readonly links: AccountLinks;
  readonly publish: (workspaceId: string, accountId: string, outcome: IngestOutcome) => void;
  readonly ended: (workspaceId: string, accountId: string) => void;
}

export function createBackfills(deps: ServiceDeps, { registry, links, publish, ended }: BackfillOptions): Backfills {
  const running = new Map<string, AbortController>();
  const cancel = (accountId: string): void => {
    running.get(accountId)?.abort();
    running.delete(accountId);
  };
  return {
    async run(workspaceId, accountId, untilAt, only) {
      cancel(accountId);
      const control = new AbortController();
      running.set(accountId, control);
      const file = deps.files.open(workspaceId);
      const account = file.ok ? findAccount(file.value, accountId) : undefined;
      const manifest = account && registry.manifest(account.network);
      if (!file.ok || !account || !manifest) return;
      for (const stream of manifest.streams) {
        if (only !== null && stream.id !== only) continue;
        for (let hasMore = true; hasMore && !control.signal.aborted;) {
          const opened = await links.open(workspaceId, account);
          if (!opened.ok) return;
          const turn = await pullStream(deps, file.value, account, opened.value, stream.id, control.signal, {
            untilAt,
          });
          if (!turn.ok) break;
          hasMore = turn.value.hasMore;
          publish(workspaceId, accountId, turn.value.outcome);
        }
        if (!control.signal.aborted) {
          saveStream(file.value, accountId, stream.id, { backfillCursor: null, backfillUntil: untilAt });
        }
      }
      running.delete(accountId);
      ended(workspaceId, accountId);
    },
    cancel,
    cancelAll() {
      for (const accountId of running.keys()) cancel(accountId);
    },
  };
}
