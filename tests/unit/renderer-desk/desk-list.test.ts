import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markTo, nothingMarked, pruneMarks, toggleMark } from '@renderer/features/desk/model/marking';
import { activeQuickFilter, isSameFilter, toggleIn } from '@renderer/features/desk/model/quick-filters';
import { emptyOrder, takeOver, type FreshList } from '@renderer/features/desk/model/stable-order';

const none: ReadonlySet<string> = new Set();
const held = (keys: readonly string[], more: Partial<FreshList> = {}): FreshList => ({
  keys,
  isHeld: true,
  kept: null,
  returned: none,
  ...more,
});

describe('the order of the list', () => {
  it('shows the list as it is read while nobody works in it', () => {
    const order = takeOver({ shown: ['b', 'a'], waiting: [] }, held(['c', 'b', 'a'], { isHeld: false }));
    expect(order).toEqual({ shown: ['c', 'b', 'a'], waiting: [] });
  });

  it('moves nothing under the cursor: new rows wait, moved rows keep their place', () => {
    const order = takeOver({ shown: ['a', 'b', 'c'], waiting: [] }, held(['n', 'c', 'a', 'b']));
    expect(order).toEqual({ shown: ['a', 'b', 'c'], waiting: ['n'] });
  });

  it('takes rows away that left the list, but not the open one', () => {
    expect(takeOver({ shown: ['a', 'b', 'c'], waiting: [] }, held(['c'], { kept: 'a' })).shown).toEqual(['a', 'c']);
  });

  it('adds older pages at the end', () => {
    const order = takeOver({ shown: ['a', 'b'], waiting: [] }, held(['n', 'a', 'b', 'c', 'd']));
    expect(order).toEqual({ shown: ['a', 'b', 'c', 'd'], waiting: ['n'] });
  });

  it('puts rows that an undo brought back into their place, and lets only new ones wait', () => {
    const returned = new Set(['a', 'c', 'd']);
    const order = takeOver({ shown: ['b', 'e'], waiting: [] }, held(['n', 'a', 'b', 'c', 'd', 'e'], { returned }));
    expect(order).toEqual({ shown: ['a', 'b', 'c', 'd', 'e'], waiting: ['n'] });
  });

  it('shows every row of the list exactly once, now or behind the pill, and never moves one that stays', () => {
    const keys = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
    fc.assert(
      fc.property(keys, keys, keys, (before, fresh, back) => {
        const returned = new Set(back);
        const order = takeOver({ shown: before, waiting: [] }, held(fresh, { returned }));
        expect([...order.shown, ...order.waiting].toSorted()).toEqual([...fresh].toSorted());
        const stayed = before.filter((key) => fresh.includes(key));
        if (stayed.length > 0) expect(order.shown.filter((key) => stayed.includes(key))).toEqual(stayed);
        expect(takeOver(order, held(fresh, { returned }))).toEqual(order);
      }),
    );
  });

  it('begins with what is read', () => {
    expect(takeOver(emptyOrder, held(['a'])).shown).toEqual(['a']);
  });
});

describe('marking rows', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];

  it('marks single rows with Ctrl and takes the mark off again', () => {
    const one = toggleMark(nothingMarked, 'b');
    expect([...toggleMark(one, 'd').keys]).toEqual(['b', 'd']);
    expect([...toggleMark(one, 'b').keys]).toEqual([]);
  });

  it('marks a range with Shift, growing and shrinking from where it began', () => {
    const one = toggleMark(nothingMarked, 'b');
    const wide = markTo(one, order, 'e', null);
    expect([...wide.keys]).toEqual(['b', 'c', 'd', 'e']);
    expect([...markTo(wide, order, 'a', null).keys]).toEqual(['a', 'b']);
  });

  it('begins a range at the cursor where nothing is marked', () => {
    expect([...markTo(nothingMarked, order, 'd', 'c').keys]).toEqual(['c', 'd']);
  });

  it('forgets rows that are gone', () => {
    const marked = markTo(toggleMark(nothingMarked, 'a'), order, 'c', null);
    expect([...pruneMarks(marked, ['b', 'c']).keys]).toEqual(['b', 'c']);
    expect(pruneMarks(marked, order)).toBe(marked);
  });
});

describe('filters', () => {
  it('knows a filter again whatever the order in which it was put together', () => {
    expect(
      isSameFilter({ kinds: ['direct', 'comment'], isUnread: true }, { isUnread: true, kinds: ['comment', 'direct'] }),
    ).toBe(true);
    expect(isSameFilter({ kinds: [] }, {})).toBe(true);
    expect(isSameFilter({ kinds: ['direct'] }, { kinds: ['comment'] })).toBe(false);
  });

  it('names the quick filter that is on', () => {
    expect(activeQuickFilter({ statuses: ['open'] })).toBe('open');
    expect(activeQuickFilter({ kinds: ['mention'], statuses: ['open'] })).toBe('mention');
    expect(activeQuickFilter({ statuses: ['resolved'] })).toBeNull();
  });

  it('takes values in and out and leaves no empty list behind', () => {
    expect(toggleIn(undefined, 'a')).toEqual(['a']);
    expect(toggleIn(['a'], 'a')).toBeUndefined();
  });
});
