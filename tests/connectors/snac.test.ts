import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { consentMastodon } from '../servers/clients/mastodon-consent';
import { mastodonPerson, plainText, type MastodonPerson } from '../servers/clients/mastodon-person';
import { startSnac, type SnacServer } from '../servers/start';

const REDIRECT = 'http://127.0.0.1:9/callback';
const DELIVERY = { timeout: 30_000, interval: 200 };

describe('snac, a real server with a part of the Mastodon API', () => {
  let server: SnacServer;
  let brand: MastodonPerson;
  let ada: MastodonPerson;

  beforeAll(async () => {
    server = await startSnac();
    brand = mastodonPerson(server.baseUrl, server.brands[0].token);
    ada = mastodonPerson(server.baseUrl, server.customers[0].token);
  });
  afterEach(() => server.faults.reset());

  it('carries a mention to the brand and the answer back to the customer', async () => {
    const question = await ada.write(`${server.brands[0].mention} Grüße 👋 do you ship? ${randomUUID()}`);
    const heard = async () => (await brand.notifications()).map((item) => item.status?.id);
    await expect.poll(heard, DELIVERY).toContain(question.id);
    const answer = await brand.write(`${server.customers[0].mention} We do.`, { inReplyTo: question.id });
    const answers = async () => (await ada.notifications()).map((item) => item.status?.id);
    await expect.poll(answers, DELIVERY).toContain(answer.id);
    expect(plainText((await ada.read(answer.id)).content)).toContain('We do.');
  });

  it('carries a private message to the brand', async () => {
    const secret = await ada.write(`${server.brands[0].mention} order ${randomUUID()}`, { visibility: 'direct' });
    const heard = async () => (await brand.notifications()).map((item) => item.status?.id);
    await expect.poll(heard, DELIVERY).toContain(secret.id);
  });

  it('lets a person sign in on its own page', async () => {
    const app = await fetch(`${server.baseUrl}/api/v1/apps`, {
      method: 'POST',
      body: new URLSearchParams({ client_name: 'a client', redirect_uris: REDIRECT, scopes: 'read write' }),
    });
    const { client_id } = (await app.json()) as { client_id: string };
    const asked = { response_type: 'code', client_id, redirect_uri: REDIRECT, scope: 'read write', state: 's1' };
    const address = `${server.baseUrl}/oauth/authorize?${new URLSearchParams(asked).toString()}`;
    const back = new URL(await consentMastodon(address, server.brands[1]));
    expect(back.searchParams.get('code')).toBeTruthy();
    expect(back.searchParams.get('state')).toBe('s1');
  });

  it('is away while it is down and there again afterwards', async () => {
    await server.faults.down();
    await expect(brand.whoAmI()).rejects.toThrow('fetch failed');
    await server.faults.up();
    expect((await brand.whoAmI()).acct).toBe('northlight');
  });
});
