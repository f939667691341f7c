import { describe, expect, it } from 'vitest';
import { connector } from '../../../electron/core/connectors/_template/index';
import { createHttp } from '../../../electron/core/connectors/core/http';
import type { ChannelLink, OutgoingItem } from '../../../electron/core/connectors/core/types';
import { connectorOk } from '../../../electron/core/connectors/core/errors';
import { silentLogger } from '../../../electron/core/ports/logger';
import { manualClock } from '../../support/core/manual-clock';

const signal = new AbortController().signal;
const comment = {
  id: 'c1',
  text: 'Do you ship?',
  created_at: '2026-11-20T09:00:00Z',
  author: { id: 'u1', name: 'ada' },
  post: { id: 'p1', text: 'New beans', created_at: '2026-11-19T09:00:00Z' },
  reply_to: null,
};

const linkTo = (transport: typeof fetch): { link: ChannelLink; context: Parameters<typeof connector.connect>[2] } => {
  const clock = manualClock();
  const context = {
    clock,
    fetch: createHttp({ clock, transport }),
    logger: silentLogger,
    random: () => 0.5,
    networkDir: '',
  };
  const account = {
    accountId: 'a',
    workspaceId: 'w',
    remoteId: 'own',
    handle: 'brand',
    serviceUrl: 'https://network.example',
    capabilities: connector.manifest.capabilities,
  };
  const store = { get: async () => connectorOk('token'), set: async () => connectorOk(null) };
  return { context, link: connector.connect(account, store, context) };
};
const answering = (body: unknown, status = 200) => linkTo(async () => Response.json(body, { status }));
const item: OutgoingItem = {
  key: 'k',
  text: 'Yes!',
  images: [],
  createdAt: 0,
  target: {
    conversationRemoteId: 'p1/u1',
    kind: 'comment',
    visibility: 'public',
    contact: { remoteId: 'u1', handle: 'ada', displayName: 'ada', url: null },
    message: { remoteId: 'c1', data: {} },
  },
};

describe('the template of a connector', () => {
  it('signs in with a pasted token', async () => {
    const { context } = answering({ id: 'own', name: 'brand' });
    const step = await connector.signIn('token', { service: 'network.example', token: 't' }, context, signal);
    expect(step).toMatchObject({ ok: true, value: { kind: 'done', account: { identity: { handle: 'brand' } } } });
  });

  it('brings comments with their post and leaves out entries of the wrong shape', async () => {
    const page = await answering({ comments: [comment, { id: 7 }] }).link.pull('comments', null, signal);
    expect(page).toMatchObject({ ok: true, value: { cursor: 'c1', hasMore: false } });
    if (page.ok) expect(page.value.events).toHaveLength(1);
  });

  it('calls a reply unknown when it may have arrived, and failed when the network refused it', async () => {
    const outcome = async (body: unknown, status: number): Promise<string> =>
      (await answering(body, status).link.send(item, signal)).kind;
    expect(await outcome(comment, 201)).toBe('sent');
    expect(await outcome({}, 502)).toBe('unknown');
    expect(await outcome({ code: 'text_too_long' }, 422)).toBe('failed');
    const lost = linkTo(async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET', syscall: 'read' } });
    });
    expect((await lost.link.send(item, signal)).kind).toBe('unknown');
  });
});
