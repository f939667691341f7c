import type { ParsedInputOf, OutputOf } from '@shared/contract';
import type { Contact, ConversationRow, OutboxItem, ThreadEntry } from '@shared/contract/views';
import { parseSearch } from '@shared/domain/search-query';
import { getContact, listContacts } from '../db/workspace/repositories/contact-reads';
import {
  countDesk,
  getListedConversation,
  labelsOf,
  listContactConversations,
  listConversations,
  type DeskCounts,
  type ListedConversation,
} from '../db/workspace/repositories/conversation-list';
import { getConversationDetails } from '../db/workspace/repositories/conversation-details';
import { getOutboxItem, listOutbox } from '../db/workspace/repositories/outbox-reads';
import { searchMessages, type SearchHitAt } from '../db/workspace/repositories/search-reads';
import {
  attachmentsOf,
  listRevisions,
  listThreadMessages,
  listThreadNotes,
  toThreadEntry,
} from '../db/workspace/repositories/thread-reads';
import { decodeCursor, encodeCursor } from './cursor';
import type { ReadDatabases } from './databases';
import { mergePages } from './merge';

/** Input of a read plus who asks and which workspaces that person may see (null: all). */
export type ReadInput<T> = T & { readonly staffId: string; readonly allowed: readonly string[] | null };

const withLabels = (dbs: ReadDatabases, rows: readonly ListedConversation[]): ConversationRow[] => {
  const byWorkspace = new Map<string, ListedConversation[]>();
  for (const row of rows) {
    const list = byWorkspace.get(row.workspaceId);
    if (list) list.push(row);
    else byWorkspace.set(row.workspaceId, [row]);
  }
  const labels = new Map<string, ConversationRow['labels']>();
  for (const [workspaceId, list] of byWorkspace) {
    const db = dbs.workspace(workspaceId);
    if (!db) continue;
    for (const [id, found] of labelsOf(
      db,
      list.map((row) => row.id),
    ))
      labels.set(id, [...found]);
  }
  return rows.map((row) => ({ ...row, labels: labels.get(row.id) ?? [] }));
};

const scope = (
  dbs: ReadDatabases,
  workspaceId: string | null,
  allowed: readonly string[] | null,
): readonly string[] => {
  const ids = workspaceId === null ? dbs.workspaceIds() : [workspaceId];
  return allowed === null ? ids : ids.filter((id) => allowed.includes(id));
};

