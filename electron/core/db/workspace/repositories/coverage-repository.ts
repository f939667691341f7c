import { and, asc, eq } from 'drizzle-orm';
import { coverageSpans } from '../schema';
import type { WorkspaceDb } from '../workspace-db';

export type CoverageRecord = typeof coverageSpans.$inferSelect;

export const listCoverage = (db: WorkspaceDb): readonly CoverageRecord[] =>
  db.orm
    .select()
    .from(coverageSpans)
    .orderBy(asc(coverageSpans.accountId), asc(coverageSpans.stream), asc(coverageSpans.fromAt))
    .all();

export const listStreamCoverage = (db: WorkspaceDb, accountId: string, stream: string): readonly CoverageRecord[] =>
  db.orm
    .select()
    .from(coverageSpans)
    .where(and(eq(coverageSpans.accountId, accountId), eq(coverageSpans.stream, stream)))
    .orderBy(asc(coverageSpans.fromAt))
    .all();

export const findCoverage = (db: WorkspaceDb, id: string): CoverageRecord | undefined =>
  db.orm.select().from(coverageSpans).where(eq(coverageSpans.id, id)).get();

/** Replaces the ledger of one stream by what the rules of `sync/coverage.ts` made of it. */
export function replaceStreamCoverage(
  db: WorkspaceDb,
  accountId: string,
  stream: string,
  records: readonly CoverageRecord[],
): void {
  db.orm
    .delete(coverageSpans)
    .where(and(eq(coverageSpans.accountId, accountId), eq(coverageSpans.stream, stream)))
    .run();
  for (const record of records) db.orm.insert(coverageSpans).values(record).run();
}
