import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../electron/core/connectors/bluesky/index';
import { startAtproto, type AtprotoServer } from '../servers/start';
import { consentAtproto } from '../servers/clients/atproto-consent';
import { blueskyNetwork, scope, type BlueskyBrand } from './bluesky/world';
import type { SuiteWorld } from './suite';
import { itemFor, marker, need, never, openDesk, sentOf, testContext, until, valueOf, type Desk } from './suite/tools';

const network = blueskyNetwork('oauth', 'Bluesky by OAuth', {});

describe('Bluesky signed in through the browser', () => {
  let server: AtprotoServer;
  let world: SuiteWorld;
  let brand: BlueskyBrand;
  let desk: Desk;

  beforeAll(async () => {
    server = await startAtproto();
    world = await network.start();
    brand = world.brands[0] as BlueskyBrand;
    desk = await openDesk(connector, world, brand);
  });
  afterEach(() => server.faults.reset());

  it('signs in by PKCE, pushed request and proofs bound to a key, and knows whose account it is', async () => {
    expect(desk.signedIn.identity.remoteId).toBe(brand.account.did);
    expect(desk.signedIn.identity.displayName).toBe('Defne Kahve');
    const credential = JSON.parse(desk.signedIn.credential ?? '{}') as Record<string, unknown>;
    expect(credential['kind']).toBe('oauth');
    expect(valueOf(await desk.link.identify(never)).handle).toBe(brand.handle);
    const bare = await fetch(`${server.baseUrl}/xrpc/com.atproto.server.getSession`, {
      headers: { authorization: `DPoP ${String(credential['accessToken'])}` },
    });
    expect(bare.ok).toBe(false);
  });

  it('reads comments and direct messages and answers both', async () => {
    const customer = world.customers[0];
    const comment = marker('comment');
    await need(customer.comment, 'comment')(await brand.post(marker('post')), comment);
    const message = marker('direct');
    await need(customer.direct, 'direct')(brand, message);
    const answers = [marker('answer'), marker('answer')];
    sentOf(await desk.link.send(itemFor(await desk.waitForText(comment), answers[0] ?? ''), never));
    sentOf(await desk.link.send(itemFor(await desk.waitForText(message), answers[1] ?? ''), never));
    await until(world, 'the reply', async () =>
      (await need(world.reader.replies, 'replies')(brand)).some(({ text }) => text === answers[0]),
    );
    expect(await need(world.reader.directFrom, 'directFrom')(brand, customer)).toContain(answers[1]);
  });

  it('renews its tokens once for all who ask, and stores them before they are used', async () => {
    const before = desk.credentials.value;
    await need(world.faults.expireToken, 'expireToken')(brand);
    const asked = await Promise.all([desk.link.identify(never), desk.link.identify(never)]);
    for (const identity of asked) expect(valueOf(identity).handle).toBe(brand.handle);
    expect(await need(world.faults.renewals, 'renewals')()).toBeGreaterThanOrEqual(1);
    expect(desk.credentials.value).not.toBe(before);
    expect(desk.credentials.history).toHaveLength(1);
  });

  it('stays signed in when the renewal fails for a moment, and is signed out only by a refusal', async () => {
    const other = await openDesk(connector, world, world.brands[1]);
    const expired = { error: 'invalid_token', message: 'exp claim timestamp check failed' };
    const expire = () =>
      server.faults.add({ kind: 'answer', path: 'getSession', status: 401, body: expired, times: 1 });
    const kindOf = async (): Promise<string> => {
      const identity = await other.link.identify(never);
      return identity.ok ? 'ok' : identity.error.kind;
    };
    await expire();
    await server.faults.add({ kind: 'answer', path: '/oauth/token', status: 503, body: { error: 'busy' } });
    expect(await kindOf()).toBe('transient');
    await server.faults.reset();
    await expire();
    await server.faults.add({ kind: 'captive-portal', path: '/oauth/token' });
    expect(await kindOf()).not.toBe('auth_revoked');
    await server.faults.reset();
    expect(await kindOf()).toBe('ok');
    // Another copy uses the refresh token up: the server ends the session, and so do we.
    const copy = connector.connect(other.account, { ...other.credentials }, testContext(world.networkDir));
    await expire();
    valueOf(await copy.identify(never));
    await expire();
    expect(await kindOf()).toBe('auth_revoked');
  });

  it('opens no account when the person says no, or when a foreign answer arrives', async () => {
    const start = async () => {
      const step = valueOf(await connector.signIn('oauth', brand.fields, testContext(world.networkDir), never));
      if (step.kind !== 'browser') throw new Error('expected a browser step');
      return step;
    };
    const refused = await start();
    const back = await consentAtproto(refused.url, brand.account, { scope, decision: 'deny' });
    await fetch(back);
    const outcome = await refused.finished;
    expect(outcome.ok ? 'ok' : outcome.error.kind).toBe('permission');

    const attacked = await start();
    const good = new URL(await consentAtproto(attacked.url, brand.account, { scope }));
    const forged = new URL(good);
    forged.searchParams.set('state', 'guessed');
    expect((await fetch(forged)).status).toBe(400);
    const foreignIssuer = new URL(good);
    foreignIssuer.searchParams.set('iss', 'https://evil.example');
    expect((await fetch(foreignIssuer)).status).toBe(400);
    expect((await fetch(good)).status).toBe(200);
    expect(valueOf(await attacked.finished).identity.remoteId).toBe(brand.account.did);
  });

  it('gives the tokens back at sign-out', async () => {
    const leaving = await openDesk(connector, world, brand);
    await connector.signOut?.(leaving.account, leaving.credentials, testContext(world.networkDir));
    // The server lets the last access token run out by itself; it must not give a new one.
    const body = { error: 'invalid_token', message: 'exp claim timestamp check failed' };
    await server.faults.add({ kind: 'answer', path: 'getSession', status: 401, body });
    const after = await leaving.link.identify(never);
    expect(after.ok ? 'ok' : after.error.kind).toBe('auth_revoked');
  });
});

describe('Bluesky with an app password that may not read direct messages', () => {
  it('shows direct messages as not available here and goes on with the rest', async () => {
    const passwordNetwork = blueskyNetwork('app_password', 'Bluesky without direct messages', {});
    const world = await passwordNetwork.start();
    const brand = world.brands[0] as BlueskyBrand;
    const limited = { ...brand, fields: { ...brand.fields, password: brand.account.appPassword } };
    const desk = await openDesk(connector, world, limited);
    expect(desk.signedIn.capabilities.unavailable).toEqual([{ kind: 'direct', reason: 'direct_not_permitted' }]);
    const text = marker('comment');
    await need(world.customers[0].comment, 'comment')(await brand.post(marker('post')), text);
    expect((await desk.waitForText(text)).conversation.kind).toBe('comment');
    expect(valueOf(await desk.link.pull('chat', null, never)).events).toEqual([]);
    await world.stop();
  });
});
