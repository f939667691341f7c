import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connector } from '../../../../electron/core/connectors/bluesky/index';
import { connectorOk } from '../../../../electron/core/connectors/core/errors';
import { createHttp } from '../../../../electron/core/connectors/core/http';
import type { ChannelLink, OutgoingItem, ReplyTarget } from '../../../../electron/core/connectors/core/types';
import { silentLogger, type LogFields } from '../../../../electron/core/ports/logger';
import { manualClock } from '../../../support/core/manual-clock';
import { aPost, aReply, brandDid, didOf } from './builders';

const signal = new AbortController().signal;
const credential = JSON.stringify({
  v: 1,
  kind: 'password',
  did: brandDid,
  authUrl: 'https://pds.example',
  accessToken: 'a',
  refreshToken: 'r',
});

const linkTo = (transport: (url: URL) => Response | Promise<Response>, warnings: LogFields[] = []): ChannelLink => {
  const clock = manualClock(Date.UTC(2026, 10, 20, 10));
  return connector.connect(
    {
      accountId: 'a',
      workspaceId: 'w',
      remoteId: brandDid,
      handle: 'brand.test',
      serviceUrl: 'https://pds.example',
      capabilities: connector.manifest.capabilities,
    },
    { get: async () => connectorOk(credential), set: async () => connectorOk(null) },
    {
      clock,
      fetch: createHttp({ clock, transport: async (input) => transport(new URL((input as Request).url)) }),
      logger: { ...silentLogger, warn: (_event, fields) => void warnings.push(fields ?? {}) },
      random: () => 0.5,
      networkDir: '',
    },
  );
};

const own = aPost('brand', 'New beans');
const comment = aReply('ada', 'Do you ship?', own);
const target = (kind: 'comment' | 'direct'): ReplyTarget => ({
  conversationRemoteId: kind === 'direct' ? 'convo|c1' : `thread|${own.uri}|${didOf('ada')}`,
  kind,
  visibility: kind === 'direct' ? 'direct' : 'public',
  contact: { remoteId: didOf('ada'), handle: 'ada.test', displayName: 'ada', url: null },
  message: { remoteId: comment.uri, data: { self: { uri: comment.uri, cid: comment.cid } } },
});
const item = (kind: 'comment' | 'direct'): OutgoingItem => ({
  key: '0193a000-0000-7000-8000-000000000000',
  target: target(kind),
  text: 'Yes @ada.test #beans https://example.com',
  images: [],
  createdAt: Date.UTC(2026, 10, 20, 10),
});

/** Everything that a link can be asked, as jobs whose results are only that they answered. */
const everything = (link: ChannelLink): readonly (() => Promise<unknown>)[] => [
  ...['notifications', 'threads', 'chat'].map((stream) => () => link.pull(stream, null, signal)),
  () => link.identify(signal),
  () => link.capabilities(signal),
  () => link.readThread(target('comment'), signal),
  () => link.readThread(target('direct'), signal),
  () => link.listOwn(target('comment'), signal),
  () => link.listOwn(target('direct'), signal),
  () => link.send(item('comment'), signal),
  () => link.send(item('direct'), signal),
  () => link.findByKey?.(item('comment'), signal) ?? Promise.resolve(),
  () => link.markSeen?.(target('comment'), signal) ?? Promise.resolve(),
];

describe('hostile answers of a server', () => {
  it('never make the connector throw or hang, whatever JSON or text comes with whatever status', async () => {
    const lists = [
      'notifications',
      'posts',
      'feed',
      'thread',
      'records',
      'convos',
      'convo',
      'messages',
      'logs',
      'cursor',
    ];
    const shaped = fc
      .dictionary(fc.constantFrom(...lists), fc.jsonValue({ maxDepth: 3 }))
      .map((value) => JSON.stringify(value));
    const body = fc.oneof(fc.json({ maxDepth: 3 }), fc.string(), fc.constant('<html>'), shaped);
    const status = fc.constantFrom(200, 200, 200, 201, 302, 400, 401, 403, 404, 429, 500, 503);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(status, body), { minLength: 1, maxLength: 4 }), async (answers) => {
        let calls = 0;
        const link = linkTo(() => {
          const [code, text] = answers[(calls += 1) % answers.length] ?? [200, ''];
          if (calls > 400) throw new Error('asked without end');
          return new Response(text, { status: code });
        });
        for (const job of everything(link)) await job();
        expect(calls).toBeLessThan(400);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('never count as sent what the network did not confirm, nor as failed what may have arrived', async () => {
    const outcome = async (answer: () => Response): Promise<string> => {
      const link = linkTo((url) => {
        if (url.pathname.endsWith('putRecord')) return answer();
        return Response.json({ error: 'InvalidRequest', message: '' }, { status: 400 });
      });
      return (await link.send(item('comment'), signal)).kind;
    };
    expect(await outcome(() => new Response('<html>Welcome to Hotel Wi-Fi</html>'))).toBe('unknown');
    expect(await outcome(() => new Response('{"uri":'))).toBe('unknown');
    expect(await outcome(() => Response.json({ uri: 7 }))).toBe('unknown');
    expect(await outcome(() => Response.json({ error: 'InternalServerError' }, { status: 500 }))).toBe('unknown');
    expect(await outcome(() => new Response('', { status: 504 }))).toBe('unknown');
    expect(await outcome(() => Response.json({ error: 'InvalidRequest' }, { status: 400 }))).toBe('failed');
    expect(await outcome(() => Response.json({ error: 'RateLimitExceeded' }, { status: 429 }))).toBe('failed');
    expect(await outcome(() => Response.json({ uri: own.uri, cid: 'c' }))).toBe('sent');
  });

  it('cost one entry, not the page: a broken notification is left out and counted', async () => {
    const entry = (post: typeof comment) => ({ ...post, reason: 'reply', isRead: false });
    const warnings: LogFields[] = [];
    const link = linkTo((url) => {
      if (url.pathname.endsWith('listNotifications'))
        return Response.json({ notifications: [{ ...entry(comment), record: { text: {} } }, 'x', entry(comment)] });
      return Response.json({ posts: [comment, own, { uri: 1 }] });
    }, warnings);
    const page = await link.pull('notifications', null, signal);
    expect(page).toMatchObject({ ok: true, value: { hasMore: false } });
    if (page.ok) expect(page.value.events.filter((event) => event.type === 'message')).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ count: 2 });
    expect(JSON.stringify(warnings)).not.toContain('ship');
  });

  it('send nobody to another server with the credential', async () => {
    const asked: string[] = [];
    const link = linkTo((url) => {
      asked.push(url.host);
      return new Response(null, { status: 302, headers: { location: 'https://evil.example/xrpc/steal' } });
    });
    for (const job of everything(link)) await job();
    expect(new Set(asked)).toEqual(new Set(['pds.example']));
  });
});
