import { eq } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { notes } from '../schema';
import { logChange, type WorkspaceDb } from '../workspace-db';

export type NoteRecord = typeof notes.$inferSelect;

export function insertNote(db: WorkspaceDb, context: WriteContext, record: NoteRecord): void {
  db.orm.insert(notes).values(record).run();
  logChange(db, context, 'notes', record.id, '*');
}

export const findNote = (db: WorkspaceDb, id: string): NoteRecord | undefined =>
  db.orm.select().from(notes).where(eq(notes.id, id)).get();

/** Deletes a note, or brings it back with null. */
export function setNoteDeleted(db: WorkspaceDb, context: WriteContext, id: string, deletedAt: number | null): void {
  db.orm.update(notes).set({ deletedAt, updatedAt: context.at }).where(eq(notes.id, id)).run();
  logChange(db, context, 'notes', id, 'deleted_at');
}
