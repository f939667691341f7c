import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdNetwork } from '../../../electron/core/connectors/sandbox/network/open';
import type { InboundEvent } from '../../../electron/core/connectors/core/types';
import { isMessage, itemFor, never, openNetwork, startAt, valueOf, type TestDesk, type TestNetwork } from './desk';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const texts = (events: readonly InboundEvent[]): readonly string[] =>
  events.filter(isMessage).map((event) => event.message.text);

let network: TestNetwork;
let desk: TestDesk;

beforeEach(async () => {
  network = openNetwork();
  desk = await network.signIn('lale');
});
afterEach(() => network.dispose());

const write = (more: Record<string, unknown>): Promise<Record<string, unknown>> =>
  network.run('sandbox.writeAs', { account: 'lale', customer: 'ada', customerName: 'Ada Kılıç', ...more });

describe('what comes in from the sandbox network', () => {
  it('brings all four kinds, each in its stream and with its context', async () => {
    await network.run('sandbox.post', { account: 'lale', text: 'Yeni sezon geldi' });
    for (const kind of ['direct', 'comment', 'mention', 'review']) await write({ kind, text: `bu bir ${kind}` });
    const feed = (await desk.pull('feed')).filter(isMessage);
    const direct = (await desk.pull('direct')).filter(isMessage);
    expect(feed.map(({ conversation }) => conversation.kind)).toEqual(['comment', 'mention', 'review']);
    expect(feed[0]?.conversation.post).toMatchObject({ text: 'Yeni sezon geldi', isOwn: true, isDeleted: false });
    expect(direct.map(({ conversation }) => [conversation.kind, conversation.visibility])).toEqual([
      ['direct', 'direct'],
    ]);
    expect(direct[0]?.conversation.contact).toMatchObject({ handle: 'ada', displayName: 'Ada Kılıç' });
  });

  it('hands out a long feed page by page, every message once', async () => {
    await network.run('sandbox.burst', { account: 'lale', kind: 'mention', text: 'söz {n}', count: 250 });
    const pages = await desk.pages('feed');
    expect(pages).toHaveLength(3);
    expect(pages.map((page) => page.covered !== null)).toEqual([false, false, true]);
    expect(texts(pages.flatMap((page) => page.events))).toEqual(
      Array.from({ length: 250 }, (_, index) => `söz ${index}`),
    );
    expect(await desk.pull('feed')).toEqual([]);
  });

  it('lists only the threads that changed, and brings only what is new in them', async () => {
    await network.run('sandbox.burst', { account: 'lale', kind: 'direct', text: 'selam {n}', count: 45 });
    expect(await desk.pages('direct')).toHaveLength(3);
    await write({ text: 'bir şey daha', customer: 'crowd7' });
    expect(texts(await desk.pull('direct'))).toEqual(['bir şey daha']);
  });

  it('brings a thread again that changed while its list was being read', async () => {
    await network.run('sandbox.burst', { account: 'lale', kind: 'direct', text: 'selam {n}', count: 30 });
    const first = valueOf(await desk.link.pull('direct', null, never));
    await write({ text: 'araya girdim', customer: 'crowd0' });
    const second = valueOf(await desk.link.pull('direct', first.cursor, never));
    expect(second.hasMore).toBe(false);
    expect(texts(second.events)).toContain('araya girdim');
    expect(new Set([...texts(first.events), ...texts(second.events)]).size).toBe(31);
  });

  it('finds nothing new in the same page twice', async () => {
    await write({ kind: 'review', text: '★★☆☆☆ soğuktu' });
    const first = valueOf(await desk.link.pull('feed', null, never));
    expect(valueOf(await desk.link.pull('feed', null, never)).events).toEqual(first.events);
    expect(valueOf(await desk.link.pull('feed', first.cursor, never)).events).toEqual([]);
  });

  it('starts anew, and does not fail, with a cursor that is not its own', async () => {
    await write({ kind: 'mention', text: 'merhaba' });
    for (const cursor of ['', 'nonsense', '{"after":"x"}', '[1]']) {
      expect(texts(valueOf(await desk.link.pull('feed', cursor, never)).events)).toEqual(['merhaba']);
    }
  });

  it('shows edits and deletions of messages and of posts', async () => {
    const { postId } = await network.run('sandbox.post', { account: 'lale', text: 'Yeni fincanlar' });
    const kept = await write({ kind: 'comment', text: 'güzle', postId });
    const gone = await write({ kind: 'comment', text: 'pişmanım', postId, customer: 'ece' });
    await desk.pull('feed');
    network.clock.move(1000);
    await network.run('sandbox.edit', { messageId: kept.messageId, text: 'güzel' });
    await network.run('sandbox.delete', { messageId: gone.messageId });
    await network.run('sandbox.deletePost', { postId });
    const events = await desk.pull('feed');
    expect(events).toEqual([
      expect.objectContaining({
        type: 'message',
        message: expect.objectContaining({ remoteId: kept.messageId, text: 'güzel', editedAt: startAt + 1000 }),
      }),
      { type: 'delete', remoteMessageId: gone.messageId, at: startAt + 1000 },
      { type: 'post_delete', remotePostId: postId, at: startAt + 1000 },
    ]);
  });

  it('joins the spans that it covered, from thirty days back', async () => {
    expect((await desk.pages('feed')).at(-1)?.covered).toEqual({ fromAt: startAt - 30 * dayMs, toAt: startAt });
    network.clock.move(5 * hourMs);
    expect((await desk.pages('feed')).at(-1)?.covered).toEqual({ fromAt: startAt, toAt: startAt + 5 * hourMs });
  });

  it('leaves what is older than thirty days to the backfill, which brings it newest first', async () => {
    const at = startAt - 90 * dayMs;
    const old = { account: 'lale', kind: 'mention', text: 'eski {n}', count: 130, at, stepMs: hourMs };
    await network.run('sandbox.burst', old);
    expect(await desk.pull('feed')).toEqual([]);
    const untilAt = startAt - 120 * dayMs;
    const first = valueOf(await desk.link.backfill!('feed', null, untilAt, never));
    const second = valueOf(await desk.link.backfill!('feed', first.cursor, untilAt, never));
    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
    expect(texts([...first.events, ...second.events])).toEqual(
      Array.from({ length: 130 }, (_, index) => `eski ${129 - index}`),
    );
    expect(second.covered).toEqual({ fromAt: untilAt, toAt: startAt });
  });

  it('reports a gap where the network forgot the cursor, and what it can still read', async () => {
    await write({ kind: 'mention', text: 'önce', at: startAt - dayMs });
    await desk.pull('feed');
    network.clock.move(10 * hourMs);
    await write({ kind: 'mention', text: 'arada', at: startAt + 5 * hourMs });
    await write({ kind: 'mention', text: 'şimdi' });
    await network.run('sandbox.fail', { what: 'pull', mode: 'forget_cursor', count: 1 });
    const [page] = await desk.pages('feed');
    expect(texts(page?.events ?? [])).toEqual(['şimdi']);
    expect(page?.gaps).toEqual([
      { fromAt: startAt, toAt: startAt + 9 * hourMs, reason: 'cursor_lost', isRefillable: true },
    ]);
    const refill = valueOf(await desk.link.backfill!('feed', null, startAt, never));
    expect(texts(refill.events)).toContain('arada');
  });

  it('hides nothing behind an own answer that cannot be read back yet', async () => {
    await network.run('sandbox.setNetwork', { visibilityLagMs: 60_000 });
    for (const [kind, stream] of [
      ['mention', 'feed'],
      ['direct', 'direct'],
    ] as const) {
      await write({ kind, text: 'soru' });
      const asked = await desk.find('soru');
      await write({ kind, text: 'bir de', conversationId: asked.conversation.remoteId });
      await write({ kind, text: 'araya', customer: 'can' });
      expect((await desk.link.send(itemFor(asked, 'cevap'), never)).kind).toBe('sent');
      await write({ kind, text: 'sonra', customer: 'ece' });
      const early = await desk.pages(stream);
      expect(early.at(-1)?.covered?.toAt ?? 0).toBeLessThan(network.clock.now());
      expect(texts(early.flatMap((page) => page.events))).not.toContain('cevap');
      network.clock.move(60_000);
      const late = await desk.pages(stream);
      const seen = texts([...early, ...late].flatMap((page) => page.events));
      expect([...new Set(seen)].toSorted()).toEqual(['araya', 'bir de', 'cevap', 'sonra']);
      expect(late.at(-1)?.covered?.toAt).toBe(network.clock.now());
    }
  });

  it('wakes the stream that has something new, also when the words came late by pace', async () => {
    const woken: string[] = [];
    const stop = desk.link.wake!((stream) => woken.push(stream));
    await write({ text: 'hemen' });
    expect(woken).toEqual(['direct']);
    await network.run('sandbox.setPace', { messagesPerHour: 60, seed: 3, firstInMs: 5000 });
    network.clock.move(2 * 60_000);
    expect(woken.length).toBeGreaterThan(1);
    stop();
    const before = woken.length;
    await write({ text: 'geç' });
    expect(woken).toHaveLength(before);
  });

  it('answers from its indexes, however much the network holds', () => {
    const hold = holdNetwork(network.context.networkDir);
    for (const sql of [
      'SELECT id FROM messages WHERE account_id = ? AND is_direct = 0 AND rev > ? AND rev < ? AND created_at >= ? ORDER BY rev LIMIT 100',
      "SELECT id FROM conversations WHERE account_id = ? AND kind = 'direct' AND rev > ? AND rev < ? ORDER BY rev LIMIT 20",
      'SELECT id FROM messages WHERE conversation_id = ? ORDER BY created_at DESC, rev DESC LIMIT 50',
      'SELECT id FROM messages WHERE author_account_id = ? AND send_key = ? ORDER BY rev LIMIT 1',
      'SELECT max(rev) FROM messages WHERE account_id = ? AND is_direct = ?',
    ]) {
      const parameters = (sql.match(/\?/g) ?? []).map(() => 'x');
      const plan = hold.store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters);
      expect(plan.map((step) => step.detail).join(' '), sql).toMatch(/SEARCH \w+ USING (?:COVERING )?INDEX/);
    }
    hold.release();
  });

  it('hands out thirty thousand messages completely, each once', async () => {
    await network.run('sandbox.burst', { account: 'lale', kind: 'mention', text: 'kalabalık {n}', count: 30_000 });
    const ids = (await desk.pull('feed')).filter(isMessage).map((event) => event.message.remoteId);
    expect([ids.length, new Set(ids).size]).toEqual([30_000, 30_000]);
  }, 60_000);
});
