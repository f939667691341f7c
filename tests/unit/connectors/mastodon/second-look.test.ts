import { describe, expect, it } from 'vitest';
import { compare } from '../../../../electron/core/connectors/mastodon/second-look';
import {
  aNotification,
  aStatus,
  json,
  linkTo,
  mentionOf,
  parsed,
  signal,
  startAt,
  type ScriptedLink,
} from './builders';

const toBrand = { mentions: [mentionOf('brand')] };

/** A server whose newest messages a test changes. */
const changing = (): { page: unknown[]; gone: Set<string>; scripted: ScriptedLink } => {
  const world = { page: [] as unknown[], gone: new Set<string>() };
  const scripted = linkTo(({ url }) => {
    const id = /\/statuses\/(\d+)/.exec(url.pathname)?.[1] ?? '';
    if (id !== '')
      return world.gone.has(id)
        ? json({ error: 'Record not found' }, { status: 404 })
        : json(
            url.pathname.endsWith('/context')
              ? { ancestors: [], descendants: [] }
              : aStatus('ada', 'still here', { id }),
          );
    const above = url.searchParams.get('min_id');
    const isOlder = url.searchParams.has('max_id');
    return json(above !== null || isOlder ? [] : world.page);
  });
  return {
    ...world,
    scripted,
    get page() {
      return world.page;
    },
    set page(next) {
      world.page = next;
    },
  };
};

const pullAll = async ({ link }: ScriptedLink, cursor: string | null) => {
  const events: unknown[] = [];
  let at = cursor;
  for (let more = true; more;) {
    const pulled = await link.pull('mentions', at, signal);
    if (!pulled.ok) throw new Error(pulled.error.kind);
    at = pulled.value.cursor;
    events.push(...pulled.value.events);
    more = pulled.value.hasMore;
  }
  return { cursor: at, events };
};

describe('a second look at recent messages', () => {
  it('shows an edit as the same message, once', async () => {
    const world = changing();
    const status = aStatus('ada', 'first words', toBrand);
    world.page = [aNotification('9', status)];
    const before = await pullAll(world.scripted, null);
    const edited = { ...status, content: '<p>second words</p>', edited_at: '2026-11-20T10:00:00.000Z' };
    world.page = [aNotification('9', edited)];
    world.scripted.clock.advance(60_000);
    const after = await pullAll(world.scripted, before.cursor);
    expect(after.events).toMatchObject([
      { type: 'message', message: { remoteId: status.id, text: 'second words', editedAt: Date.UTC(2026, 10, 20, 10) } },
    ]);
    world.scripted.clock.advance(60_000);
    expect((await pullAll(world.scripted, after.cursor)).events).toEqual([]);
  });

  it('shows a deletion, but not of what a mute or a dismissal took off the list', async () => {
    const world = changing();
    const [kept, deleted, muted] = [1, 2, 3].map((number) => aStatus('ada', `words ${number}`, toBrand));
    world.page = [aNotification('9', muted), aNotification('8', deleted), aNotification('7', kept)];
    const before = await pullAll(world.scripted, null);
    world.page = [aNotification('7', kept)];
    world.gone.add(deleted?.id ?? '');
    world.scripted.clock.advance(60_000);
    const after = await pullAll(world.scripted, before.cursor);
    expect(after.events).toMatchObject([{ type: 'delete', remoteMessageId: deleted?.id }]);
  });

  it('takes what is only older than a full page for still there', () => {
    const told = (id: string, statusId: string, more: Readonly<Record<string, unknown>> = {}) => ({
      id,
      at: startAt + Number(id) * 1_000,
      status: parsed(aStatus('ada', 'words', { ...toBrand, id: statusId, ...more })),
    });
    const full = Array.from({ length: 40 }, (_, index) => told(String(500 - index), `s${index}`));
    const heard = [
      { s: 's0', t: startAt + 500_000, e: 0 },
      { s: 'gone', t: startAt + 480_500, e: 0 },
      { s: 'older', t: startAt + 1_000, e: 0 },
    ];
    const state = { heard, high: '460' };
    expect(compare(state, full).vanished.map(({ s }) => s)).toEqual(['gone']);
    expect(compare(state, [full[0] ?? told('1', 'x')]).vanished.map(({ s }) => s)).toEqual(['gone', 'older']);
    const edited = told('500', 's0', { edited_at: '2026-11-20T10:00:00.000Z' });
    expect(compare(state, [edited]).edited.map(({ status }) => status?.id)).toEqual(['s0']);
  });

  it('brings what the server showed only after a later one was read', async () => {
    const world = changing();
    const first = aStatus('ada', 'shown first', toBrand);
    const hidden = aStatus('ada', 'committed late', toBrand);
    const last = aStatus('ada', 'shown early', toBrand);
    world.page = [aNotification('9', last), aNotification('7', first)];
    const before = await pullAll(world.scripted, null);
    world.page = [aNotification('9', last), aNotification('8', hidden), aNotification('7', first)];
    world.scripted.clock.advance(60_000);
    const after = await pullAll(world.scripted, before.cursor);
    expect(after.events).toMatchObject([{ type: 'message', message: { remoteId: hidden.id } }]);
    world.scripted.clock.advance(60_000);
    expect((await pullAll(world.scripted, after.cursor)).events).toEqual([]);
  });

  it('does not ask more often than every ten seconds', async () => {
    const world = changing();
    world.page = [aNotification('9', aStatus('ada', 'words', toBrand))];
    let { cursor } = await pullAll(world.scripted, null);
    const count = (): number => world.scripted.calls.length;
    const first = count();
    ({ cursor } = await pullAll(world.scripted, cursor));
    expect(count() - first).toBe(1);
    world.scripted.clock.advance(10_000);
    await pullAll(world.scripted, cursor);
    expect(count() - first).toBe(3);
  });
});
