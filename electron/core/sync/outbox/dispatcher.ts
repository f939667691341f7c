import type { BrandIdentities } from '@shared/domain/brand-check';
import { equalJitterMs } from '../../connectors/core/backoff';
import type { ConnectorError } from '../../connectors/core/errors';
import { retryBackoff } from '../../connectors/core/limits';
import type { ConnectorRegistry } from '../../connectors/core/registry';
import type { ChannelLink, OutgoingImage, RemoteContact } from '../../connectors/core/types';
import { findAccount, updateAccount, type AccountRecord } from '../../db/workspace/repositories/account-repository';
import {
  hasEarlierWaiting,
  listByState,
  listDueOutboxItems,
  findOutboxItem,
  type OutboxRecord,
} from '../../db/workspace/repositories/outbox-repository';
import { inTransaction, scrubLog, type WorkspaceDb } from '../../db/workspace/workspace-db';
import { writeContext, type ServiceDeps } from '../../services/deps';
import { keychainUnavailable, type AccountLinks } from '../account-links';
import type { Connectivity } from '../connectivity';
import { applyEvents, emptyOutcome } from '../../services/messages/ingest';
import { checkStored, checkThread, endsByItself } from '../../services/outbox/holds';
import { settle } from './settle';
import { arrivedBefore, bindingOf, comparable, outgoingOf } from '../../services/outbox/target';
import { createTransitions } from './transitions';

/** Sends what waits: one item at a time per account, in order per conversation, accounts beside each other. */
export interface OutboxDispatcher {
  start(): void;
  /**
   * Takes over what a former process, or a full disk, left half done: `sending` without a call under way becomes
   * `unknown` and is read back, never resent blindly.
   */
  takeOver(): void;
  stop(): Promise<void>;
  /** Something may be due: a new item, a recall, a connection that came back. */
  nudge(): void;
  /** Items held because of the account or the keychain are queued again. */
  releaseFor(workspaceId: string, accountId: string | null): void;
  /** Reads an unknown item back now; resolves when it was looked at. */
  checkNow(workspaceId: string, itemId: string): Promise<void>;
  /** Sends what is due now and waits for the end, also where the dispatcher was not started. */
  flush(): Promise<void>;
  /** Resolves when nothing is due and nothing is under way. */
  idle(): Promise<void>;
}

export interface DispatcherOptions {
  readonly registry: ConnectorRegistry;
  readonly links: AccountLinks;
  readonly connectivity: Connectivity;
  readonly random: () => number;
  readonly activeWorkspaceIds: () => readonly string[];
  readonly brands: () => readonly BrandIdentities[];
  readonly images: (db: WorkspaceDb, messageId: string) => Promise<readonly OutgoingImage[]>;
  /** Files of messages that turned out to be deleted. */
  readonly removeMedia: (workspaceId: string, hashes: readonly string[]) => void;
  /** Tells sync that an account turned out to need a new login. */
  readonly accountChanged: (workspaceId: string, accountId: string) => void;
}

const tickMs = 400;

