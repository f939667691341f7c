import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connector } from '../../electron/core/connectors/sandbox';
import { connectorSuite, type SuiteBrand, type SuiteCustomer, type SuiteWorld, type Written } from './suite';
import { testContext, tinyPng } from './suite/tools';

/** Reads the network's file with SQL of its own, by no code of the app. */
const openFile = (networkDir: string) => {
  const db = new Database(join(networkDir, 'network.db'), { readonly: true, fileMustExist: true });
  return {
    rows: <Row>(sql: string, ...values: string[]): Row[] => db.prepare<string[], Row>(sql).all(...values),
    number: (sql: string, ...values: string[]): number =>
      Number(
        db
          .prepare(sql)
          .pluck()
          .get(...values) ?? 0,
      ),
    close: () => db.close(),
  };
};

const startWorld = async (): Promise<SuiteWorld> => {
  const networkDir = mkdtempSync(join(tmpdir(), 'sandbox-suite-'));
  const context = testContext(networkDir);
  const run = async (name: string, input: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const result = await connector.operations?.[`sandbox.${name}`]?.run(input, context);
    if (!result?.ok) throw new Error(`sandbox.${name}: ${JSON.stringify(result?.error)}`);
    return result.value as Record<string, unknown>;
  };
  const handles = ['lale', 'nord'] as const;
  for (const handle of handles) await connector.signIn('local', { handle }, context, new AbortController().signal);
  const file = openFile(networkDir);
  const ownerOf = (written: Written): string => {
    const table = written.remoteId.startsWith('p') ? 'posts' : 'messages';
    const [row] = file.rows<{ handle: string }>(
      `SELECT a.handle AS handle FROM ${table} t JOIN accounts a ON a.id = t.account_id WHERE t.id = ?`,
      written.remoteId,
    );
    return row?.handle ?? '';
  };

  const brand = (handle: string): SuiteBrand => ({
    handle,
    flow: 'token',
    fields: { handle },
    post: async (text) => ({ remoteId: String((await run('post', { account: handle, text })).postId) }),
    replyOutside: async (to, text) => {
      const [row] = file.rows<{ id: string }>('SELECT conversation_id AS id FROM messages WHERE id = ?', to.remoteId);
      const answer = { conversationId: row?.id, inReplyTo: to.remoteId, text };
      return { remoteId: String((await run('answerAsBrand', answer)).messageId) };
    },
  });

  const customer = (handle: string): SuiteCustomer => {
    const write = async (input: Record<string, unknown>): Promise<Written> => ({
      remoteId: String((await run('writeAs', { customer: handle, ...input })).messageId),
    });
    const under = (to: Written): Record<string, unknown> => ({
      account: ownerOf(to),
      ...(to.remoteId.startsWith('p') ? { postId: to.remoteId } : { inReplyTo: to.remoteId }),
    });
    return {
      handle,
      comment: (to, text) => write({ kind: 'comment', text, ...under(to) }),
      mention: (to, text) => write({ kind: 'mention', text: `@${to.handle} ${text}`, account: to.handle }),
      quote: (post, text) => write({ kind: 'mention', text, ...under(post) }),
      direct: (to, text) => write({ kind: 'direct', text, account: to.handle }),
      picture: (post, text, alt) => {
        const images = [{ base64: tinyPng.toString('base64'), mime: 'image/png', alt }];
        return write({ kind: 'comment', text, images, ...under(post) });
      },
      edit: async (message, text) => void (await run('edit', { messageId: message.remoteId, text })),
      remove: async (message) => void (await run('delete', { messageId: message.remoteId })),
    };
  };

  const byBrand = `FROM messages m JOIN accounts a ON a.id = m.author_account_id
    JOIN conversations c ON c.id = m.conversation_id JOIN customers u ON u.id = c.customer_id
    WHERE a.handle = ? AND m.deleted_at IS NULL`;
  const flag = (name: string, message: Written): boolean =>
    file.number(`SELECT ${name} FROM messages WHERE id = ?`, message.remoteId) === 1;
  const relation = (name: string, to: SuiteBrand, person: SuiteCustomer): boolean =>
    file.number(
      `SELECT ${name} FROM relations r JOIN accounts a ON a.id = r.account_id JOIN customers u ON u.id = r.customer_id
       WHERE a.handle = ? AND u.handle = ?`,
      to.handle,
      person.handle,
    ) === 1;
  const generation = (): number => file.number('SELECT generation FROM accounts WHERE handle = ?', handles[0]);
  let generationBefore = 0;

  return {
    brands: [brand(handles[0]), brand(handles[1])],
    customers: [customer('ada'), customer('tom')],
    networkDir,
    reader: {
      replies: async (of) =>
        file
          .rows<{ id: string; text: string; inReplyTo: string | null }>(
            `SELECT m.id AS id, m.text AS text, m.in_reply_to AS inReplyTo ${byBrand} AND m.is_direct = 0`,
            of.handle,
          )
          .map(({ id, text, inReplyTo }) => ({
            text,
            inReplyTo,
            links: text.match(/https?:\/\/\S+/g) ?? [],
            tags: [...text.matchAll(/#(\p{L}+)/gu)].map((match) => match[1] ?? ''),
            alts: file
              .rows<{ alt: string }>('SELECT alt FROM attachments WHERE message_id = ? ORDER BY position', id)
              .map(({ alt }) => alt),
          })),
      directFrom: async (of, person) =>
        file
          .rows<{ text: string }>(
            `SELECT m.text AS text ${byBrand} AND m.is_direct = 1 AND u.handle = ?`,
            of.handle,
            person.handle,
          )
          .map(({ text }) => text),
      isLiked: async (_of, message) => flag('is_liked', message),
      isHidden: async (_of, message) => flag('is_hidden', message),
      isMuted: async (of, person) => relation('is_muted', of, person),
      isBlocked: async (of, person) => relation('is_blocked', of, person),
      reportsAgainst: async (message) =>
        file.number('SELECT count(*) FROM reports WHERE message_id = ?', message.remoteId),
      // Each conversation is marked on its own here; the newest is the one that a case just opened.
      unread: async (of) =>
        file.number(
          `SELECT seen_at IS NULL FROM conversations c JOIN accounts a ON a.id = c.account_id
           WHERE a.handle = ? ORDER BY c.rowid DESC LIMIT 1`,
          of.handle,
        ),
    },
    faults: {
      down: async () => void (await run('fail', { mode: 'unreachable' })),
      up: async () => void (await run('heal')),
      loseSendAnswer: async () => void (await run('fail', { what: 'send', mode: 'lost_answer', count: 1 })),
      expireToken: async (of) => {
        generationBefore = generation();
        await run('expireToken', { account: of.handle });
      },
      renewals: async () => generation() - generationBefore,
      revoke: async (of) => void (await run('expireToken', { account: of.handle, refreshable: false })),
      throttle: async (seconds) =>
        void (await run('fail', { mode: 'rate_limited', count: 1, retryAfterMs: seconds * 1000 })),
      serverError: async () => void (await run('fail', { mode: 'server_error', count: 1 })),
      reset: async () => void (await run('heal')),
    },
    settle: async () => {},
    stop: async () => {
      file.close();
      rmSync(networkDir, { recursive: true, force: true });
    },
  };
};

connectorSuite({
  name: 'Sandbox network in this process',
  connector,
  tooLongText: 'a'.repeat(501),
  unserved: {
    'wrong secret': 'a person needs no secret to sign in here',
    html: 'nothing is parsed: no HTTP lies between the app and this network',
    cut: 'nothing is parsed: no HTTP lies between the app and this network',
  },
  start: startWorld,
});
