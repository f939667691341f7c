// A person on the AT Protocol network, by plain HTTP and without any code of the product: a customer who writes, or an
// independent reader of what a brand has posted.

export interface RecordRef {
  readonly uri: string;
  readonly cid: string;
}

export interface PostRecord {
  readonly text: string;
  readonly createdAt: string;
  readonly reply?: { readonly root: RecordRef; readonly parent: RecordRef };
  readonly facets?: readonly unknown[];
  readonly embed?: { readonly $type: string; readonly images?: readonly { readonly alt: string }[] };
}

export interface SeenNotification {
  readonly uri: string;
  readonly cid: string;
  readonly reason: string;
  readonly author: { readonly did: string; readonly handle: string };
  readonly record: PostRecord;
}

export interface SeenMessage {
  readonly id: string;
  readonly text: string;
  readonly sender: { readonly did: string };
  readonly sentAt: string;
}

interface SignIn {
  readonly handle: string;
  readonly password: string;
}

const CHAT_SERVICE = { 'atproto-proxy': 'did:web:api.bsky.chat#bsky_chat' };

const call = async <Answer>(
  baseUrl: string,
  method: 'GET' | 'POST',
  nsid: string,
  options: {
    token?: string;
    query?: Readonly<Record<string, string>>;
    body?: unknown;
    headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> => {
  const query = options.query === undefined ? '' : `?${new URLSearchParams(options.query).toString()}`;
  const response = await fetch(`${baseUrl}/xrpc/${nsid}${query}`, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${nsid} answered ${response.status}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
};

const mentionFacet = (text: string, handle: string, did: string): unknown => {
  const start = Buffer.byteLength(text.slice(0, text.indexOf(`@${handle}`)));
  const index = { byteStart: start, byteEnd: start + Buffer.byteLength(`@${handle}`) };
  return { index, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] };
};

/** Signs in with the account's password and returns what that person can do. */
export async function signInAtproto(baseUrl: string, account: SignIn) {
  const session = await call<{ did: string; accessJwt: string }>(baseUrl, 'POST', 'com.atproto.server.createSession', {
    body: { identifier: account.handle, password: account.password },
  });
  const token = session.accessJwt;
  const { did } = session;
  const get = <Answer>(
    nsid: string,
    query: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => call<Answer>(baseUrl, 'GET', nsid, { token, query, ...(headers === undefined ? {} : { headers }) });
  const post = <Answer>(nsid: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    call<Answer>(baseUrl, 'POST', nsid, { token, body, ...(headers === undefined ? {} : { headers }) });
  const create = (collection: string, record: object): Promise<RecordRef> =>
    post<RecordRef>('com.atproto.repo.createRecord', {
      repo: did,
      collection,
      record: { $type: collection, createdAt: new Date().toISOString(), ...record },
    });
  const split = (uri: string) => {
    const [, , repo = '', collection = '', rkey = ''] = uri.split('/');
    return { repo, collection, rkey };
  };
  const readRecord = (uri: string) => get<RecordRef & { value: PostRecord }>('com.atproto.repo.getRecord', split(uri));
  const convoWith = async (otherDid: string): Promise<string> =>
    (await get<{ convo: { id: string } }>('chat.bsky.convo.getConvoForMembers', { members: otherDid }, CHAT_SERVICE))
      .convo.id;

  return {
    did,
    handle: account.handle,
    /** A post of one's own; `mention` names people whose `@handle` stands in the text. */
    write: (text: string, mention: readonly { handle: string; did: string }[] = []): Promise<RecordRef> =>
      create('app.bsky.feed.post', {
        text,
        ...(mention.length === 0
          ? {}
          : { facets: mention.map((person) => mentionFacet(text, person.handle, person.did)) }),
      }),
    /** Answers a post, in its thread. */
    reply: async (parent: RecordRef, text: string): Promise<RecordRef> => {
      const root = (await readRecord(parent.uri)).value.reply?.root ?? parent;
      return create('app.bsky.feed.post', { text, reply: { root, parent: { uri: parent.uri, cid: parent.cid } } });
    },
    quote: (target: RecordRef, text: string): Promise<RecordRef> =>
      create('app.bsky.feed.post', {
        text,
        embed: { $type: 'app.bsky.embed.record', record: { uri: target.uri, cid: target.cid } },
      }),
    like: (target: RecordRef): Promise<RecordRef> =>
      create('app.bsky.feed.like', { subject: { uri: target.uri, cid: target.cid } }),
    follow: (otherDid: string): Promise<RecordRef> => create('app.bsky.graph.follow', { subject: otherDid }),
    remove: (uri: string): Promise<unknown> => post<unknown>('com.atproto.repo.deleteRecord', split(uri)),
    /** The record as its author's server holds it. */
    readRecord,
    /** Everything of one kind in somebody's repository, newest first, read from the PDS itself. */
    listRecords: async (repo: string, collection = 'app.bsky.feed.post') => {
      const found: (RecordRef & { value: PostRecord })[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const query = { repo, collection, limit: '100', ...(cursor === '' ? {} : { cursor }) };
        const page: { records: typeof found; cursor?: string } = await get('com.atproto.repo.listRecords', query);
        found.push(...page.records);
        cursor = page.records.length === 0 ? undefined : page.cursor;
      }
      return found;
    },
    notifications: async (): Promise<readonly SeenNotification[]> =>
      (await get<{ notifications: SeenNotification[] }>('app.bsky.notification.listNotifications', { limit: '100' }))
        .notifications,
    /** Sends a direct message and returns it. */
    message: async (otherDid: string, text: string): Promise<SeenMessage> =>
      post<SeenMessage>(
        'chat.bsky.convo.sendMessage',
        { convoId: await convoWith(otherDid), message: { text } },
        CHAT_SERVICE,
      ),
    /** Direct messages with somebody, newest first. */
    messagesWith: async (otherDid: string): Promise<readonly SeenMessage[]> => {
      const query = { convoId: await convoWith(otherDid), limit: '100' };
      return (await get<{ messages: SeenMessage[] }>('chat.bsky.convo.getMessages', query, CHAT_SERVICE)).messages;
    },
    /** Any other call, for what a test needs once. */
    get,
    post,
  };
}

export type AtprotoPerson = Awaited<ReturnType<typeof signInAtproto>>;
