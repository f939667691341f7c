// A person on a server with the Mastodon API, by plain HTTP and without any code of the product.

export interface SeenAccount {
  readonly id: string;
  readonly acct: string;
  readonly display_name: string;
}

export interface SeenStatus {
  readonly id: string;
  readonly content: string;
  readonly visibility: string;
  readonly created_at: string;
  readonly edited_at?: string | null;
  readonly in_reply_to_id: string | null;
  readonly url?: string | null;
  readonly account: SeenAccount;
  readonly mentions: readonly { readonly acct: string }[];
  readonly media_attachments: readonly {
    readonly id: string;
    readonly description?: string | null;
    readonly url: string | null;
  }[];
}

export interface SeenMastodonNotification {
  readonly id: string;
  readonly type: string;
  readonly account: SeenAccount;
  readonly status?: SeenStatus;
}

type Visibility = 'public' | 'unlisted' | 'private' | 'direct';

interface WriteOptions {
  readonly visibility?: Visibility;
  readonly inReplyTo?: string;
  readonly idempotencyKey?: string;
  readonly mediaIds?: readonly string[];
}

/** What a status says without its markup, as a reader sees it. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/<\/p>\s*<p>/gu, '\n\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&amp;/gu, '&')
    .trim();
}

/** What the holder of that token can do. */
export function mastodonPerson(baseUrl: string, token: string) {
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  const call = async <Answer>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const response = await ask(method, path, body, headers);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Answer;
  };

  return {
    /** The raw response, for headers and refusals. */
    ask,
    call,
    whoAmI: () => call<SeenAccount>('GET', '/api/v1/accounts/verify_credentials'),
    write: (text: string, options: WriteOptions = {}) =>
      call<SeenStatus>(
        'POST',
        '/api/v1/statuses',
        {
          status: text,
          visibility: options.visibility ?? 'public',
          ...(options.inReplyTo === undefined ? {} : { in_reply_to_id: options.inReplyTo }),
          ...(options.mediaIds === undefined ? {} : { media_ids: options.mediaIds }),
        },
        options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey },
      ),
    edit: (id: string, text: string) => call<SeenStatus>('PUT', `/api/v1/statuses/${id}`, { status: text }),
    remove: (id: string) => call<unknown>('DELETE', `/api/v1/statuses/${id}`),
    read: (id: string) => call<SeenStatus>('GET', `/api/v1/statuses/${id}`),
    thread: (id: string) =>
      call<{ ancestors: readonly SeenStatus[]; descendants: readonly SeenStatus[] }>(
        'GET',
        `/api/v1/statuses/${id}/context`,
      ),
    notifications: (query = 'limit=80') =>
      call<readonly SeenMastodonNotification[]>('GET', `/api/v1/notifications?${query}`),
    lookup: (acct: string) => call<SeenAccount>('GET', `/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`),
    /** Everything that an account has posted and that this person may see, newest first. */
    postsOf: (accountId: string) =>
      call<readonly SeenStatus[]>('GET', `/api/v1/accounts/${accountId}/statuses?limit=40`),
    conversations: () =>
      call<
        readonly { id: string; unread: boolean; accounts: readonly SeenAccount[]; last_status: SeenStatus | null }[]
      >('GET', '/api/v1/conversations?limit=40'),
    follow: (accountId: string) => call<unknown>('POST', `/api/v1/accounts/${accountId}/follow`),
    /** Uploads an image and waits until the server has processed it; returns its id. */
    upload: async (image: Blob, description: string): Promise<string> => {
      const form = new FormData();
      form.append('file', image, 'image.png');
      form.append('description', description);
      const { id } = await call<{ id: string }>('POST', '/api/v2/media', form);
      while ((await ask('GET', `/api/v1/media/${id}`)).status === 206);
      return id;
    },
  };
}

export type MastodonPerson = ReturnType<typeof mastodonPerson>;
