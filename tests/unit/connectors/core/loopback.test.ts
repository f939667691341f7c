import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openLoopback, type Loopback } from '../../../../electron/core/connectors/core/loopback';
import { checkCallback } from '../../../../electron/core/connectors/core/oauth-callback';
import { manualClock } from '../../../support/core/manual-clock';

const state = 'our-state-0123456789abcdef';
const issuer = 'https://network.example';
const expectation = { state, issuer, mustNameIssuer: true };
const good = new URLSearchParams({ code: 'c0de', state, iss: issuer }).toString();

/** Callbacks that must open no account: what the answer is, and its parameters. */
const badCallbacks: readonly (readonly [string, string])[] = [
  ['has no state', `code=c0de&iss=${issuer}`],
  ['has an empty state', `code=c0de&state=&iss=${issuer}`],
  ['has a foreign state', `code=c0de&state=their-state&iss=${issuer}`],
  ['has a state that only begins like ours', `code=c0de&state=${state.slice(0, -1)}&iss=${issuer}`],
  ['has two states', `code=c0de&state=${state}&state=other&iss=${issuer}`],
  ['names no server', `code=c0de&state=${state}`],
  ['names another server', `code=c0de&state=${state}&iss=https://evil.example`],
  ['names a server that only begins like ours', `code=c0de&state=${state}&iss=${issuer}.evil.example`],
  ['names two servers', `code=c0de&state=${state}&iss=${issuer}&iss=https://evil.example`],
  ['carries an error', `error=access_denied&state=${state}&iss=${issuer}`],
  ['carries an error beside a code', `error=access_denied&code=c0de&state=${state}&iss=${issuer}`],
  ['has no code', `state=${state}&iss=${issuer}`],
  ['has an empty code', `code=&state=${state}&iss=${issuer}`],
  ['has two codes', `code=c0de&code=other&state=${state}&iss=${issuer}`],
  ['has a token instead of a code', `access_token=t0ken&code=c0de&state=${state}&iss=${issuer}`],
  ['has an endless code', `code=${'c'.repeat(5_000)}&state=${state}&iss=${issuer}`],
];

describe('the listener of a sign-in', () => {
  let open: Loopback | null = null;
  const clock = manualClock();
  const start = async (signal?: AbortSignal): Promise<{ listener: Loopback; port: number; base: string }> => {
    const listener = await openLoopback({ clock, expect: expectation, ...(signal ? { signal } : {}) });
    open = listener;
    const { port, origin } = new URL(listener.redirectUri);
    return { listener, port: Number(port), base: origin };
  };
  afterEach(() => {
    open?.close();
    open = null;
  });
  const ask = (base: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
    new Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }>((resolve, reject) => {
      const { port } = new URL(base);
      const sent = request({ host: '127.0.0.1', port, path, ...options }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
      });
      sent.once('error', reject).end();
    });
  const isListening = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
    });

  it('listens on this machine alone, at a port that the system chose', async () => {
    const first = await start();
    expect(first.listener.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    const second = await openLoopback({ clock, expect: expectation });
    expect(second.redirectUri).not.toBe(first.listener.redirectUri);
    second.close();
    const outside = await new Promise<boolean>((resolve) => {
      const socket = connect(first.port, '127.0.0.2');
      socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
    });
    expect(outside).toBe(false);
  });

  it('takes the good callback once, shows a page to close, and is gone', async () => {
    const { listener, port, base } = await start();
    const page = await ask(base, `/callback?${good}`, { headers: { 'accept-language': 'tr-TR,tr;q=0.9,en;q=0.5' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('lang="tr"');
    expect(page.text).not.toContain('c0de');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await listener.finished).toMatchObject({ ok: true, value: { code: 'c0de' } });
    await expect.poll(() => isListening(port)).toBe(false);
  });

  it('shows its page in English to everybody else', async () => {
    const { base } = await start();
    const page = await ask(base, `/callback?${good}`, { headers: { 'accept-language': 'de, tr;q=0.5' } });
    expect(page.text).toContain('You are signed in');
  });

  it.each(badCallbacks)('opens no account when the callback %s', async (_what, query) => {
    const { listener, base } = await start();
    expect((await ask(base, `/callback?${query}`)).status).toBe(400);
    listener.close();
    expect((await listener.finished).ok).toBe(false);
    expect(checkCallback(new URLSearchParams(query), expectation).kind).not.toBe('code');
  });

  it('goes on waiting after a foreign callback, so that no other page can end a sign-in', async () => {
    const { listener, base } = await start();
    await ask(base, `/callback?code=evil&state=theirs&iss=${issuer}`);
    expect((await ask(base, `/callback?${good}`)).status).toBe(200);
    expect(await listener.finished).toMatchObject({ ok: true, value: { code: 'c0de' } });
  });

  it('refuses a replayed callback', async () => {
    const { base } = await start();
    await ask(base, `/callback?${good}`);
    const again = await ask(base, `/callback?${good}`).catch(() => ({ status: 0 }));
    expect([0, 410]).toContain(again.status);
  });

  it.each([
    ['another path', '/', {}, 404],
    ['a path that only begins like it', '/callback2?' + good, {}, 404],
    ['a path in disguise', '/x/../callback?' + good, {}, 404],
    ['another method', '/callback?' + good, { method: 'POST' }, 405],
    ['another method', '/callback?' + good, { method: 'OPTIONS' }, 405],
    ['another Host', '/callback?' + good, { headers: { host: 'evil.example' } }, 421],
    ['the name localhost', '/callback?' + good, { headers: { host: 'localhost' } }, 421],
  ])('refuses %s', async (_what, path, options, status) => {
    const { base } = await start();
    expect((await ask(base, path, options)).status).toBe(status);
  });

  it('says that the person refused', async () => {
    const { listener, base } = await start();
    await ask(base, `/callback?error=access_denied&state=${state}&iss=${issuer}`);
    expect(await listener.finished).toEqual({
      ok: false,
      error: { kind: 'permission', networkCode: 'access_denied' },
    });
  });

  it('closes after five minutes', async () => {
    const { listener, port } = await start();
    clock.advance(5 * 60_000 - 1);
    expect(await isListening(port)).toBe(true);
    clock.advance(1);
    expect(await listener.finished).toMatchObject({ ok: false, error: { networkCode: 'sign_in_timeout' } });
    await expect.poll(() => isListening(port)).toBe(false);
  });

  it('closes when the person cancels in the app', async () => {
    const cancel = new AbortController();
    const { listener, port } = await start(cancel.signal);
    cancel.abort();
    expect((await listener.finished).ok).toBe(false);
    await expect.poll(() => isListening(port)).toBe(false);
  });
});
