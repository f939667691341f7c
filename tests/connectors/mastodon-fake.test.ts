import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { consentMastodon } from '../servers/clients/mastodon-consent';
import { mastodonPerson, plainText, type MastodonPerson } from '../servers/clients/mastodon-person';
import { startMastodonFake, type MastodonFake } from '../servers/start';

const REDIRECT = 'http://127.0.0.1:9/callback';
const PNG = new Blob(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  { type: 'image/png' },
);

describe('the fake Mastodon server behind its API description', () => {
  let server: MastodonFake;
  let brand: MastodonPerson;
  let ada: MastodonPerson;
  let june: MastodonPerson;

  beforeAll(async () => {
    // An instance of its own: what is tried here, such as a clock moved on, would meet everybody on the shared one.
    server = await startMastodonFake({ own: true });
    brand = mastodonPerson(server.baseUrl, server.brands[0].token);
    ada = mastodonPerson(server.baseUrl, server.customers[0].token);
    june = mastodonPerson(server.baseUrl, server.customers[2].token);
  });
  afterEach(async () => {
    await server.faults.reset();
    await server.controls.clear();
    await server.controls.rateLimit();
  });
  afterAll(() => server?.stop());

  const linkOf = (response: Response, relation: string): string | undefined =>
    new RegExp(`<([^>]+)>; rel="${relation}"`, 'u').exec(response.headers.get('link') ?? '')?.[1];

  it('carries a mention to the brand and the answer back into the thread', async () => {
    const question = await ada.write('@northlight Grüße 👋 do you ship to Norway?\nhttps://example.com/a?b=1&c=2');
    const [heard] = await brand.notifications('types[]=mention');
    expect(heard?.status?.id).toBe(question.id);
    expect(plainText(question.content)).toContain('https://example.com/a?b=1&c=2');
    const answer = await brand.write('@ada We do.', { inReplyTo: question.id });
    expect((await ada.thread(question.id)).descendants.map((status) => status.id)).toEqual([answer.id]);
    expect((await ada.notifications())[0]?.status?.id).toBe(answer.id);
  });

  it('names people of other servers with their domain', async () => {
    await june.write('@northlight hello from elsewhere');
    expect((await brand.notifications())[0]?.account.acct).toBe('june@elsewhere.example');
  });

  it('gives the same status for the same idempotency key within the hour, and a new one after it', async () => {
    const idempotencyKey = randomUUID();
    const first = await brand.write('once', { idempotencyKey });
    expect((await brand.write('once', { idempotencyKey })).id).toBe(first.id);
    await server.controls.advance(3_600_001);
    expect((await brand.write('once', { idempotencyKey })).id).not.toBe(first.id);
  });

  it('walks forward with min_id and skips with since_id', async () => {
    const written: string[] = [];
    for (let index = 0; index < 5; index += 1) written.push((await ada.write(`@northlight ${index}`)).id);
    const all = await brand.notifications();
    const oldest = all.at(-1)?.id ?? '';
    const statusIds = async (query: string) => (await brand.notifications(query)).map((item) => item.status?.id);
    expect(await statusIds(`min_id=${oldest}&limit=2`)).toEqual([written[2], written[1]]);
    expect(await statusIds(`since_id=${oldest}&limit=2`)).toEqual([written[4], written[3]]);
  });

  it('pages conversations by the Link header and marks them read', async () => {
    for (let index = 0; index < 3; index += 1)
      await ada.write(`@northlight private ${index}`, { visibility: 'direct' });
    const seen: string[] = [];
    let next: string | undefined = `${server.baseUrl}/api/v1/conversations?limit=2`;
    while (next !== undefined) {
      const url: URL = new URL(next);
      const response = await brand.ask('GET', `${url.pathname}${url.search}`);
      seen.push(...((await response.json()) as { id: string }[]).map((conversation) => conversation.id));
      next = linkOf(response, 'next');
    }
    expect(new Set(seen).size).toBe(3);
    await brand.call('POST', `/api/v1/conversations/${seen[0]}/read`);
    expect((await brand.conversations()).filter((conversation) => conversation.unread)).toHaveLength(2);
  });

  it('keeps a direct status from everyone who is not in it', async () => {
    const secret = await ada.write('@northlight my street is Kirkegata 1', { visibility: 'direct' });
    await expect(june.read(secret.id)).rejects.toThrow('404');
  });

  it('keeps edits with their history and takes deleted statuses back', async () => {
    const status = await ada.write('@northlight first words');
    await ada.edit(status.id, '@northlight second words');
    const history = await brand.call<{ content: string }[]>('GET', `/api/v1/statuses/${status.id}/history`);
    expect(history.map((entry) => plainText(entry.content))).toEqual([
      '@northlight first words',
      '@northlight second words',
    ]);
    await ada.remove(status.id);
    await expect(brand.read(status.id)).rejects.toThrow('404');
    expect(await brand.notifications()).toEqual([]);
  });

  it('holds back strangers by the notification policy until they are accepted', async () => {
    await brand.call('PATCH', '/api/v2/notifications/policy', { for_not_following: 'filter' });
    await ada.write('@northlight hello from a stranger');
    expect(await brand.notifications()).toEqual([]);
    expect(await brand.notifications('include_filtered=true')).toHaveLength(1);
    const [request] = await brand.call<{ id: string }[]>('GET', '/api/v1/notifications/requests');
    await brand.call('POST', `/api/v1/notifications/requests/${request?.id}/accept`);
    expect(await brand.notifications()).toHaveLength(1);
  });

  it('processes an image while the client asks again, and attaches it with its description', async () => {
    const mediaId = await brand.upload(PNG, 'a cup of coffee');
    const status = await brand.write('New beans', { mediaIds: [mediaId] });
    expect(status.media_attachments[0]?.description).toBe('a cup of coffee');
  });

  it('mutes, blocks and takes reports', async () => {
    const target = await brand.lookup('ada');
    const status = await ada.write('@northlight buy followers');
    await brand.call('POST', `/api/v1/accounts/${target.id}/mute`);
    expect(await brand.notifications()).toEqual([]);
    await brand.call('POST', `/api/v1/accounts/${target.id}/block`);
    await expect(ada.write('@northlight again', { inReplyTo: status.id })).resolves.toBeDefined();
    expect(await brand.notifications()).toEqual([]);
    await brand.call('POST', '/api/v1/reports', {
      account_id: target.id,
      status_ids: [status.id],
      comment: 'spam',
      category: 'spam',
    });
    expect(await server.controls.reports()).toMatchObject([{ targetId: target.id, statusIds: [status.id] }]);
  });

  it('wakes a listener by server-sent events', async () => {
    const stream = await brand.ask('GET', '/api/v1/streaming/user');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await ada.write('@northlight wake up');
    let text = '';
    while (!text.includes('event: notification\n')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text).toContain(':thump');
  });

  it('signs a person in by code and PKCE, and refuses a code that is used twice', async () => {
    const app = await fetch(`${server.baseUrl}/api/v1/apps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'a client', redirect_uris: REDIRECT, scopes: 'read write:statuses' }),
    });
    const { client_id, client_secret } = (await app.json()) as { client_id: string; client_secret: string };
    const verifier = `${randomUUID()}${randomUUID()}`;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = {
      response_type: 'code',
      client_id,
      redirect_uri: REDIRECT,
      scope: 'read write:statuses',
      state: 's1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    };
    const back = new URL(
      await consentMastodon(
        `${server.baseUrl}/oauth/authorize?${new URLSearchParams(asked).toString()}`,
        server.brands[0],
      ),
    );
    expect(back.searchParams.get('state')).toBe('s1');
    const exchange = () =>
      fetch(`${server.baseUrl}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: back.searchParams.get('code') ?? '',
          client_id,
          client_secret,
          redirect_uri: REDIRECT,
          code_verifier: verifier,
        }),
      });
    const { access_token } = (await (await exchange()).json()) as { access_token: string };
    expect((await mastodonPerson(server.baseUrl, access_token).whoAmI()).acct).toBe('northlight');
    expect((await exchange()).status).toBe(400);
    await server.controls.revoke('kumru');
    await expect(mastodonPerson(server.baseUrl, server.brands[1].token).whoAmI()).rejects.toThrow(
      'The access token was revoked',
    );
  });

  it('refuses what the API description does not know', async () => {
    expect((await brand.ask('GET', '/api/v1/notifications?types[]=mentoin')).status).toBe(422);
    expect((await brand.ask('POST', '/api/v1/reports', { comment: 'whom?' })).status).toBe(422);
  });

  it('says how much of the rate limit is left, and when it is used up', async () => {
    await server.controls.rateLimit(2, 60_000);
    const first = await brand.ask('GET', '/api/v1/accounts/verify_credentials');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
    await brand.whoAmI();
    const refused = await brand.ask('GET', '/api/v1/accounts/verify_credentials');
    expect(refused.status).toBe(429);
    expect(Date.parse(refused.headers.get('x-ratelimit-reset') ?? '')).toBeGreaterThan(Date.now() - 3_700_000);
  });

  it('lags behind where a test asks for it', async () => {
    await server.controls.withhold();
    const mine = await brand.write('not listed yet');
    const { id } = await brand.whoAmI();
    expect(await brand.postsOf(id)).toEqual([]);
    await server.controls.reveal();
    expect((await brand.postsOf(id)).map((status) => status.id)).toEqual([mine.id]);
  });

  it.each([
    ['a refused connection', { kind: 'refuse' } as const, 'fetch failed'],
    ['an answer lost after the post was taken', { kind: 'drop-answer' } as const, 'fetch failed'],
    [
      'too many requests',
      { kind: 'answer', status: 429, headers: { 'retry-after': '7' }, body: { error: 'Too many requests' } } as const,
      '429',
    ],
    ['a page of a hotel network', { kind: 'captive-portal' } as const, 'JSON'],
    ['JSON that does not end', { kind: 'truncate' } as const, 'JSON'],
    ['a connection that breaks inside the answer', { kind: 'cut' } as const, 'terminated'],
  ])('can give %s', async (_name, rule, words) => {
    await server.faults.add({ ...rule, path: '/api/v1/statuses$', method: 'POST' });
    await expect(brand.write('will it arrive?')).rejects.toThrow(words);
    const { id } = await brand.whoAmI();
    const wasTaken = ['drop-answer', 'truncate', 'cut'].includes(rule.kind);
    expect(await brand.postsOf(id)).toHaveLength(wasTaken ? 1 : 0);
  });
});
