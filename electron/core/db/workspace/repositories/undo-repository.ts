import { eq, lt } from 'drizzle-orm';
import { undoEntries } from '../schema';
import type { WorkspaceDb } from '../workspace-db';

export type UndoRecord = typeof undoEntries.$inferSelect;

const keptMs = 24 * 60 * 60 * 1000;

/** Remembers what a change can be taken back to, and drops entries older than a day. */
export function insertUndo(db: WorkspaceDb, record: UndoRecord): void {
  db.orm
    .delete(undoEntries)
    .where(lt(undoEntries.createdAt, record.createdAt - keptMs))
    .run();
  db.orm.insert(undoEntries).values(record).run();
}

export const findUndo = (db: WorkspaceDb, id: string): UndoRecord | undefined =>
  db.orm.select().from(undoEntries).where(eq(undoEntries.id, id)).get();

export function markUndoUsed(db: WorkspaceDb, id: string, at: number): void {
  db.orm.update(undoEntries).set({ usedAt: at }).where(eq(undoEntries.id, id)).run();
}
