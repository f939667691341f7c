import { asc, eq, isNull } from 'drizzle-orm';
import type { WriteContext } from '../../write-context';
import { logAgencyChange, type AgencyDb } from '../agency-db';
import { staff } from '../schema';

export type StaffRecord = typeof staff.$inferSelect;

export const listStaff = (db: AgencyDb): readonly StaffRecord[] =>
  db.orm.select().from(staff).where(isNull(staff.deletedAt)).orderBy(asc(staff.createdAt), asc(staff.id)).all();

/** Inserts, or replaces the row of the same id. */
export function saveStaff(db: AgencyDb, context: WriteContext, record: StaffRecord): void {
  const { id, createdAt: _created, ...rest } = record;
  db.orm.insert(staff).values(record).onConflictDoUpdate({ target: staff.id, set: rest }).run();
  logAgencyChange(db, context, 'staff', id, '*');
}

export const findStaff = (db: AgencyDb, id: string): StaffRecord | undefined =>
  db.orm.select().from(staff).where(eq(staff.id, id)).get();
