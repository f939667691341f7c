import type { StreamDescriptor } from '@shared/domain/manifest';
import { ok, type Result } from '@shared/domain/result';
import { equalJitterMs } from '../connectors/core/backoff';
import type { ConnectorError } from '../connectors/core/errors';
import { retryBackoff } from '../connectors/core/limits';
import type { ConnectorRegistry } from '../connectors/core/registry';
import {
  findAccount,
  findStream,
  listAccounts,
  saveStream,
  updateAccount,
  type AccountRecord,
} from '../db/workspace/repositories/account-repository';
import { inTransaction, type WorkspaceDb } from '../db/workspace/workspace-db';
import { writeContext, type ServiceDeps } from '../services/deps';
import type { HealthBoard } from '../services/channels/account-health';
import { keychainUnavailable, type AccountLinks } from './account-links';
import type { Connectivity } from './connectivity';
import type { IngestOutcome } from '../services/messages/ingest';
import { createBackfills } from './backfill';
import { busyForMs, capabilitiesAgeMs, maxParallelAccounts, notifyForMs, resumeSpreadMs, sleepJumpMs } from './limits';
import { pullStream } from './stream-pull';

export interface SyncReport {
  added: number;
  changed: number;
  deleted: number;
  readonly failed: { accountId: string; reason: string }[];
}

export interface StreamSchedule {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly stream: string;
  /** Wall time of the next pull, ms. */
  readonly nextPullAt: number;
}

/** Pulls every stream of every account when it is due, what is on screen first. */
export interface SyncEngine {
  start(): void;
  stop(): Promise<void>;
  /** Pulls now and waits for the end. */
  syncNow(workspaceId: string | null, accountId: string | null): Promise<Result<SyncReport>>;
  setVisible(workspaceId: string | null): void;
  /** After a sign-in, a disconnect, an archived or restored workspace. */
  refreshAccounts(): void;
  /** After sleep, or when the network or the keychain came back. */
  resume(): void;
  schedule(): readonly StreamSchedule[];
  backfill(workspaceId: string, accountId: string, untilAt: number): Result<null>;
  cancelBackfill(accountId: string): void;
  /** Fetches one stream back to a time and waits for the end: for refilling a gap. */
  backfillNow(workspaceId: string, accountId: string, stream: string, untilAt: number): Promise<void>;
  /** Calls back after each pull that brought something or found an account well again. */
  onPulled(listener: (workspaceId: string, accountId: string, outcome: IngestOutcome | null) => void): void;
  lastSyncAt(): number | null;
}

interface Entry {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly stream: StreamDescriptor;
  /** Monotonic. */
  dueAt: number;
}

export interface SyncEngineOptions {
  readonly registry: ConnectorRegistry;
  readonly links: AccountLinks;
  readonly board: HealthBoard;
  readonly connectivity: Connectivity;
  readonly random: () => number;
  readonly activeWorkspaces: () => readonly { readonly id: string; readonly name: string }[];
  /** Files of messages that were deleted. */
  readonly removeMedia: (workspaceId: string, hashes: readonly string[]) => void;
}

const tickMs = 500;

