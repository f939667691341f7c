import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelLink, OutgoingItem, ReplyTarget } from '../../../../electron/core/connectors/core/types';
import { aNotification, aStatus, json, linkTo, mentionHtml, mentionOf, signal, targetOf } from './builders';

const asked = aStatus('ada', `${mentionHtml('brand')} Do you ship?`, { mentions: [mentionOf('brand')] });
const direct: ReplyTarget = targetOf(asked, {
  conversationRemoteId: 'direct:ada%40here.example',
  kind: 'direct',
  visibility: 'direct',
});
const item = (target: ReplyTarget): OutgoingItem => ({
  key: '0193a000-0000-7000-8000-000000000000',
  target,
  text: 'Yes, we do',
  images: [],
  createdAt: 0,
});

/** Everything that a link can be asked, as jobs whose results are only that they answered. */
const everything = (link: ChannelLink): readonly (() => Promise<unknown>)[] => [
  ...['mentions', 'conversations', 'threads'].map((stream) => () => link.pull(stream, null, signal)),
  () => link.identify(signal),
  () => link.capabilities(signal),
  ...[targetOf(asked), direct].flatMap((target) => [
    () => link.readThread(target, signal),
    () => link.listOwn(target, signal),
    () => link.send(item(target), signal),
    () => link.markSeen?.(target, signal) ?? Promise.resolve(),
  ]),
  () => link.fetchMedia?.('https://here.example/a.png', 1_000, signal) ?? Promise.resolve(),
];

describe('hostile answers of a server', () => {
  it('never make the connector throw or hang, whatever JSON or text comes with whatever status', async () => {
    const answers = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constant('[null, 1, {"id": 5}, {"id": "6", "status": {"id": 7}}]'),
    );
    const statuses = fc.constantFrom(200, 200, 200, 202, 206, 301, 400, 401, 403, 404, 409, 410, 422, 429, 500, 503);
    const links = fc.constantFrom(
      null,
      '<https://here.example/x?max_id=5>; rel="next"',
      '<<>>;;rel=next,,,',
      'x'.repeat(9_000),
    );
    await fc.assert(
      fc.asyncProperty(answers, statuses, links, async (body, status, link) => {
        const headers = { 'content-type': 'application/json', ...(link === null ? {} : { link }) };
        for (const [index] of everything(linkTo(() => json(null)).link).entries()) {
          const scripted = linkTo(() => new Response(body, { status, headers }));
          const running = everything(scripted.link)[index]?.();
          let isDone = false;
          void running?.finally(() => {
            isDone = true;
          });
          // An image that is processed for ever is given up by the clock.
          for (let turn = 0; !isDone && turn < 200; turn += 1) {
            scripted.clock.advance(5_000);
            await new Promise((resolve) => setImmediate(resolve));
          }
          await expect(running).resolves.toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('cost only the entry that is wrong, and are counted', async () => {
    const good = aStatus('ada', `${mentionHtml('brand')} good`, { mentions: [mentionOf('brand')] });
    const page = [
      aNotification('9', good),
      aNotification('8', { ...good, id: '1', content: 42 }),
      aNotification('7', { ...good, id: '2', account: { id: 3, acct: 'a b' } }),
      aNotification('6', { ...good, id: '3', created_at: 'yesterday' }),
      { id: null, type: 'mention' },
      aNotification('5', null),
      aNotification('4', { ...good, id: '4', visibility: null }),
    ];
    const { link, warnings } = linkTo(({ url }) => json(url.searchParams.has('max_id') ? [] : page));
    const pulled = await link.pull('mentions', null, signal);
    expect(pulled.ok && pulled.value.events.map((event) => event.type === 'message' && event.message.text)).toEqual([
      '@brand@here.example good',
    ]);
    expect(warnings).toEqual([{ network: 'mastodon', stream: 'mentions', count: 5 }]);
  });

  it('of the wrong author make a send unknown, not sent', async () => {
    const { link } = linkTo(() => json(aStatus('can', 'Yes, we do')));
    expect(await link.send(item(targetOf(asked)), signal)).toMatchObject({ kind: 'unknown' });
  });

  it('are never a reason to send the token to another host', async () => {
    const elsewhere = { 'content-type': 'application/json', link: '<https://evil.example/x?max_id=7>; rel="next"' };
    const { link, calls } = linkTo(({ url }) =>
      url.pathname.endsWith('/instance')
        ? json({ version: '4.5.0', configuration: { urls: { streaming: 'wss://evil.local' } } })
        : new Response(JSON.stringify([aNotification('9', asked)]), { headers: elsewhere }),
    );
    await link.pull('mentions', null, signal);
    const close = link.wake?.(() => {});
    await link.identify(signal);
    await link.fetchMedia?.('https://files.example/a.png', 1_000, signal);
    close?.();
    const strangers = calls.filter(({ url }) => url.host !== 'here.example');
    expect(strangers.map(({ url }) => url.host)).toEqual(['files.example']);
    expect(strangers.filter(({ headers }) => headers.has('authorization'))).toEqual([]);
  });

  it('name no address of the own network as a file', async () => {
    const { link, calls } = linkTo(() => json({}));
    for (const address of [
      'http://169.254.169.254/x',
      'https://10.0.0.1/x',
      'file:///etc/passwd',
      'http://files.example/x',
      'x',
    ])
      expect(await link.fetchMedia?.(address, 1_000, signal)).toMatchObject({ ok: false, error: { kind: 'garbage' } });
    expect(calls).toEqual([]);
  });
});
