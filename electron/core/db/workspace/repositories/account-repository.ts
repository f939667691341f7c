import { and, asc, eq, isNull } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { channelAccounts, streams } from '../schema';
import { logChange, type WorkspaceDb } from '../workspace-db';

export type AccountRecord = typeof channelAccounts.$inferSelect;
export type StreamRecord = typeof streams.$inferSelect;

export const listAccounts = (db: WorkspaceDb): readonly AccountRecord[] =>
  db.orm
    .select()
    .from(channelAccounts)
    .where(isNull(channelAccounts.deletedAt))
    .orderBy(asc(channelAccounts.createdAt), asc(channelAccounts.id))
    .all();

export const findAccount = (db: WorkspaceDb, id: string): AccountRecord | undefined =>
  db.orm
    .select()
    .from(channelAccounts)
    .where(and(eq(channelAccounts.id, id), isNull(channelAccounts.deletedAt)))
    .get();

export const findAccountByRemote = (
  db: WorkspaceDb,
  network: string,
  serviceUrl: string,
  remoteId: string,
): AccountRecord | undefined =>
  db.orm
    .select()
    .from(channelAccounts)
    .where(
      and(
        eq(channelAccounts.network, network),
        eq(channelAccounts.serviceUrl, serviceUrl),
        eq(channelAccounts.remoteId, remoteId),
      ),
    )
    .get();

export function insertAccount(db: WorkspaceDb, context: WriteContext, record: AccountRecord): void {
  db.orm.insert(channelAccounts).values(record).run();
  logChange(db, context, 'channel_accounts', record.id, '*');
}

export function updateAccount(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<Omit<AccountRecord, 'id' | 'remoteId' | 'network'>>,
): void {
  db.orm
    .update(channelAccounts)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(channelAccounts.id, id))
    .run();
  logChange(db, context, 'channel_accounts', id, Object.keys(edit).join(','));
}

/** Remembers the rate budget; not a change that a team would share. */
export function saveBudget(db: WorkspaceDb, id: string, budget: Record<string, unknown>): void {
  db.orm.update(channelAccounts).set({ budget }).where(eq(channelAccounts.id, id)).run();
}

export const findStream = (db: WorkspaceDb, accountId: string, stream: string): StreamRecord | undefined =>
  db.orm
    .select()
    .from(streams)
    .where(and(eq(streams.accountId, accountId), eq(streams.stream, stream)))
    .get();

export const listStreams = (db: WorkspaceDb): readonly StreamRecord[] => db.orm.select().from(streams).all();

/** Saves the state of a stream; the caller does it in the transaction of the rows that it goes with. */
export function saveStream(
  db: WorkspaceDb,
  accountId: string,
  stream: string,
  edit: Partial<Omit<StreamRecord, 'accountId' | 'stream'>>,
): void {
  db.orm
    .insert(streams)
    .values({ accountId, stream, failures: 0, ...edit })
    .onConflictDoUpdate({ target: [streams.accountId, streams.stream], set: { failures: 0, ...edit } })
    .run();
}
