import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  inOrder,
  queryFor,
  readMentionState,
  startMentions,
  walkDown,
  withPlace,
  type Listed,
  type PageQuery,
} from '../../../../electron/core/connectors/mastodon/mention-run';
import { compareIds, isNewer } from '../../../../electron/core/connectors/mastodon/ids';
import { suspectPage } from '../../../../electron/core/connectors/mastodon/figures';
import { noPaging, type Paging } from '../../../../electron/core/connectors/mastodon/paging';

const start = Date.UTC(2026, 10, 20, 9);
const day = 86_400_000;

interface Habits {
  /** Gives the oldest above `min_id`, as documented; false: the newest. */
  readonly isForward: boolean;
  readonly hasLinks: boolean;
  /** Most entries on a page. */
  readonly most: number;
}

/** A server: a list that grows at its end, read in pages. */
class Network {
  entries: Listed[] = [];
  now = start;
  private next = 990;

  constructor(private readonly habits: Habits) {}

  write(): string {
    this.next += 1;
    this.now += 1_000;
    const entry = { id: String(this.next), at: this.now };
    this.entries.push(entry);
    return entry.id;
  }

  remove(index: number): void {
    this.entries.splice(index % Math.max(1, this.entries.length), 1);
  }

  page({ min_id: min, max_id: max }: PageQuery, since?: string): { items: readonly Listed[]; paging: Paging } {
    const { isForward, hasLinks, most } = this.habits;
    const low = min ?? since;
    const range = this.entries
      .filter(({ id }) => low === undefined || isNewer(id, low))
      .filter(({ id }) => max === undefined || isNewer(max, id))
      .toSorted((left, right) => compareIds(right.id, left.id));
    const items = min !== undefined && isForward ? range.slice(-most) : range.slice(0, most);
    const paging =
      hasLinks && items.length > 0 ? { older: items.at(-1)?.id ?? null, newer: items[0]?.id ?? null } : noPaging;
    return { items, paging };
  }
}

/** One pull as the connector makes it, without threads and texts. `take`: how many entries fit into it. */
const pullOnce = (network: Network, cursor: string | null, take: number, held: Set<string>) => {
  const before = withPlace(readMentionState(cursor, network.now), network.now);
  const { items, paging } = network.page(queryFor(before));
  const wanted = inOrder(before, items);
  if (before.walk === null && before.high !== null && wanted.length >= suspectPage) {
    const between = network.page({ max_id: wanted[0]?.id ?? '' }, before.high).items;
    if (between.length > 0) return { cursor: JSON.stringify(walkDown(before, network.now)), isDone: false };
  }
  const taken = wanted.slice(0, take);
  for (const { id } of taken) held.add(id);
  const step = advance(before, items, wanted, taken.length, paging, network.now);
  // A walk ends where the list begins; what came meanwhile follows at once.
  const isDone = step.isDone && (before.walk === null || step.state.high === null);
  return { cursor: JSON.stringify(step.state), isDone, covered: step.covered };
};

type Command =
  | { readonly kind: 'write'; readonly count: number }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'pull'; readonly times: number; readonly take: number }
  | { readonly kind: 'lost'; readonly take: number };

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('remove' as const), index: fc.nat() }),
  fc.record({
    kind: fc.constant('pull' as const),
    times: fc.integer({ min: 1, max: 6 }),
    take: fc.integer({ min: 1, max: 10 }),
  }),
  fc.record({ kind: fc.constant('lost' as const), take: fc.integer({ min: 1, max: 10 }) }),
);

const habits: fc.Arbitrary<Habits> = fc.oneof(
  fc.record({ isForward: fc.constant(true), hasLinks: fc.boolean(), most: fc.integer({ min: 1, max: 40 }) }),
  // A server that skips is caught only on pages that could be its limit, which no real one sets below this.
  fc.record({ isForward: fc.constant(false), hasLinks: fc.boolean(), most: fc.integer({ min: suspectPage, max: 40 }) }),
);

describe('the cursor of the mentions', () => {
  it('misses nothing, however the server pages, and whatever comes, goes and is lost between pulls', () => {
    fc.assert(
      fc.property(habits, fc.array(commands, { maxLength: 30 }), (server, script) => {
        const network = new Network(server);
        const held = new Set<string>();
        const written = new Set<string>();
        let cursor: string | null = null;
        for (const command of script) {
          if (command.kind === 'write') for (let one = 0; one < command.count; one += 1) written.add(network.write());
          else if (command.kind === 'remove') network.remove(command.index);
          // The page was fetched and the app died before it was stored: neither rows nor cursor are there.
          else if (command.kind === 'lost') pullOnce(network, cursor, command.take, new Set());
          else
            for (let one = 0; one < command.times; one += 1)
              ({ cursor } = pullOnce(network, cursor, command.take, held));
        }
        let isDone = false;
        for (let pulls = 0; !isDone; pulls += 1) {
          expect(pulls).toBeLessThan(2_000);
          ({ cursor, isDone } = pullOnce(network, cursor, 7, held));
        }
        const missing = network.entries.filter(({ id }) => !held.has(id));
        expect(missing).toEqual([]);
        // And a quiet list brings nothing again.
        const again = new Set<string>();
        expect(pullOnce(network, cursor, 7, again).isDone).toBe(true);
        expect([...again]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('asks forward by min_id once it has a place, which since_id would skip', () => {
    const network = new Network({ isForward: true, hasLinks: true, most: 40 });
    network.write();
    const held = new Set<string>();
    let step = pullOnce(network, null, 10, held);
    while (!step.isDone) step = pullOnce(network, step.cursor, 10, held);
    expect(queryFor(readMentionState(step.cursor, network.now))).toEqual({ min_id: '991' });
  });

  it('goes a month back at first, and says for which time everything is held', () => {
    const network = new Network({ isForward: true, hasLinks: false, most: 2 });
    network.entries = [
      { id: '10', at: start - 31 * day },
      { id: '11', at: start - 29 * day },
      { id: '12', at: start - day },
      { id: '13', at: start - 1_000 },
    ];
    const held = new Set<string>();
    let step = pullOnce(network, null, 10, held);
    const spans = [step.covered];
    while (!step.isDone) {
      step = pullOnce(network, step.cursor, 10, held);
      spans.push(step.covered);
    }
    expect([...held].toSorted()).toEqual(['11', '12', '13']);
    expect(step.covered).toEqual({ fromAt: start, toAt: start });
    expect(spans.find((span) => span !== null && span !== undefined)).toEqual({
      fromAt: start - 30 * day,
      toAt: start,
    });
  });

  it('goes on where a page could not be read, by the server’s word', () => {
    const state = { ...startMentions(start), walk: null, high: '5' };
    const step = advance(state, [], [], 0, { older: null, newer: '9' }, start);
    expect(step).toMatchObject({ isDone: false, state: { high: '9' } });
    expect(advance(state, [], [], 0, { older: null, newer: '5' }, start).isDone).toBe(true);
  });

  it('starts over from a cursor that cannot be read', () => {
    for (const broken of ['', 'null', '{"v":2}', '[1'])
      expect(readMentionState(broken, start)).toEqual(startMentions(start));
  });

  it('sorts ids by length, then letter by letter', () => {
    expect(['100', '99', '9', '101'].toSorted(compareIds)).toEqual(['9', '99', '100', '101']);
    expect(['01H5B', '01H5A'].toSorted(compareIds)).toEqual(['01H5A', '01H5B']);
  });
});
