import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  beginRun,
  readNotificationState,
  startState,
  type Known,
  type NotificationState,
} from '../../../../electron/core/connectors/bluesky/notification-run';
import { deepEveryMs, overlapMs } from '../../../../electron/core/connectors/bluesky/figures';

const start = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;

/** The network: a list ordered newest first, in pages whose places are offsets, as entries come and go between calls. */
class Network {
  entries: Known[] = [];
  now = start;

  add(name: string, agoMs: number): void {
    this.entries.push({ u: name, t: this.now - agoMs });
    this.entries.sort((left, right) => right.t - left.t);
  }

  page(cursor: string | null, size: number): { entries: Known[]; oldest: number | null; next: string | null } {
    // A place in the list is a time, as on the real network; what is added above does not move it.
    const from = cursor === null ? Number.POSITIVE_INFINITY : Number(cursor);
    const rest = this.entries.filter((entry) => entry.t < from);
    const entries = rest.slice(0, size);
    const last = entries.at(-1);
    const whole = last === undefined ? entries : rest.filter((entry) => entry.t >= last.t);
    return {
      entries: whole,
      oldest: last?.t ?? null,
      next: whole.length < rest.length && last !== undefined ? String(last.t) : null,
    };
  }
}

/** What the app holds: a map by id, filled by the pages; the cursor is text, as it is stored. */
const pullOnce = (network: Network, cursor: string | null, size: number, held: Map<string, Known>) => {
  const before = readNotificationState(cursor);
  const run = beginRun(before, network.now);
  const listed = network.page(run.page, size);
  const inReach = listed.entries.filter((entry) => entry.t >= run.floor);
  for (const entry of inReach) held.set(entry.u, entry);
  const after = advance(before, run, { ...listed, entries: inReach });
  return { ...after, cursor: JSON.stringify(after.state) };
};

type Command =
  | { readonly kind: 'write'; readonly count: number; readonly agoMs: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'pull'; readonly pages: number; readonly size: number }
  | { readonly kind: 'crash' };

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    count: fc.integer({ min: 1, max: 8 }),
    agoMs: fc.integer({ min: 0, max: overlapMs - minute }),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1_000, max: 20 * minute }) }),
  fc.record({
    kind: fc.constant('pull' as const),
    pages: fc.integer({ min: 1, max: 4 }),
    size: fc.integer({ min: 1, max: 7 }),
  }),
  fc.constant({ kind: 'crash' as const }),
);

describe('reading the list of notifications', () => {
  it('holds every notification once in the end, whatever is written, lost or interrupted in between', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 60 }), (steps) => {
        const network = new Network();
        const held = new Map<string, Known>();
        let cursor: string | null = null;
        let written = 0;
        for (const step of steps) {
          network.now += 1;
          if (step.kind === 'write')
            for (let index = 0; index < step.count; index += 1) network.add(`n${(written += 1)}`, step.agoMs + index);
          if (step.kind === 'wait') network.now += step.ms;
          if (step.kind === 'pull')
            for (let page = 0; page < step.pages; page += 1) cursor = pullOnce(network, cursor, step.size, held).cursor;
          // A page that was read but not stored: the same place is read again.
          if (step.kind === 'crash') pullOnce(network, cursor, 3, new Map());
        }
        // At last two whole runs, the second of them deep.
        for (let run = 0; run < 2; run += 1) {
          network.now += deepEveryMs;
          for (let guard = 0, isDone = false; !isDone; guard += 1) {
            expect(guard).toBeLessThan(1_000);
            ({ cursor, isDone } = pullOnce(network, cursor, 5, held));
          }
        }
        expect([...held.keys()].toSorted()).toEqual(network.entries.map((entry) => entry.u).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when the same page comes twice', () => {
    const network = new Network();
    for (let index = 0; index < 10; index += 1) network.add(`n${index}`, index * minute);
    const held = new Map<string, Known>();
    const first = pullOnce(network, null, 4, held);
    const again = pullOnce(network, null, 4, held);
    expect(again.cursor).toBe(first.cursor);
    expect(held.size).toBe(4);
  });

  it('moves its mark only when a run has reached what is known', () => {
    const network = new Network();
    network.add('old', 5 * minute);
    let cursor = pullOnce(network, null, 5, new Map()).cursor;
    const mark = readNotificationState(cursor).watermark;
    network.now += 60 * minute;
    for (let index = 0; index < 30; index += 1) network.add(`new${index}`, index * minute);
    const middle = pullOnce(network, cursor, 5, new Map());
    expect(middle.isDone).toBe(false);
    expect(middle.state.watermark).toBe(mark);
    cursor = middle.cursor;
    for (let isDone = false; !isDone;) ({ cursor, isDone } = pullOnce(network, cursor, 5, new Map()));
    expect(readNotificationState(cursor).watermark).toBe(network.entries[0]?.t);
  });

  it('finds what the list shows some minutes late, in any run', () => {
    const network = new Network();
    const held = new Map<string, Known>();
    network.add('first', 0);
    const { cursor } = pullOnce(network, null, 5, held);
    network.now += minute;
    network.add('late', 10 * minute);
    pullOnce(network, cursor, 5, held);
    expect(held.has('late')).toBe(true);
  });

  it('finds what was written by a clock that is hours behind, in its next deep run', () => {
    const network = new Network();
    const held = new Map<string, Known>();
    network.add('first', 0);
    let cursor = pullOnce(network, null, 5, held).cursor;
    network.now += minute;
    network.add('late', 5 * 60 * minute);
    cursor = pullOnce(network, cursor, 5, held).cursor;
    network.now += deepEveryMs;
    pullOnce(network, cursor, 5, held);
    expect(held.has('late')).toBe(true);
  });

  it('names what is no longer listed, and only when the whole stretch was read', () => {
    const network = new Network();
    network.add('keeps', minute);
    network.add('goes', 2 * minute);
    const cursor = pullOnce(network, null, 5, new Map()).cursor;
    network.now += 10_000;
    network.entries = network.entries.filter((entry) => entry.u !== 'goes');
    expect(pullOnce(network, cursor, 5, new Map()).vanished).toEqual(['goes']);
  });

  it('ends although a server repeats its cursor for ever', () => {
    const state: NotificationState = startState;
    let at = { state, isDone: false };
    let rounds = 0;
    while (!at.isDone) {
      rounds += 1;
      expect(rounds).toBeLessThan(5);
      const run = beginRun(at.state, start);
      at = advance(at.state, run, { entries: [{ u: 'n', t: start }], oldest: start, next: 'same' });
    }
  });

  it.each(['', 'null', '{}', '{"v":2}', '[1]', '{"v":1,"watermark":"x"}'])(
    'starts over at a cursor like %j',
    (cursor) => {
      expect(readNotificationState(cursor)).toEqual(startState);
    },
  );
});
