import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const contacts = sqliteTable(
  'contacts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Folded name and handles, for searching. */
    searchText: text('search_text').notNull(),
    note: text('note').notNull(),
    language: text('language'),
    mergedInto: text('merged_into'),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (t) => [index('contacts_recent').on(t.lastSeenAt, t.id)],
);

export const contactIdentities = sqliteTable(
  'contact_identities',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    network: text('network').notNull(),
    serviceUrl: text('service_url').notNull(),
    remoteId: text('remote_id').notNull(),
    handle: text('handle').notNull(),
    displayName: text('display_name').notNull(),
    url: text('url'),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('contact_identities_remote').on(t.network, t.serviceUrl, t.remoteId),
    index('contact_identities_contact').on(t.contactId),
  ],
);
