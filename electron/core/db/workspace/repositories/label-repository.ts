import { eq, inArray, isNull } from 'drizzle-orm';
import { fold } from '@shared/domain/fold';
import type { WriteContext } from '../../write-context';
import { conversationLabels, labels } from '../schema';
import { logChange, type WorkspaceDb } from '../workspace-db';

export type LabelRecord = typeof labels.$inferSelect;

export const listLabels = (db: WorkspaceDb): readonly LabelRecord[] =>
  db.orm.select().from(labels).where(isNull(labels.deletedAt)).orderBy(labels.folded).all();

export const findLabelByName = (db: WorkspaceDb, name: string): LabelRecord | undefined =>
  db.orm
    .select()
    .from(labels)
    .where(eq(labels.folded, fold(name)))
    .get();

/** Finds a label by its folded name, or makes it. */
export function ensureLabel(
  db: WorkspaceDb,
  context: WriteContext,
  makeId: () => string,
  name: string,
  colour: string,
): LabelRecord {
  const known = findLabelByName(db, name);
  if (known) return known;
  const record: LabelRecord = {
    id: makeId(),
    name,
    folded: fold(name),
    colour,
    updatedAt: context.at,
    deletedAt: null,
  };
  db.orm.insert(labels).values(record).run();
  logChange(db, context, 'labels', record.id, '*');
  return record;
}

/** Label ids of each conversation asked for. */
export function labelIdsOf(
  db: WorkspaceDb,
  conversationIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const rows = db.orm
    .select()
    .from(conversationLabels)
    .where(inArray(conversationLabels.conversationId, [...conversationIds]))
    .all();
  const byConversation = new Map<string, string[]>(conversationIds.map((id) => [id, []]));
  for (const row of rows) byConversation.get(row.conversationId)?.push(row.labelId);
  return byConversation;
}

/** Sets exactly these labels on a conversation. */
export function setConversationLabels(
  db: WorkspaceDb,
  context: WriteContext,
  conversationId: string,
  labelIds: readonly string[],
): void {
  db.orm.delete(conversationLabels).where(eq(conversationLabels.conversationId, conversationId)).run();
  for (const labelId of labelIds) {
    db.orm.insert(conversationLabels).values({ conversationId, labelId }).onConflictDoNothing().run();
  }
  logChange(db, context, 'conversation_labels', conversationId, '*');
}
