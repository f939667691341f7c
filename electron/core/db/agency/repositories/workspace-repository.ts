import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { fold } from '@shared/domain/fold';
import type { PublicIdentity } from '@shared/contract/views';
import type { WriteContext } from '../../write-context';
import { logAgencyChange, type AgencyDb } from '../agency-db';
import { workspaceIdentities, workspaces } from '../schema';

export type WorkspaceRecord = typeof workspaces.$inferSelect;
export type WorkspaceEdit = Partial<
  Pick<
    WorkspaceRecord,
    'name' | 'colour' | 'monogram' | 'logo' | 'position' | 'timezone' | 'language' | 'recallMs' | 'archivedAt'
  >
>;

/** Workspaces that were not removed, in the order of the rail. */
export const listWorkspaces = (db: AgencyDb): readonly WorkspaceRecord[] =>
  db.orm
    .select()
    .from(workspaces)
    .where(isNull(workspaces.deletedAt))
    .orderBy(asc(workspaces.position), asc(workspaces.id))
    .all();

export const findWorkspace = (db: AgencyDb, id: string): WorkspaceRecord | undefined =>
  db.orm
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.id, id), isNull(workspaces.deletedAt)))
    .get();

export function insertWorkspace(db: AgencyDb, context: WriteContext, record: WorkspaceRecord): void {
  db.orm.insert(workspaces).values(record).run();
  logAgencyChange(db, context, 'workspaces', record.id, '*');
}

export function updateWorkspace(db: AgencyDb, context: WriteContext, id: string, edit: WorkspaceEdit): void {
  db.orm
    .update(workspaces)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(workspaces.id, id))
    .run();
  logAgencyChange(db, context, 'workspaces', id, Object.keys(edit).join(','));
}

export const nextPosition = (db: AgencyDb): number =>
  (db.orm
    .select({ top: sql<number | null>`max(${workspaces.position})` })
    .from(workspaces)
    .get()?.top ?? 0) + 1;

export interface IdentityRecord extends PublicIdentity {
  readonly workspaceId: string;
  readonly folded: string;
}

export const listIdentities = (db: AgencyDb): readonly IdentityRecord[] =>
  db.orm.select().from(workspaceIdentities).all();

/** Replaces all names of a client by the list that the person saw and edited. */
export function replaceIdentities(
  db: AgencyDb,
  context: WriteContext,
  workspaceId: string,
  identities: readonly PublicIdentity[],
): void {
  db.orm.delete(workspaceIdentities).where(eq(workspaceIdentities.workspaceId, workspaceId)).run();
  for (const identity of identities) addIdentity(db, context, workspaceId, identity, false);
  logAgencyChange(db, context, 'workspace_identities', workspaceId, '*');
}

/** Adds one name; the same folded name again changes nothing. */
export function addIdentity(
  db: AgencyDb,
  context: WriteContext,
  workspaceId: string,
  identity: PublicIdentity,
  isFromNetwork: boolean,
): void {
  db.orm
    .insert(workspaceIdentities)
    .values({
      id: `${workspaceId}:${identity.kind}:${fold(identity.value)}`,
      workspaceId,
      kind: identity.kind,
      value: identity.value,
      folded: fold(identity.value),
      isFromNetwork,
      updatedAt: context.at,
    })
    .onConflictDoNothing()
    .run();
}
