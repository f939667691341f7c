import { beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../electron/core/connectors/mastodon';
import { plainText } from '../servers/clients/mastodon-person';
import { snacBrand, snacCustomer, snacNetwork } from './mastodon/snac-network';
import type { ApiBrand, ApiCustomer } from './mastodon/world';
import { connectorSuite } from './suite';
import type { SuiteWorld } from './suite';
import { itemFor, marker, never, openDesk, sentOf, targetOf, until, valueOf, type Desk } from './suite/tools';
import { startSnac, type SnacServer } from '../servers/start';

const onSnac = {
  quote: 'snac has no quotes',
  hostile: 'snac takes markup of a text as markup, so it is not kept as it was typed',
  edit: 'snac gives an edited post another id',
  'new in thread': 'snac delivers through queues, which this case does not wait for; tested below with waiting',
  direct: 'snac shows private messages as followers-only; that such a post is answered privately is tested below',
  'direct reply': 'snac shows private messages as followers-only',
  'lost direct answer': 'snac shows private messages as followers-only',
  hide: 'the Mastodon API cannot hide an answer of somebody else',
  mute: 'snac has no mute in its API',
  report: 'snac takes no reports',
  delete: 'snac deletes nothing through its API',
  'delete own': 'snac deletes nothing through its API',
  'gone target': 'snac deletes nothing through its API',
  'too long': 'snac takes 100,000 characters, far more than anybody sends',
  'mark seen': 'snac keeps no marker and no conversations',
  'same key': 'snac keeps no idempotency key',
  'lost answer': 'snac keeps no idempotency key; that the answer is read back is tested below',
  'expired token': 'tokens of the Mastodon API do not expire; they are revoked',
  'revoked token': 'snac revokes no token through its API',
};

connectorSuite(snacNetwork('token', 'Mastodon API by access token on snac', onSnac));

describe('a server that does less than it says', () => {
  let server: SnacServer;
  let world: SuiteWorld;
  let brand: ApiBrand;
  let ada: ApiCustomer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startSnac();
    world = await snacNetwork('browser', '', {}).start();
    brand = snacBrand(server, 'browser', server.brands[1]);
    ada = snacCustomer(server, server.customers[0], () => [brand]);
    desk = await openDesk(connector, world, brand);
    return () => {
      desk.link.close();
      return world.stop();
    };
  });

  it('is signed in to in the browser, without a description of its authorization', () => {
    expect(desk.signedIn.identity.handle).toBe(brand.handle);
    expect(JSON.parse(desk.signedIn.credential ?? '')).toMatchObject({
      server: server.baseUrl,
      traits: { keepsKeys: false, blursDirect: true },
    });
    expect(desk.signedIn.capabilities.publicText[0]).toMatchObject({ max: 100_000, linkWeight: 32 });
    expect(desk.signedIn.capabilities.actions).toEqual(['like', 'unlike', 'block', 'unblock']);
  });

  it('does not get a reply twice after a lost answer: it is read back, not resent', async () => {
    const question = marker('question');
    await ada.comment?.(await brand.post(marker('post')), question);
    const item = itemFor(await desk.waitForText(question), marker('lost'));
    await server.faults.add({ kind: 'drop-answer', method: 'POST', path: '/api/v1/statuses$' });
    expect((await desk.link.send(item, never)).kind).toBe('unknown');
    const byKey = await desk.link.findByKey?.(item, never);
    expect(byKey).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
    const own = valueOf(await desk.link.listOwn(item.target, never));
    expect(own.filter(({ text }) => text === item.text)).toHaveLength(1);
  });

  it('sees what came into the thread since', async () => {
    const question = marker('question');
    const asked = await ada.comment?.(await brand.post(marker('post')), question);
    const event = await desk.waitForText(question);
    const more = marker('more');
    await ada.comment?.(asked ?? { remoteId: '' }, more);
    await until(world, 'the second message', async () => {
      const thread = valueOf(await desk.link.readThread(targetOf(event), never));
      return thread.events.some((one) => one.type === 'message' && one.message.text.includes(more));
    });
  });

  it('gets an answer to a private message privately, though it shows it as one for followers', async () => {
    const secret = marker('secret');
    await ada.direct?.(brand, secret);
    const event = await desk.waitForText(secret);
    expect(event.conversation.visibility).toBe('followers');
    const text = marker('answer');
    const sent = sentOf(await desk.link.send(itemFor(event, text), never));
    const heard = async (): Promise<readonly string[]> =>
      (await ada.person.notifications()).map(({ status }) => plainText(status?.content ?? ''));
    await until(world, 'the answer', async () => (await heard()).some((one) => one.includes(text)));
    // What everybody sees of the brand does not hold it.
    const page = await fetch(`${server.baseUrl}/${server.brands[1].acct}`);
    expect(await page.text()).not.toContain(text);
    expect(sent.text).toBe(text);
  });
});
