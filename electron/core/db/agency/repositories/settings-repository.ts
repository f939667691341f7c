import { eq } from 'drizzle-orm';
import type { AgencyDb } from '../agency-db';
import { meta, settings } from '../schema';

export const readMeta = (db: AgencyDb, key: string): string | undefined =>
  db.orm.select().from(meta).where(eq(meta.key, key)).get()?.value;

export function writeMeta(db: AgencyDb, key: string, value: string): void {
  db.orm.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
}

/** All settings as stored; the service fills in defaults. */
export const readSettings = (db: AgencyDb): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    db.orm
      .select()
      .from(settings)
      .all()
      .map((row) => [row.key, (row.value as { readonly value: unknown }).value]),
  );

export function writeSetting(db: AgencyDb, key: string, value: unknown, at: number): void {
  // A JSON column stores SQL NULL for null, which the table refuses: wrap every value.
  const stored = { value };
  db.orm
    .insert(settings)
    .values({ key, value: stored, updatedAt: at })
    .onConflictDoUpdate({ target: settings.key, set: { value: stored, updatedAt: at } })
    .run();
}
