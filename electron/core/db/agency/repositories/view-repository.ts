import { asc, eq, isNull } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { logAgencyChange, type AgencyDb } from '../agency-db';
import { savedViews } from '../schema';

export type SavedViewRecord = typeof savedViews.$inferSelect;

export const listViews = (db: AgencyDb): readonly SavedViewRecord[] =>
  db.orm.select().from(savedViews).where(isNull(savedViews.deletedAt)).orderBy(asc(savedViews.position)).all();

export function saveView(db: AgencyDb, context: WriteContext, record: SavedViewRecord): void {
  const { id, ...rest } = record;
  db.orm.insert(savedViews).values(record).onConflictDoUpdate({ target: savedViews.id, set: rest }).run();
  logAgencyChange(db, context, 'saved_views', id, '*');
}

export function removeView(db: AgencyDb, context: WriteContext, id: string): void {
  db.orm.update(savedViews).set({ deletedAt: context.at, updatedAt: context.at }).where(eq(savedViews.id, id)).run();
  logAgencyChange(db, context, 'saved_views', id, 'deleted_at');
}
