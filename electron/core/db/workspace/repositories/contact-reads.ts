import type { Contact } from '@shared/contract/views';
import { fold } from '@shared/domain/fold';
import type { Sqlite } from '../../open';

export interface ContactPosition {
  readonly lastSeenAt: number;
  readonly id: string;
}

type Row = Omit<Contact, 'workspaceId' | 'identities'>;

const columns = `c.id, c.name, c.note, c.language, c.first_seen_at AS firstSeenAt, c.last_seen_at AS lastSeenAt,
  (SELECT count(*) FROM conversations v WHERE v.contact_id = c.id AND v.deleted_at IS NULL) AS conversationCount`;

/** Contacts, last seen first, whose folded name or handle holds `query`. */
export function listContacts(
  db: Sqlite,
  workspaceId: string,
  query: string,
  position: ContactPosition | null,
  limit: number,
): readonly Contact[] {
  const where = ['c.deleted_at IS NULL'];
  const values: (string | number)[] = [];
  const folded = fold(query).replace(/[%_]/g, '').replace(/^@/, '').trim();
  if (folded !== '') {
    where.push('c.search_text LIKE ?');
    values.push(`%${folded}%`);
  }
  if (position) {
    where.push('(c.last_seen_at, c.id) < (?, ?)');
    values.push(position.lastSeenAt, position.id);
  }
  const rows = db
    .prepare<(string | number)[], Row>(
      `SELECT ${columns} FROM contacts c WHERE ${where.join(' AND ')} ORDER BY c.last_seen_at DESC, c.id DESC LIMIT ?`,
    )
    .all(...values, limit);
  return rows.map((row) => ({ ...row, workspaceId, identities: identitiesOf(db, row.id) }));
}

/** One contact; follows a merge to the contact that it went into. */
export function getContact(db: Sqlite, workspaceId: string, id: string): Contact | undefined {
  const row = db
    .prepare<[string], Row & { mergedInto: string | null }>(
      `SELECT ${columns}, c.merged_into AS mergedInto FROM contacts c WHERE c.id = ?`,
    )
    .get(id);
  if (!row) return undefined;
  const { mergedInto, ...contact } = row;
  if (mergedInto !== null) return getContact(db, workspaceId, mergedInto);
  return { ...contact, workspaceId, identities: identitiesOf(db, id) };
}

const identitiesOf = (db: Sqlite, contactId: string): Contact['identities'] =>
  db
    .prepare<[string], Contact['identities'][number]>(
      `SELECT network, remote_id AS remoteId, handle, display_name AS displayName, url FROM contact_identities
       WHERE contact_id = ? ORDER BY network, handle`,
    )
    .all(contactId);
