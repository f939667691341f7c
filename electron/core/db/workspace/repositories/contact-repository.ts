import { and, eq, sql } from 'drizzle-orm';
import { fold } from '@shared/domain/fold';
import type { WriteContext } from '../../write-context';
import { contactIdentities, contacts, conversations } from '../schema';
import { logChange, once, type WorkspaceDb } from '../workspace-db';

export type ContactRecord = typeof contacts.$inferSelect;
export type ContactIdentityRecord = typeof contactIdentities.$inferSelect;

export interface SeenContact {
  readonly network: string;
  readonly serviceUrl: string;
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly url: string | null;
  readonly at: number;
}

/** Finds or makes the contact behind a network identity, and keeps name, handle and last-seen time current. */
export function upsertContact(db: WorkspaceDb, context: WriteContext, makeId: () => string, seen: SeenContact): string {
  const known = once(db, 'findContactByRemote', () =>
    db.orm
      .select({ identity: contactIdentities, contact: contacts })
      .from(contactIdentities)
      .innerJoin(contacts, eq(contacts.id, contactIdentities.contactId))
      .where(
        and(
          eq(contactIdentities.network, sql.placeholder('network')),
          eq(contactIdentities.serviceUrl, sql.placeholder('serviceUrl')),
          eq(contactIdentities.remoteId, sql.placeholder('remoteId')),
        ),
      )
      .prepare(),
  ).get({ network: seen.network, serviceUrl: seen.serviceUrl, remoteId: seen.remoteId });
  const name = seen.displayName || seen.handle;
  if (!known) {
    const contactId = makeId();
    db.orm
      .insert(contacts)
      .values({
        id: contactId,
        name,
        searchText: fold(`${name} ${seen.handle}`),
        note: '',
        firstSeenAt: seen.at,
        lastSeenAt: seen.at,
        updatedAt: context.at,
      })
      .run();
    db.orm
      .insert(contactIdentities)
      .values({ id: makeId(), contactId, ...identityOf(seen), updatedAt: context.at })
      .run();
    logChange(db, context, 'contacts', contactId, '*');
    return contactId;
  }
  const { identity, contact } = known;
  if (identity.handle !== seen.handle || identity.displayName !== seen.displayName) {
    db.orm
      .update(contactIdentities)
      .set({ handle: seen.handle, displayName: seen.displayName, url: seen.url, updatedAt: context.at })
      .where(eq(contactIdentities.id, identity.id))
      .run();
    db.orm
      .update(contacts)
      .set({ name, searchText: fold(`${name} ${seen.handle}`), updatedAt: context.at })
      .where(eq(contacts.id, contact.id))
      .run();
    db.orm
      .update(conversations)
      .set({ contactName: name, contactHandle: seen.handle })
      .where(and(eq(conversations.contactId, contact.id), eq(conversations.contactRemoteId, seen.remoteId)))
      .run();
  }
  if (seen.at > contact.lastSeenAt || seen.at < contact.firstSeenAt) {
    db.raw
      .prepare('UPDATE contacts SET last_seen_at = ?, first_seen_at = ? WHERE id = ?')
      .run(Math.max(contact.lastSeenAt, seen.at), Math.min(contact.firstSeenAt, seen.at), contact.id);
  }
  return contact.id;
}

const identityOf = (seen: SeenContact): Omit<ContactIdentityRecord, 'id' | 'contactId' | 'updatedAt'> => ({
  network: seen.network,
  serviceUrl: seen.serviceUrl,
  remoteId: seen.remoteId,
  handle: seen.handle,
  displayName: seen.displayName,
  url: seen.url,
});

export const findContact = (db: WorkspaceDb, id: string): ContactRecord | undefined =>
  db.orm.select().from(contacts).where(eq(contacts.id, id)).get();

export function updateContact(
  db: WorkspaceDb,
  context: WriteContext,
  id: string,
  edit: Partial<Pick<ContactRecord, 'note' | 'language'>>,
): void {
  db.orm
    .update(contacts)
    .set({ ...edit, updatedAt: context.at })
    .where(eq(contacts.id, id))
    .run();
  logChange(db, context, 'contacts', id, Object.keys(edit).join(','));
}

/** Moves identities and conversations of one contact to another; the emptied one stays as a tombstone that names the other. */
export function mergeContact(db: WorkspaceDb, context: WriteContext, from: ContactRecord, into: ContactRecord): void {
  db.orm.update(contactIdentities).set({ contactId: into.id }).where(eq(contactIdentities.contactId, from.id)).run();
  db.orm.update(conversations).set({ contactId: into.id }).where(eq(conversations.contactId, from.id)).run();
  db.orm
    .update(contacts)
    .set({
      searchText: `${into.searchText} ${from.searchText}`,
      note: [into.note, from.note].filter(Boolean).join('\n'),
      firstSeenAt: Math.min(into.firstSeenAt, from.firstSeenAt),
      lastSeenAt: Math.max(into.lastSeenAt, from.lastSeenAt),
      updatedAt: context.at,
    })
    .where(eq(contacts.id, into.id))
    .run();
  db.orm
    .update(contacts)
    .set({ mergedInto: into.id, deletedAt: context.at, updatedAt: context.at })
    .where(eq(contacts.id, from.id))
    .run();
  logChange(db, context, 'contacts', from.id, 'merged_into');
}
