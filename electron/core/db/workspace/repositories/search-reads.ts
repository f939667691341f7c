import type { SearchHit } from '@shared/contract/views';
import { markHits, toFtsQuery, type SearchQuery } from '@shared/domain/search-query';
import type { Sqlite } from '../../open';

type Row = Omit<SearchHit, 'workspaceId' | 'marks' | 'isOutbound'> & { direction: string; seq: number };

/** A hit with its place in the order of time. */
export type SearchHitAt = SearchHit & { readonly seq: number };

const columns = `m.seq, m.id AS messageId, m.conversation_id AS conversationId, a.network, c.kind, c.status,
  c.contact_name AS contactName, c.contact_handle AS contactHandle, m.direction, m.text, m.created_at AS createdAt`;
const joins = 'JOIN conversations c ON c.id = m.conversation_id JOIN channel_accounts a ON a.id = m.account_id';

/** Newest messages that a query finds below `beforeSeq`. Ordered by time, not by rank: rank reads every posting. */
export function searchMessages(
  db: Sqlite,
  workspaceId: string,
  query: SearchQuery,
  beforeSeq: number | null,
  limit: number,
): readonly SearchHitAt[] {
  const where: string[] = ['m.deleted_at IS NULL', 'c.deleted_at IS NULL'];
  const values: (string | number | bigint)[] = [];
  const fts = toFtsQuery(query);
  const source = fts === null ? 'messages m' : 'messages_fts f JOIN messages m ON m.seq = f.rowid';
  if (fts !== null) {
    where.unshift('messages_fts MATCH ?');
    values.push(fts);
  }
  const filter = (clause: string, ...bound: (string | number)[]): void => {
    where.push(clause);
    values.push(...bound);
  };
  if (beforeSeq !== null) {
    where.push(fts === null ? 'm.seq < ?' : 'f.rowid < ?');
    values.push(BigInt(beforeSeq));
  }
  if (query.from !== null) {
    filter(
      'c.contact_id IN (SELECT id FROM contacts WHERE search_text LIKE ?)',
      `%${query.from.replace(/[%_]/g, '')}%`,
    );
    if (query.isOutbound === null) filter("m.direction = 'inbound'");
  }
  if (query.statuses.length > 0) filter(`c.status IN (${query.statuses.map(() => '?').join(', ')})`, ...query.statuses);
  if (query.kinds.length > 0) filter(`c.kind IN (${query.kinds.map(() => '?').join(', ')})`, ...query.kinds);
  if (query.isUnread) filter('c.unread_count > 0');
  if (query.isOutbound !== null) filter('m.direction = ?', query.isOutbound ? 'outbound' : 'inbound');
  if (query.network !== null) filter('a.network LIKE ?', `${query.network.replace(/[%_]/g, '')}%`);
  if (query.label !== null) {
    filter(
      'EXISTS (SELECT 1 FROM conversation_labels cl JOIN labels l ON l.id = cl.label_id WHERE cl.conversation_id = c.id AND l.folded = ?)',
      query.label,
    );
  }
  if (query.after !== null) filter('m.created_at >= ?', query.after);
  if (query.before !== null) filter('m.created_at < ?', query.before);
  const rows = db
    .prepare<(string | number | bigint)[], Row>(
      `SELECT ${columns} FROM ${source} ${joins} WHERE ${where.join(' AND ')}
       ORDER BY ${fts === null ? 'm.seq' : 'f.rowid'} DESC LIMIT ?`,
    )
    .all(...values, limit);
  return rows.map(({ direction, text, ...row }) => {
    const shown = excerpt(text, query);
    return { ...row, workspaceId, isOutbound: direction === 'outbound', text: shown, marks: markHits(shown, query) };
  });
}

const excerptLength = 280;

/** The part of a long message around its first hit. */
function excerpt(text: string, query: SearchQuery): string {
  if (text.length <= excerptLength) return text;
  const first = markHits(text.slice(0, 20_000), query)[0];
  const start = first === undefined || first.from < 120 ? 0 : first.from - 80;
  return `${start > 0 ? '…' : ''}${text.slice(start, start + excerptLength)}…`;
}
