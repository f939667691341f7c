import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Something that the core said was done. Texts occur once, so that each can be looked for. */
export interface Acknowledged {
  readonly kind: 'note' | 'staff' | 'draft' | 'reply' | 'resolved';
  /** The text or the name; for `resolved` the conversation's id. */
  readonly text: string;
}

const lookFor: Readonly<Record<Acknowledged['kind'], { readonly file: 'agency' | 'workspace'; readonly sql: string }>> =
  {
    note: { file: 'workspace', sql: 'SELECT count(*) FROM notes WHERE text = ? AND deleted_at IS NULL' },
    staff: { file: 'agency', sql: 'SELECT count(*) FROM staff WHERE name = ?' },
    draft: { file: 'workspace', sql: 'SELECT count(*) FROM drafts WHERE text = ?' },
    reply: {
      file: 'workspace',
      sql: "SELECT count(*) FROM outbox_items o JOIN messages m ON m.outbox_item_id = o.id WHERE o.text = ? AND m.text = o.text AND o.state IN ('queued','sending','sent','unknown')",
    },
    resolved: {
      file: 'workspace',
      sql: "SELECT count(*) FROM conversations WHERE id = ? AND status = 'resolved'",
    },
  };

const broken: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'an outbox item without its message',
    sql: 'SELECT count(*) FROM outbox_items o WHERE (SELECT count(*) FROM messages m WHERE m.outbox_item_id = o.id) <> 1',
  },
  {
    what: 'a draft that was sent and is still open',
    sql: 'SELECT count(*) FROM outbox_items o JOIN drafts d ON d.id = o.draft_id WHERE d.deleted_at IS NULL',
  },
  {
    what: 'a draft that was sent twice',
    sql: 'SELECT count(*) FROM (SELECT draft_id FROM outbox_items GROUP BY draft_id HAVING count(*) > 1)',
  },
  {
    what: 'a note that the change log does not know',
    sql: "SELECT count(*) FROM notes n WHERE NOT EXISTS (SELECT 1 FROM change_log c WHERE c.table_name = 'notes' AND c.row_id = n.id)",
  },
  {
    what: 'a message that the change log does not know',
    sql: "SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM change_log c WHERE c.table_name = 'messages' AND c.row_id = m.id)",
  },
];

/**
 * What is wrong with a profile that nobody has open: acknowledged work that is not there, rows that belong together and
 * are not, files that are damaged. Opening the files replays their logs, as the next start would.
 */
export function wrongIn(profileDir: string, workspaceId: string, work: readonly Acknowledged[]): readonly string[] {
  const problems: string[] = [];
  const open = (path: string): Database.Database => {
    const db = new Database(path);
    const verdict = db.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') problems.push(`${path}: ${String(verdict)}`);
    const foreign = db.pragma('foreign_key_check');
    if (Array.isArray(foreign) && foreign.length > 0) problems.push(`${path}: broken foreign keys`);
    return db;
  };
  const workspace = open(join(profileDir, 'workspaces', workspaceId, 'data.db'));
  const agency = open(join(profileDir, 'agency.db'));
  for (const id of existsSync(join(profileDir, 'networks')) ? readdirSync(join(profileDir, 'networks')) : []) {
    open(join(profileDir, 'networks', id, 'network.db')).close();
  }
  const count = (db: Database.Database, sql: string, ...values: string[]): number =>
    Number(
      db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  for (const { kind, text } of work) {
    const { file, sql } = lookFor[kind];
    if (count(file === 'agency' ? agency : workspace, sql, text) !== 1) problems.push(`lost: ${kind} ${text}`);
  }
  for (const { what, sql } of broken) if (count(workspace, sql) > 0) problems.push(what);
  try {
    // Compares the index with the texts, both ways.
    workspace.exec("INSERT INTO messages_fts(messages_fts, rank) VALUES ('integrity-check', 1)");
  } catch {
    problems.push('the search index differs from the messages');
  }
  workspace.close();
  agency.close();
  return problems;
}
