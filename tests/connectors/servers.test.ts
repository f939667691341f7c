import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAtproto, type AtprotoPerson } from '../servers/clients/atproto-person';
import { startAtproto, type AtprotoServer } from '../servers/start';

describe('the AT Protocol network on loopback', () => {
  let server: AtprotoServer;
  let brand: AtprotoPerson;
  let customer: AtprotoPerson;

  beforeAll(async () => {
    server = await startAtproto();
    brand = await signInAtproto(server.baseUrl, server.brands[0]);
    customer = await signInAtproto(server.baseUrl, server.customers[0]);
  });
  afterAll(() => server.faults.reset());

  it('carries a customer’s words to the brand and the brand’s answer back', async () => {
    const question = await customer.write(`Grüße 👋 @${brand.handle} do you ship to Norway?`, [brand]);
    await server.flush();
    const seen = (await brand.notifications()).find((notification) => notification.uri === question.uri);
    expect(seen?.reason).toBe('mention');
    const answer = await brand.reply(question, 'We do, every Tuesday.');
    await server.flush();
    const heard = (await customer.notifications()).find((notification) => notification.uri === answer.uri);
    expect(heard?.record.text).toBe('We do, every Tuesday.');
  });

  it('carries direct messages both ways', async () => {
    const sent = await customer.message(brand.did, 'My order number is 1234.');
    const answer = await brand.message(customer.did, 'Thank you, we look into it.');
    expect((await customer.messagesWith(brand.did)).slice(0, 2).map((message) => message.id)).toEqual([
      answer.id,
      sent.id,
    ]);
  });

  it('refuses direct messages to an app password that was made without them', async () => {
    const limited = await signInAtproto(server.baseUrl, {
      ...server.brands[0],
      password: server.brands[0].appPassword,
    });
    await expect(limited.message(customer.did, 'hello')).rejects.toThrow('Bad token method');
  });

  it('is away while it is down and there again afterwards', async () => {
    await server.faults.down();
    await expect(brand.notifications()).rejects.toThrow('fetch failed');
    await server.faults.up();
    await expect(brand.notifications()).resolves.toBeDefined();
  });

  it('keeps a post whose answer was lost on the way', async () => {
    const before = (await brand.listRecords(brand.did)).length;
    await server.faults.add({ kind: 'drop-answer', method: 'POST', path: 'createRecord' });
    await expect(brand.write('Answer lost.')).rejects.toThrow();
    expect(await brand.listRecords(brand.did)).toHaveLength(before + 1);
    const lost = (await server.faults.requests()).filter((request) => request.fault === 'drop-answer');
    expect(lost.at(-1)?.status).toBe(200);
  });

  it('lets every account that it names sign in', async () => {
    const everyone = [...server.brands, ...server.customers];
    const signedIn = await Promise.all(everyone.map((account) => signInAtproto(server.baseUrl, account)));
    expect(signedIn.map((person) => person.did)).toEqual(everyone.map((account) => account.did));
  });
});