/** Every read that a screen waits for. Runs on read-only connections, beside the writer. */
export const reads = {
  'conversations.list': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'conversations.list'>>,
  ): OutputOf<'conversations.list'> => {
    const at = decodeCursor(input.cursor);
    const position = at && { lastMessageAt: at.sortAt, id: at.id };
    const lists = scope(dbs, input.workspaceId, input.allowed).map((id) => {
      const db = dbs.workspace(id);
      return db ? listConversations(db, id, input.filter, input.staffId, position, input.limit) : [];
    });
    const page = mergePages(lists, (row) => row.lastMessageAt, input.limit);
    return { items: withLabels(dbs, page.items), nextCursor: page.nextCursor };
  },
  'conversations.get': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'conversations.get'>>,
  ): OutputOf<'conversations.get'> | null => {
    const db = dbs.workspace(input.workspaceId);
    const row = db && getListedConversation(db, input.workspaceId, input.conversationId);
    if (!db || !row) return null;
    const [labelled] = withLabels(dbs, [row]);
    const details = getConversationDetails(db, input.conversationId);
    return labelled && details ? { ...labelled, ...details } : null;
  },
  'desk.counts': (
    dbs: ReadDatabases,
    input: ReadInput<{ workspaceIds: readonly string[] | null }>,
  ): Record<string, DeskCounts> => {
    const counts: Record<string, DeskCounts> = {};
    for (const id of input.workspaceIds ?? dbs.workspaceIds()) {
      const db = dbs.workspace(id);
      if (db && (input.allowed === null || input.allowed.includes(id))) counts[id] = countDesk(db, input.staffId);
    }
    return counts;
  },
  'messages.list': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'messages.list'>>,
  ): OutputOf<'messages.list'> => {
    const db = dbs.workspace(input.workspaceId);
    if (!db) return { items: [], nextCursor: null };
    const at = decodeCursor(input.cursor);
    const rows = listThreadMessages(db, input.conversationId, at?.sortAt ?? null, input.limit);
    const files = attachmentsOf(
      db,
      rows.map((row) => row.id),
    );
    const oldest = rows.at(-1);
    const isEnd = rows.length < input.limit;
    const fromAt = isEnd || !oldest ? 0 : oldest.createdAt;
    const beforeAt = at ? Number(at.id) : Number.MAX_SAFE_INTEGER;
    const entries: ThreadEntry[] = rows
      .filter((row) => row.outboxState !== 'cancelled')
      .map((row) => toThreadEntry(row, files.get(row.id) ?? []));
    entries.push(...listThreadNotes(db, input.conversationId, fromAt, beforeAt));
    return {
      items: entries.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      nextCursor: isEnd || !oldest ? null : encodeCursor(oldest.seq, String(oldest.createdAt)),
    };
  },
  'messages.revisions': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'messages.revisions'>>,
  ): OutputOf<'messages.revisions'> => {
    const db = dbs.workspace(input.workspaceId);
    return db ? [...listRevisions(db, input.messageId)] : [];
  },
  'contacts.list': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'contacts.list'>>,
  ): OutputOf<'contacts.list'> => {
    const db = dbs.workspace(input.workspaceId);
    if (!db) return { items: [], nextCursor: null };
    const at = decodeCursor(input.cursor);
    const found = listContacts(
      db,
      input.workspaceId,
      input.query,
      at && { lastSeenAt: at.sortAt, id: at.id },
      input.limit,
    );
    return mergePages([found], (contact: Contact) => contact.lastSeenAt, input.limit);
  },
  'contacts.get': (dbs: ReadDatabases, input: ReadInput<ParsedInputOf<'contacts.get'>>): Contact | null => {
    const db = dbs.workspace(input.workspaceId);
    return (db && getContact(db, input.workspaceId, input.contactId)) ?? null;
  },
  'contacts.conversations': (
    dbs: ReadDatabases,
    input: ReadInput<ParsedInputOf<'contacts.conversations'>>,
  ): OutputOf<'contacts.conversations'> => {
    const db = dbs.workspace(input.workspaceId);
    if (!db) return { items: [], nextCursor: null };
    const at = decodeCursor(input.cursor);
    const rows = listContactConversations(
      db,
      input.workspaceId,
      input.contactId,
      at && { lastMessageAt: at.sortAt, id: at.id },
      input.limit,
    );
    const page = mergePages([rows], (row) => row.lastMessageAt, input.limit);
    return { items: withLabels(dbs, page.items), nextCursor: page.nextCursor };
  },
  'outbox.list': (dbs: ReadDatabases, input: ReadInput<ParsedInputOf<'outbox.list'>>): OutputOf<'outbox.list'> => {
    const at = decodeCursor(input.cursor);
    const states = input.states ?? (['queued', 'sending', 'held', 'failed', 'unknown'] as const);
    const lists = scope(dbs, input.workspaceId, input.allowed).map((id) => {
      const db = dbs.workspace(id);
      return db ? listOutbox(db, states, at && { queuedAt: at.sortAt, id: at.id }, input.limit) : [];
    });
    return mergePages(lists, (item: OutboxItem) => item.queuedAt, input.limit);
  },
  'outbox.get': (dbs: ReadDatabases, input: ReadInput<ParsedInputOf<'outbox.get'>>): OutboxItem | null => {
    const db = dbs.workspace(input.workspaceId);
    return (db && getOutboxItem(db, input.itemId)) ?? null;
  },
  'search.query': (dbs: ReadDatabases, input: ReadInput<ParsedInputOf<'search.query'>>): OutputOf<'search.query'> => {
    const query = parseSearch(input.query);
    const at = decodeCursor(input.cursor);
    const lists = scope(dbs, input.workspaceId, input.allowed).map((id) => {
      const db = dbs.workspace(id);
      return db ? searchMessages(db, id, query, at && at.sortAt + 1, input.limit + 1) : [];
    });
    // Row ids of two files may be equal: each file is asked up to and with the cursor's, and what was shown falls out.
    const hits = lists
      .flat()
      .map((hit) => ({ ...hit, id: hit.messageId ?? hit.conversationId }))
      .filter((hit) => at === null || hit.seq < at.sortAt || hit.id < at.id);
    const page = mergePages([hits], (hit: SearchHitAt) => hit.seq, input.limit);
    return {
      items: page.items.map(({ seq: _seq, id: _id, ...hit }) => hit),
      nextCursor: page.nextCursor,
      problems: [...query.problems],
    };
  },
} as const;

export type ReadName = keyof typeof reads;
export type ReadArgs<Name extends ReadName> = Parameters<(typeof reads)[Name]>[1];
export type ReadResult<Name extends ReadName> = ReturnType<(typeof reads)[Name]>;
