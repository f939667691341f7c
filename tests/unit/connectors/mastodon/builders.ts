import { connector } from '../../../../electron/core/connectors/mastodon';
import { connectorOk } from '../../../../electron/core/connectors/core/errors';
import { createHttp } from '../../../../electron/core/connectors/core/http';
import type { ChannelLink, ReplyTarget } from '../../../../electron/core/connectors/core/types';
import { status as statusSchema, type Status } from '../../../../electron/core/connectors/mastodon/schemas';
import type { Reader } from '../../../../electron/core/connectors/mastodon/status-text';
import { silentLogger, type LogFields } from '../../../../electron/core/ports/logger';
import { manualClock, type ManualClock } from '../../../support/core/manual-clock';

export const reader: Reader = { accountId: '1', handle: 'brand@here.example', domain: 'here.example' };
export const server = 'https://here.example';
export const signal = new AbortController().signal;

/** People by name: `1` is the brand; a name with a domain lives elsewhere. */
const ids: Readonly<Record<string, string>> = { brand: '1', ada: '2', can: '3', 'june@elsewhere.example': '4' };

export const account = (acct: string): Record<string, unknown> => ({
  id: ids[acct] ?? `9${acct.length}`,
  acct,
  display_name: acct === 'ada' ? 'Ada Kılıç' : '',
  url: acct.includes('@') ? `https://elsewhere.example/@${acct.split('@')[0]}` : `${server}/@${acct}`,
});

export const mentionOf = (acct: string): Record<string, unknown> => {
  const { id, url } = account(acct);
  return { id, acct, username: acct.split('@')[0], url };
};

/** A mention as the reference server writes it. */
export const mentionHtml = (acct: string): string => {
  const { url } = mentionOf(acct);
  return `<span class="h-card" translate="no"><a href="${String(url)}" class="u-url mention">@<span>${acct.split('@')[0]}</span></a></span>`;
};

let counter = 1_000;
export const startAt = Date.UTC(2026, 10, 20, 9);

/** A status as the server writes it, newest last. */
export function aStatus(
  author: string,
  html: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> & { readonly id: string } {
  counter += 1;
  return {
    id: String(counter),
    created_at: new Date(startAt + counter * 1_000).toISOString(),
    edited_at: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    content: `<p>${html}</p>`,
    spoiler_text: '',
    visibility: 'public',
    url: `${server}/@${author}/${counter}`,
    account: account(author),
    mentions: [],
    media_attachments: [],
    replies_count: 0,
    ...more,
  };
}

export const inReplyTo = (parent: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  in_reply_to_id: parent['id'],
  in_reply_to_account_id: (parent['account'] as { id: string }).id,
});

export const parsed = (raw: unknown): Status => statusSchema.parse(raw);

export const aNotification = (id: string, status: unknown, type = 'mention'): Record<string, unknown> => ({
  id,
  type,
  created_at: new Date(startAt + Number(id) * 1_000).toISOString(),
  account: account('ada'),
  status,
});

export const json = (value: unknown, more: ResponseInit = {}): Response =>
  new Response(JSON.stringify(value), { status: 200, headers: { 'content-type': 'application/json' }, ...more });

export interface SeenCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

export interface ScriptedLink {
  readonly link: ChannelLink;
  readonly clock: ManualClock;
  readonly calls: readonly SeenCall[];
  readonly warnings: readonly LogFields[];
}

/** A connected account whose server is a function. `traits`: what the server is known to do. */
export function linkTo(
  answer: (call: SeenCall) => Response | Promise<Response>,
  traits: Partial<Readonly<Record<'keepsKeys' | 'blursDirect' | 'hasQuotes', boolean>>> = {},
): ScriptedLink {
  const clock = manualClock(startAt + 3_600_000);
  const calls: SeenCall[] = [];
  const warnings: LogFields[] = [];
  const credential = JSON.stringify({
    v: 1,
    server,
    token: 'secret-token',
    clientId: null,
    clientSecret: null,
    traits: { keepsKeys: true, blursDirect: false, hasQuotes: false, ...traits },
  });
  const transport = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
    const request = input as Request;
    const url = new URL(request.url);
    const call = { method: request.method, url, headers: request.headers, body: await request.text() };
    calls.push(call);
    return answer(call);
  };
  const link = connector.connect(
    {
      accountId: 'a',
      workspaceId: 'w',
      remoteId: reader.accountId,
      handle: reader.handle,
      serviceUrl: server,
      capabilities: connector.manifest.capabilities,
    },
    { get: async () => connectorOk(credential), set: async () => connectorOk(null) },
    {
      clock,
      fetch: createHttp({ clock, transport }),
      logger: { ...silentLogger, warn: (_event, fields) => void warnings.push(fields ?? {}) },
      random: () => 0.5,
      networkDir: '',
    },
  );
  return { link, clock, calls, warnings };
}

/** The person of the conversation is Ada. */
export const targetOf = (raw: Readonly<Record<string, unknown>>, more: Partial<ReplyTarget> = {}): ReplyTarget => ({
  conversationRemoteId: `thread:${String(raw['id'])}:2`,
  kind: 'mention',
  visibility: 'public',
  contact: { remoteId: '2', handle: 'ada@here.example', displayName: 'Ada', url: null },
  message: {
    remoteId: String(raw['id']),
    data: { visibility: 'public', to: ['ada'], notificationId: null },
  },
  ...more,
});
