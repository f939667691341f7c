import { describe, expect, it } from 'vitest';
import { postCollection } from '../../../../electron/core/connectors/bluesky/at-uri';
import { manifest } from '../../../../electron/core/connectors/bluesky/manifest';
import { findPost, sendPost } from '../../../../electron/core/connectors/bluesky/send-post';
import { tidForItem } from '../../../../electron/core/connectors/bluesky/tid';
import type { LinkTools } from '../../../../electron/core/connectors/bluesky/tools';
import { createXrpc } from '../../../../electron/core/connectors/bluesky/xrpc';
import type { OutgoingItem } from '../../../../electron/core/connectors/core/types';
import { silentLogger } from '../../../../electron/core/ports/logger';
import { manualClock } from '../../../support/core/manual-clock';
import { aPost, aReply, brandDid, refTo } from './builders';

const signal = new AbortController().signal;
const own = aPost('brand', 'New beans');
const at = Date.UTC(2026, 10, 20, 10);

const itemFor = (key: string, asker: string): OutgoingItem => {
  const asked = aReply(asker, 'Do you ship?', own);
  return {
    key,
    text: `Yes, ${asker}`,
    images: [],
    createdAt: at,
    target: {
      conversationRemoteId: `thread|${own.uri}|${asked.author.did}`,
      kind: 'comment',
      visibility: 'public',
      contact: { remoteId: asked.author.did, handle: asker, displayName: asker, url: null },
      message: { remoteId: asked.uri, data: { self: refTo(asked), root: refTo(own) } },
    },
  };
};

/** A repository that creates a record only where none stands, as the network's servers do. */
const repository = () => {
  const records = new Map<string, { text: string }>();
  const refuse = (error: string) => Response.json({ error, message: '' }, { status: 400 });
  const session = {
    request: async ({ url, body }: { url: URL; body: unknown }) => {
      const answer = (): Response => {
        if (url.pathname.endsWith('getRecord')) {
          const rkey = url.searchParams.get('rkey') ?? '';
          const value = records.get(rkey);
          const uri = `at://${brandDid}/${postCollection}/${rkey}`;
          return value === undefined ? refuse('RecordNotFound') : Response.json({ uri, cid: 'c', value });
        }
        const put = JSON.parse(String(body)) as { rkey: string; record: { text: string } };
        if (records.has(put.rkey)) return refuse('InvalidSwap');
        records.set(put.rkey, put.record);
        return Response.json({ uri: `at://${brandDid}/${postCollection}/${put.rkey}`, cid: 'c' });
      };
      return { ok: true as const, value: answer() };
    },
    end: async () => {},
  };
  const clock = manualClock(at);
  const tools: LinkTools = {
    account: {
      accountId: 'a',
      workspaceId: 'w',
      remoteId: brandDid,
      handle: 'brand.test',
      serviceUrl: 'https://pds.example',
      capabilities: manifest.capabilities,
    },
    did: brandDid,
    xrpc: createXrpc(session, 'https://pds.example', clock),
    clock,
    logger: silentLogger,
    fetch,
    onReadUpTo: () => {},
    readUpTo: () => null,
    convos: new Map(),
  };
  return { records, tools };
};

describe('two answers that fall on one record key', () => {
  it('both go out, once each, and each is found again', async () => {
    const { records, tools } = repository();
    const first = itemFor('first', 'ada');
    const second = itemFor('second', 'can');
    // As if the second item's key were the first one's: something else stands there.
    const taken = tidForItem(second.key, at);
    expect(await findPost(tools, second, signal)).toEqual({ ok: true, value: null });
    expect((await sendPost(tools, first, signal)).kind).toBe('sent');
    const [foreign] = records.values();
    if (foreign !== undefined) records.set(taken, foreign);
    expect(await findPost(tools, second, signal)).toEqual({ ok: true, value: null });
    const sent = await sendPost(tools, second, signal);
    expect(sent).toMatchObject({ kind: 'sent', message: { text: 'Yes, can' } });
    expect(records.get(taken)?.text).toBe('Yes, ada');
    expect(await sendPost(tools, second, signal)).toEqual(sent);
    expect(await findPost(tools, second, signal)).toMatchObject({ ok: true, value: { text: 'Yes, can' } });
    expect([...records.values()].filter(({ text }) => text === 'Yes, can')).toHaveLength(1);
  });
});