export function createSyncEngine(deps: ServiceDeps, options: SyncEngineOptions): SyncEngine {
  const { registry, links, board, connectivity, random } = options;
  const { clock } = deps;
  const entries = new Map<string, Entry>();
  const running = new Map<string, Promise<void>>();
  const wakes = new Map<string, () => void>();
  const listeners: ((workspaceId: string, accountId: string, outcome: IngestOutcome | null) => void)[] = [];
  const stopping = new AbortController();
  let cancelTick: (() => void) | undefined;
  let visible: string | null = null;
  let lastSyncAt: number | null = null;
  let lastTick = { wall: clock.now(), mono: clock.monotonic() };

  const keyOf = (accountId: string, stream: string): string => `${accountId} ${stream}`;
  const accountsOf = (workspaceId: string): readonly AccountRecord[] => {
    const file = deps.files.open(workspaceId);
    return file.ok ? listAccounts(file.value) : [];
  };
  const announce = (workspaceId: string, accountId: string): void => {
    deps.emit('channels:changed', { workspaceId, accountId });
    deps.emit('sync:changed', { isOnline: connectivity.reason() === 'none', lastSyncAt });
  };

  function refreshAccounts(): void {
    const wanted = new Set<string>();
    for (const { id: workspaceId } of options.activeWorkspaces()) {
      for (const account of accountsOf(workspaceId)) {
        const manifest = registry.manifest(account.network);
        if (account.state !== 'connected' || !manifest) continue;
        for (const stream of manifest.streams) {
          const key = keyOf(account.id, stream.id);
          wanted.add(key);
          if (!entries.has(key)) {
            entries.set(key, { workspaceId, accountId: account.id, stream, dueAt: clock.monotonic() + random() * 300 });
          }
        }
        if (!wakes.has(account.id)) void listen(workspaceId, account);
      }
    }
    for (const [key, entry] of entries) {
      if (wanted.has(key)) continue;
      entries.delete(key);
      wakes.get(entry.accountId)?.();
      wakes.delete(entry.accountId);
      backfills.cancel(entry.accountId);
    }
  }

  /** Opens the network's own stream as a wake-up; the next poll does the work. */
  async function listen(workspaceId: string, account: AccountRecord): Promise<void> {
    wakes.set(account.id, () => {});
    const opened = await links.open(workspaceId, account);
    if (!opened.ok || !opened.value.wake || !wakes.has(account.id)) return;
    wakes.set(
      account.id,
      opened.value.wake((stream) => {
        const entry = entries.get(keyOf(account.id, stream));
        if (entry) entry.dueAt = Math.min(entry.dueAt, clock.monotonic());
      }),
    );
  }

  function tick(): void {
    const now = { wall: clock.now(), mono: clock.monotonic() };
    const jump = Math.abs(now.wall - lastTick.wall - (now.mono - lastTick.mono));
    if (jump > sleepJumpMs || now.mono - lastTick.mono > sleepJumpMs) resume();
    lastTick = now;
    if (!connectivity.isSwitchedOff()) {
      const due = [...entries.values()]
        .filter(
          (entry) =>
            entry.dueAt <= now.mono && !running.has(entry.accountId) && !deps.storage.isPaused(entry.workspaceId),
        )
        .toSorted((a, b) => Number(b.workspaceId === visible) - Number(a.workspaceId === visible) || a.dueAt - b.dueAt);
      for (const entry of due) {
        if (running.size >= maxParallelAccounts) break;
        if (!running.has(entry.accountId)) void runAccount(entry);
      }
    }
    cancelTick = clock.after(tickMs, tick);
  }

  function runAccount(entry: Entry, report?: SyncReport): Promise<void> {
    const work = pullEntry(entry, report)
      .catch((error: unknown) => {
        // What could not even be written down as failed; the other accounts go on.
        const { error: told } = crashed(error, entry.workspaceId, entry.accountId, entry.stream.id);
        report?.failed.push({ accountId: entry.accountId, reason: told.networkCode ?? told.kind });
        entry.dueAt = clock.monotonic() + retryBackoff.maxMs;
      })
      .finally(() => running.delete(entry.accountId));
    running.set(entry.accountId, work);
    return work;
  }

  async function pullEntry(entry: Entry, report?: SyncReport): Promise<void> {
    const { workspaceId, accountId, stream } = entry;
    if (deps.storage.isPaused(workspaceId)) {
      report?.failed.push({ accountId, reason: 'storage' });
      return;
    }
    const file = deps.files.open(workspaceId);
    const account = file.ok ? findAccount(file.value, accountId) : undefined;
    if (!file.ok || !account || account.state !== 'connected') {
      report?.failed.push({ accountId, reason: account?.stateReason ?? account?.state ?? 'not_found' });
      entries.delete(keyOf(accountId, stream.id));
      return;
    }
    if (board.set(accountId, { isSyncing: true })) announce(workspaceId, accountId);
    const opened = await links.open(workspaceId, account);
    const turn = opened.ok
      ? await pullStream(deps, file.value, account, opened.value, stream.id, stopping.signal).catch((error: unknown) =>
          crashed(error, workspaceId, accountId, stream.id),
        )
      : opened;
    if (stopping.signal.aborted) return;
    if (!turn.ok) {
      failed(file.value, entry, turn.error);
      report?.failed.push({
        accountId,
        reason: turn.error.networkCode === keychainUnavailable ? keychainUnavailable : turn.error.kind,
      });
      return;
    }
    const { outcome, hasMore, isFirst } = turn.value;
    lastSyncAt = clock.now();
    const wasWaiting = board.get(accountId).waitReason !== null;
    board.set(accountId, { isSyncing: false, waitReason: null, waitsUntil: null, lastSyncAt });
    entry.dueAt = clock.monotonic() + (hasMore ? 0 : pollMs(file.value, entry));
    if (report) {
      report.added += outcome.added;
      report.changed += outcome.changed;
      report.deleted += outcome.deleted;
    }
    publish(workspaceId, accountId, outcome, isFirst);
    if (wasWaiting || outcome.touched.size > 0)
      for (const listener of listeners) listener(workspaceId, accountId, outcome);
    announce(workspaceId, accountId);
    if (clock.now() - account.capabilitiesAt > capabilitiesAgeMs && opened.ok)
      await refreshCapabilities(file.value, account);
    if (hasMore && report) await pullEntry(entry, report);
  }

  const crashed = (
    error: unknown,
    workspaceId: string,
    accountId: string,
    stream: string,
  ): { ok: false; error: ConnectorError } => {
    const trouble = deps.storage.report(error, workspaceId);
    deps.logger.error('sync.crashed', {
      accountId,
      stream,
      errorName: error instanceof Error ? error.name : 'unknown',
    });
    return { ok: false, error: { kind: 'transient', networkCode: trouble ? 'storage' : 'crashed' } };
  };

  async function refreshCapabilities(db: WorkspaceDb, account: AccountRecord): Promise<void> {
    const opened = await links.open(db.workspaceId, account);
    const read = opened.ok ? await opened.value.capabilities(stopping.signal) : opened;
    if (!read.ok) return;
    const context = writeContext(deps, null);
    inTransaction(db, () =>
      updateAccount(db, context, account.id, { capabilities: read.value, capabilitiesAt: context.at }),
    );
  }

  function pollMs(db: WorkspaceDb, entry: Entry): number {
    const state = findStream(db, entry.accountId, entry.stream.id);
    const isBusy = entry.workspaceId === visible || clock.now() - (state?.lastEventAt ?? 0) < busyForMs;
    const base = isBusy ? entry.stream.busyPollMs : entry.stream.idlePollMs;
    return base * (0.9 + random() * 0.2);
  }

  function failed(db: WorkspaceDb, entry: Entry, error: ConnectorError): void {
    const { workspaceId, accountId, stream } = entry;
    const context = writeContext(deps, null);
    const isKeychain = error.networkCode === keychainUnavailable;
    if (error.kind === 'auth_revoked' || error.kind === 'auth_expired' || error.kind === 'account_blocked') {
      inTransaction(db, () =>
        updateAccount(db, context, accountId, {
          state: error.kind === 'account_blocked' ? 'blocked' : 'reconnect_needed',
          stateReason: error.networkCode ?? error.kind,
        }),
      );
      links.close(accountId);
      board.set(accountId, { isSyncing: false, waitReason: null, waitsUntil: null });
      refreshAccounts();
      announce(workspaceId, accountId);
      return;
    }
    const failures = (findStream(db, accountId, stream.id)?.failures ?? 0) + 1;
    const delay = Math.ceil(Math.max(error.retryAfterMs ?? 0, equalJitterMs(failures, retryBackoff, random)));
    try {
      saveStream(db, accountId, stream.id, { failures });
    } catch {
      // A full disk must not stop the other accounts; the count is only for the pause.
      deps.logger.warn('sync.failure_not_saved', { accountId, stream: stream.id });
    }
    const dueAt = clock.monotonic() + delay;
    // What one stream met, the account's other streams would meet too.
    for (const other of entries.values()) {
      if (other.accountId === accountId) other.dueAt = Math.max(other.dueAt, dueAt);
    }
    board.set(accountId, {
      isSyncing: false,
      waitReason: isKeychain ? keychainUnavailable : error.kind,
      waitsUntil: clock.now() + delay,
    });
    announce(workspaceId, accountId);
  }

  function publish(workspaceId: string, accountId: string, outcome: IngestOutcome, isFirst: boolean): void {
    options.removeMedia(workspaceId, outcome.orphans);
    if (outcome.touched.size > 0) {
      deps.emit('conversations:changed', { workspaceId, conversationIds: [...outcome.touched] });
      for (const conversationId of outcome.touched) deps.emit('messages:changed', { workspaceId, conversationId });
      deps.emit('workspaces:changed', { workspaceId });
    }
    for (const itemId of outcome.settled) deps.emit('outbox:changed', { workspaceId, itemId });
    deps.emit('coverage:changed', { workspaceId, accountId });
    if (isFirst) return;
    const workspaceName = options.activeWorkspaces().find((one) => one.id === workspaceId)?.name ?? '';
    const newest = new Map(outcome.arrived.map((message) => [message.conversationId, message]));
    for (const message of newest.values()) {
      if (message.createdAt < clock.now() - notifyForMs) continue;
      deps.emit('notification:message', {
        workspaceId,
        workspaceName,
        conversationId: message.conversationId,
        contactName: message.contactName,
        preview: message.preview,
      });
    }
  }

  function resume(): void {
    links.resetBudgets();
    for (const entry of entries.values()) entry.dueAt = clock.monotonic() + random() * resumeSpreadMs;
    for (const [accountId] of board.all()) board.set(accountId, { waitReason: null, waitsUntil: null });
  }

  const backfills = createBackfills(deps, {
    registry,
    links,
    publish: (workspaceId, accountId, outcome) => publish(workspaceId, accountId, outcome, true),
    ended: announce,
  });

  return {
    start() {
      refreshAccounts();
      cancelTick = clock.after(0, tick);
    },
    async stop() {
      cancelTick?.();
      stopping.abort();
      for (const cancel of wakes.values()) cancel();
      backfills.cancelAll();
      await Promise.allSettled(running.values());
    },
    async syncNow(workspaceId, accountId) {
      refreshAccounts();
      const report: SyncReport = { added: 0, changed: 0, deleted: 0, failed: [] };
      if (connectivity.isSwitchedOff()) return ok(report);
      const wanted = [...entries.values()].filter(
        (entry) =>
          (workspaceId === null || entry.workspaceId === workspaceId) &&
          (accountId === null || entry.accountId === accountId),
      );
      const byAccount = new Map<string, Entry[]>();
      for (const entry of wanted) byAccount.set(entry.accountId, [...(byAccount.get(entry.accountId) ?? []), entry]);
      await Promise.all(
        [...byAccount.values()].map(async (list) => {
          for (const entry of list) {
            await running.get(entry.accountId);
            await runAccount(entry, report);
          }
        }),
      );
      return ok(report);
    },
    setVisible(workspaceId) {
      if (workspaceId === visible) return;
      visible = workspaceId;
      for (const entry of entries.values()) {
        if (entry.workspaceId !== workspaceId || board.get(entry.accountId).waitReason !== null) continue;
        entry.dueAt = Math.min(entry.dueAt, clock.monotonic() + entry.stream.busyPollMs);
      }
    },
    refreshAccounts,
    resume,
    schedule: () =>
      [...entries.values()].map((entry) => ({
        workspaceId: entry.workspaceId,
        accountId: entry.accountId,
        stream: entry.stream.id,
        nextPullAt: Math.round(clock.now() + Math.max(0, entry.dueAt - clock.monotonic())),
      })),
    backfill(workspaceId, accountId, untilAt) {
      void backfills
        .run(workspaceId, accountId, untilAt, null)
        .catch((error: unknown) => crashed(error, workspaceId, accountId, 'backfill'));
      return ok(null);
    },
    backfillNow: (workspaceId, accountId, stream, untilAt) => backfills.run(workspaceId, accountId, untilAt, stream),
    cancelBackfill: (accountId) => backfills.cancel(accountId),
    onPulled: (listener) => void listeners.push(listener),
    lastSyncAt: () => lastSyncAt,
  };
}
