import type { ChannelLink, PullPage } from '../connectors/core/types';
import type { ConnectorResult } from '../connectors/core/errors';
import { findStream, saveStream, type AccountRecord } from '../db/workspace/repositories/account-repository';
import { listStreamCoverage, replaceStreamCoverage } from '../db/workspace/repositories/coverage-repository';
import { inTransaction, scrubLog, type WorkspaceDb } from '../db/workspace/workspace-db';
import { writeContext, type ServiceDeps } from '../services/deps';
import { addComplete, addGap, type CoverageSpan } from '@shared/domain/coverage';
import { applyEvents, emptyOutcome, type IngestOutcome } from '../services/messages/ingest';
import { maxPagesPerTurn } from './limits';

export interface PullTurn {
  readonly outcome: IngestOutcome;
  /** True where more pages wait. */
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}

/**
 * Pulls a stream from its cursor: page by page, each with its rows, its cursor and its coverage in one transaction.
 * `direction` backward follows the backfill cursor instead.
 */
export async function pullStream(
  deps: ServiceDeps,
  db: WorkspaceDb,
  account: AccountRecord,
  link: ChannelLink,
  stream: string,
  signal: AbortSignal,
  direction: 'forward' | { readonly untilAt: number } = 'forward',
): Promise<ConnectorResult<PullTurn>> {
  const outcome = emptyOutcome();
  const isFirst = (findStream(db, account.id, stream)?.lastPullAt ?? null) === null;
  for (let pages = 0; pages < maxPagesPerTurn; pages += 1) {
    const state = findStream(db, account.id, stream);
    let page: ConnectorResult<PullPage>;
    if (direction === 'forward') page = await link.pull(stream, state?.cursor ?? null, signal);
    else if (link.backfill)
      page = await link.backfill(stream, state?.backfillCursor ?? null, direction.untilAt, signal);
    else return { ok: false, error: { kind: 'unsupported' } };
    if (!page.ok) return page;
    if (signal.aborted) return { ok: false, error: { kind: 'transient', networkCode: 'cancelled' } };
    applyPage(deps, db, account, stream, page.value, direction === 'forward' ? 'cursor' : 'backfillCursor', outcome);
    if (!page.value.hasMore) return { ok: true, value: { outcome, hasMore: false, isFirst } };
    // Lets a person's writes in between two pages.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return { ok: true, value: { outcome, hasMore: true, isFirst } };
}

function applyPage(
  deps: ServiceDeps,
  db: WorkspaceDb,
  account: AccountRecord,
  stream: string,
  page: PullPage,
  cursorColumn: 'cursor' | 'backfillCursor',
  outcome: IngestOutcome,
): void {
  const context = writeContext(deps, null);
  const deletedBefore = outcome.deleted;
  inTransaction(db, () => {
    const before = outcome.added;
    applyEvents(db, context, deps.newId, account, page.events, outcome);
    saveStream(db, account.id, stream, {
      [cursorColumn]: page.cursor,
      lastPullAt: context.at,
      ...(outcome.added > before ? { lastEventAt: context.at } : {}),
    });
    saveCoverage(deps, db, account.id, stream, page);
  });
  if (outcome.deleted > deletedBefore) scrubLog(db);
}

function saveCoverage(deps: ServiceDeps, db: WorkspaceDb, accountId: string, stream: string, page: PullPage): void {
  if (page.covered === null && page.gaps.length === 0) return;
  const known = listStreamCoverage(db, accountId, stream);
  let spans: readonly CoverageSpan[] = known;
  if (page.covered) spans = addComplete(spans, page.covered.fromAt, page.covered.toAt);
  for (const gap of page.gaps) spans = addGap(spans, gap);
  const idOf = (span: CoverageSpan): string =>
    known.find((old) => old.gapReason === span.gapReason && old.toAt >= span.fromAt && old.fromAt <= span.toAt)?.id ??
    deps.newId();
  const used = new Set<string>();
  replaceStreamCoverage(
    db,
    accountId,
    stream,
    spans.map((span) => {
      const wanted = idOf(span);
      const id = used.has(wanted) ? deps.newId() : wanted;
      used.add(id);
      return { ...span, id, accountId, stream };
    }),
  );
}