export function createOutboxDispatcher(deps: ServiceDeps, options: DispatcherOptions): OutboxDispatcher {
  const { links, registry, connectivity, random } = options;
  const { clock } = deps;
  const moves = createTransitions(deps);
  const busy = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let cancelTick: (() => void) | undefined;
  let isTakenOver = false;
  let isStarted = false;

  const files = (): readonly WorkspaceDb[] =>
    options.activeWorkspaceIds().flatMap((id) => {
      const file = deps.files.open(id);
      return file.ok ? [file.value] : [];
    });

  function dispatchDue(): void {
    if (stopping.signal.aborted || connectivity.isSwitchedOff()) return;
    for (const db of files()) {
      if (deps.storage.isPaused(db.workspaceId)) continue;
      for (const item of dueOf(db)) if (!busy.has(item.accountId)) run(db, item);
    }
  }
  function tick(): void {
    cancelTick?.();
    if (stopping.signal.aborted) return;
    dispatchDue();
    cancelTick = clock.after(tickMs, tick);
  }
  function takeOver(): void {
    isTakenOver = true;
    for (const db of files()) {
      try {
        for (const item of listByState(db, ['sending'])) {
          if (!busy.has(item.accountId)) moves.unknown(db, item, clock.now() + settleMsOf(db, item));
        }
      } catch (error) {
        // It stays `sending`, which nobody sends, until the disk is well or the next start.
        deps.storage.report(error, db.workspaceId);
      }
    }
  }
  function dueOf(db: WorkspaceDb): readonly OutboxRecord[] {
    try {
      return listDueOutboxItems(db, clock.now()).filter((item) => !hasEarlierWaiting(db, item));
    } catch (error) {
      deps.storage.report(error, db.workspaceId);
      deps.logger.error('outbox.read_failed', { workspaceId: db.workspaceId, errorName: nameOf(error) });
      return [];
    }
  }
  function run(db: WorkspaceDb, item: OutboxRecord): void {
    const work = (item.state === 'unknown' ? settleItem(db, item) : attempt(db, item))
      .catch((error: unknown) => crashed(db, item, error))
      .finally(() => busy.delete(item.accountId));
    busy.set(item.accountId, work);
  }
  /** An error of our own or of the disk: what was `sending` may have arrived, so it is read back. */
  function crashed(db: WorkspaceDb, item: OutboxRecord, error: unknown): void {
    deps.logger.error('outbox.crashed', { itemId: item.id, errorName: nameOf(error) });
    deps.storage.report(error, db.workspaceId);
    try {
      const now = findOutboxItem(db, item.id);
      if (now?.state === 'sending') moves.unknown(db, now, clock.now() + settleMsOf(db, now));
      else if (now?.state === 'queued') moves.wait(db, now, clock.now() + pauseMs(now, undefined), 'storage');
    } catch {
      // The disk refuses this too: `takeOver` finds it once there is room, or at the next start.
    }
  }
  const pauseMs = (item: OutboxRecord, error: ConnectorError | undefined): number =>
    Math.ceil(Math.max(error?.retryAfterMs ?? 0, equalJitterMs(item.attempts, retryBackoff, random)));
  const settleMsOf = (db: WorkspaceDb, item: OutboxRecord): number => {
    const account = findAccount(db, item.accountId);
    return (account && registry.manifest(account.network)?.settleMs) ?? 5_000;
  };

  async function attempt(db: WorkspaceDb, item: OutboxRecord): Promise<void> {
    const account = findAccount(db, item.accountId);
    const bound = bindingOf(db, item);
    const stored = checkStored(item, db.workspaceId, account, bound, options.brands());
    if (stored || !account || !bound) {
      moves.hold(db, item, stored ?? { reason: 'account_removed', details: null });
      return;
    }
    const opened = await links.open(db.workspaceId, account);
    if (!opened.ok) return refused(db, item, account, opened.error);
    const link = opened.value;

    const thread = await link.readThread(bound.target, stopping.signal);
    if (!thread.ok && thread.error.kind !== 'target_gone') return refused(db, item, account, thread.error);
    if (thread.ok) ingest(db, account, thread.value.events);
    const earlier = arrivedBefore(db, item);
    if (earlier) {
      moves.sent(db, item, earlier);
      return;
    }
    const isGone = !thread.ok || thread.value.isTargetGone;
    const changed = checkThread(db, item, bindingOf(db, item) ?? bound, isGone);
    if (changed) {
      moves.hold(db, item, changed);
      return;
    }
    const own = await link.listOwn(bound.target, stopping.signal);
    if (!own.ok) return refused(db, item, account, own.error);
    const baseline = own.value
      .filter((message) => comparable(message.text) === comparable(item.text))
      .map((message) => message.remoteId);

    // Last of all, so that nothing stands between this answer and the call.
    const identity = await link.identify(stopping.signal);
    if (!identity.ok) return refused(db, item, account, identity.error);
    if (!isSame(identity.value, item, account)) {
      moves.hold(db, item, { reason: 'identity_mismatch', details: { identity: identity.value.handle } });
      return;
    }
    const images = await options.images(db, item.messageId);
    if (stopping.signal.aborted || connectivity.isSwitchedOff()) return;
    if (!moves.begin(db, item, baseline)) return;
    await send(db, item, account, link, images);
  }

  const isSame = (identity: RemoteContact, item: OutboxRecord, account: AccountRecord): boolean =>
    identity.remoteId === item.accountRemoteId && identity.remoteId === account.remoteId;

  async function send(
    db: WorkspaceDb,
    item: OutboxRecord,
    account: AccountRecord,
    link: ChannelLink,
    images: readonly OutgoingImage[],
  ): Promise<void> {
    const bound = bindingOf(db, item);
    const sending = findOutboxItem(db, item.id);
    if (!bound || sending?.state !== 'sending') return;
    const outcome = await link.send(outgoingOf(sending, bound.target, images), stopping.signal);
    if (outcome.kind === 'sent') moves.sent(db, sending, outcome.message);
    else if (outcome.kind === 'unknown')
      moves.unknown(db, sending, clock.now() + settleMsOf(db, sending), { errorReason: outcome.error.kind });
    else refused(db, sending, account, outcome.error);
  }

  /** The network refused, or could not be reached: surely not sent. */
  function refused(db: WorkspaceDb, item: OutboxRecord, account: AccountRecord, error: ConnectorError): void {
    if (stopping.signal.aborted) return;
    if (error.networkCode === keychainUnavailable) {
      backToQueue(db, item);
      moves.hold(db, item, { reason: 'keychain_unavailable', details: null });
      return;
    }
    switch (error.kind) {
      case 'unreachable':
      case 'transient':
      case 'garbage':
      case 'rate_limited':
        moves.wait(db, item, clock.now() + pauseMs(item, error), error.kind);
        return;
      case 'auth_expired':
      case 'auth_revoked':
      case 'account_blocked': {
        const isBlocked = error.kind === 'account_blocked';
        const context = writeContext(deps, null);
        inTransaction(db, () =>
          updateAccount(db, context, account.id, {
            state: isBlocked ? 'blocked' : 'reconnect_needed',
            stateReason: error.networkCode ?? error.kind,
          }),
        );
        links.close(account.id);
        options.accountChanged(db.workspaceId, account.id);
        backToQueue(db, item);
        moves.hold(db, item, { reason: isBlocked ? 'account_blocked' : 'account_disconnected', details: null });
        return;
      }
      case 'window_closed':
      case 'too_long':
      case 'target_gone':
        backToQueue(db, item);
        moves.hold(db, item, { reason: error.kind === 'target_gone' ? 'target_deleted' : error.kind, details: null });
        return;
      case 'unknown_outcome':
        moves.unknown(db, item, clock.now() + settleMsOf(db, item));
        return;
      default:
        moves.fail(db, item, error.kind);
    }
  }
  const backToQueue = (db: WorkspaceDb, item: OutboxRecord): void => {
    if (item.state === 'sending') moves.wait(db, item, clock.now(), 'held');
  };

  function ingest(db: WorkspaceDb, account: AccountRecord, events: Parameters<typeof applyEvents>[4]): void {
    const outcome = emptyOutcome();
    const context = writeContext(deps, null);
    inTransaction(db, () => applyEvents(db, context, deps.newId, account, events, outcome));
    if (outcome.deleted > 0) scrubLog(db);
    options.removeMedia(db.workspaceId, outcome.orphans);
    if (outcome.touched.size === 0) return;
    deps.emit('conversations:changed', { workspaceId: db.workspaceId, conversationIds: [...outcome.touched] });
    for (const conversationId of outcome.touched)
      deps.emit('messages:changed', { workspaceId: db.workspaceId, conversationId });
  }

  async function settleItem(db: WorkspaceDb, item: OutboxRecord): Promise<void> {
    const account = findAccount(db, item.accountId);
    const bound = bindingOf(db, item);
    const manifest = account && registry.manifest(account.network);
    if (!account || !bound || !manifest || account.state !== 'connected') {
      moves.unknown(db, item, null);
      return;
    }
    const opened = await links.open(db.workspaceId, account);
    const next = clock.now() + Math.max(settleMsOf(db, item), pauseMs(item, opened.ok ? undefined : opened.error));
    if (!opened.ok) {
      moves.unknown(db, item, next);
      return;
    }
    const verdict = await settle(
      db,
      opened.value,
      manifest,
      item,
      outgoingOf(item, bound.target, []),
      clock.now(),
      stopping.signal,
    );
    if (stopping.signal.aborted) return;
    const fresh = findOutboxItem(db, item.id);
    if (fresh?.state !== 'unknown') return;
    switch (verdict.kind) {
      case 'arrived':
        moves.sent(db, fresh, verdict.message);
        return;
      case 'safe_to_resend':
        moves.requeue(db, fresh);
        nudge();
        return;
      case 'read_again':
        moves.unknown(db, fresh, next, { checks: fresh.checks + 1 });
        return;
      case 'ask_a_person':
        moves.unknown(db, fresh, null, { checks: fresh.checks + 1 });
    }
  }

  const nudge = (): void => {
    if (!isStarted || stopping.signal.aborted) return;
    cancelTick?.();
    cancelTick = clock.after(0, tick);
  };

  return {
    takeOver,
    start() {
      takeOver();
      isStarted = true;
      nudge();
    },
    async stop() {
      cancelTick?.();
      stopping.abort();
      await Promise.allSettled(busy.values());
    },
    nudge,
    releaseFor(workspaceId, accountId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return;
      if (deps.storage.isPaused(workspaceId)) return;
      for (const item of listByState(file.value, ['held'])) {
        const reason = [...endsByItself].find((one) => one === item.holdReason);
        if (reason && (accountId === null || item.accountId === accountId)) moves.requeue(file.value, item);
      }
      // Items whose outcome could not be read while the account was away are read now.
      for (const item of listByState(file.value, ['unknown'])) {
        if (item.nextAttemptAt === null && item.checks === 0) moves.unknown(file.value, item, clock.now());
      }
      nudge();
    },
    async checkNow(workspaceId, itemId) {
      const file = deps.files.open(workspaceId);
      const item = file.ok ? findOutboxItem(file.value, itemId) : undefined;
      if (!file.ok || item?.state !== 'unknown') return;
      await busy.get(item.accountId);
      run(file.value, item);
      await busy.get(item.accountId);
    },
    async flush() {
      if (!isTakenOver) takeOver();
      for (let rounds = 0; rounds < 1000; rounds += 1) {
        dispatchDue();
        if (busy.size === 0) return;
        await Promise.allSettled(busy.values());
      }
    },
    async idle() {
      for (;;) {
        await Promise.allSettled(busy.values());
        const waiting = files().filter((db) => !deps.storage.isPaused(db.workspaceId));
        if (busy.size === 0 && waiting.every((db) => dueOf(db).length === 0)) return;
        await new Promise<void>((resolve) => void clock.after(20, resolve));
      }
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
