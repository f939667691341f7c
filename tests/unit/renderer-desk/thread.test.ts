import type { ThreadEntry } from '@shared/contract/views';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '@renderer/features/search/model/excerpt';
import { entriesInOrder, threadItems } from '@renderer/features/thread/model/thread-items';

const anEntry = (id: string, createdAt: number, more: Partial<ThreadEntry> = {}): ThreadEntry => ({
  id,
  type: 'inbound',
  authorName: 'Ada',
  authorHandle: 'ada',
  text: id,
  createdAt,
  editedAt: null,
  deletedAt: null,
  revisionCount: 0,
  attachments: [],
  isHidden: false,
  isLiked: false,
  outboxState: null,
  outboxItemId: null,
  isFromElsewhere: false,
  url: null,
  ...more,
});

const minute = 60_000;
const sameDay = (one: number, other: number): boolean =>
  Math.floor(one / 86_400_000) === Math.floor(other / 86_400_000);

describe('entries of a thread', () => {
  it('puts older pages before newer ones and shows an entry once, though two pages hold it', () => {
    const pages = [
      { items: [anEntry('c', 3), anEntry('d', 4)] },
      { items: [anEntry('a', 1), anEntry('b', 2), anEntry('c', 3)] },
    ];
    expect(entriesInOrder(pages).map((entry) => entry.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('starts each day with a line, and says a name once for messages in a row', () => {
    const items = threadItems(
      [
        anEntry('a', 0),
        anEntry('b', minute),
        anEntry('c', 30 * minute),
        anEntry('d', 31 * minute, { type: 'outbound', authorName: 'Lale', authorHandle: 'lale' }),
        anEntry('e', 86_400_000),
      ],
      sameDay,
    );
    expect(items.map((item) => [item.startsDay, item.continues])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, false],
      [true, false],
    ]);
  });
});

describe('the part of a message that a search hit shows', () => {
  it('shows a short text whole, with its marks', () => {
    expect(excerptOf('kargom nerede', [{ from: 0, to: 6 }])).toEqual({
      text: 'kargom nerede',
      marks: [{ from: 0, to: 6 }],
    });
  });

  it('begins near the first mark of a long text, and the mark stays on its word', () => {
    const text = `${'word '.repeat(100)}kargom nerede`;
    const from = text.indexOf('kargom');
    const { text: shown, marks } = excerptOf(text, [{ from, to: from + 6 }]);
    expect(shown.length).toBeLessThan(text.length);
    expect(marks.map((mark) => shown.slice(mark.from, mark.to))).toEqual(['kargom']);
  });

  it('tears no emoji apart', () => {
    const text = `${'🙏'.repeat(200)} kargom`;
    const from = text.indexOf('kargom');
    expect(excerptOf(text, [{ from, to: from + 6 }]).text).not.toMatch(/\p{Surrogate}/u);
  });
});
