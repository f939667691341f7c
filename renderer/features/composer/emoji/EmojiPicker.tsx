import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { emojiGroups, findEmoji, type Emoji } from './emoji-list';
import classes from './EmojiPicker.module.css';

export interface EmojiPickerProps {
  /** The button that opened it; gets the focus back. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPick: (emoji: string) => void;
  readonly onClose: () => void;
}

const perRow = 9;
const rowHeight = 34;

type Row = { readonly heading: string } | { readonly emojis: readonly Emoji[] };

const rowsOf = (emojis: readonly Emoji[]): Row[] =>
  Array.from({ length: Math.ceil(emojis.length / perRow) }, (_, index) => ({
    emojis: emojis.slice(index * perRow, (index + 1) * perRow),
  }));

const allRows: readonly Row[] = emojiGroups.flatMap((group) => [{ heading: group.slug }, ...rowsOf(group.emojis)]);

/** A grid of emoji, found by English and Turkish words. Arrow keys walk it, Enter takes one, Escape closes. */
export const EmojiPicker = ({ anchor, onPick, onClose }: EmojiPickerProps) => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState<readonly [row: number, column: number]>([0, 0]);
  const frame = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const isSearching = query.trim() !== '';
  const rows = useMemo(() => (isSearching ? rowsOf(findEmoji(query)) : allRows), [isSearching, query]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 2,
  });

  useEffect(() => {
    const onPointer = (event: PointerEvent): void => {
      const target = event.target;
      if (!(target instanceof Node) || frame.current?.contains(target) || anchor.current?.contains(target)) return;
      onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [anchor, onClose]);

  const cellAt = (row: number, column: number): Emoji | undefined => {
    const found = rows[row];
    return found && 'emojis' in found ? found.emojis[column] : undefined;
  };
  const moveTo = (row: number, column: number): void => {
    setCursor([row, column]);
    virtualizer.scrollToIndex(row, { align: 'auto' });
  };
  /** The next row of emoji in a direction, over headings. */
  const rowFrom = (row: number, step: 1 | -1): number => {
    let next = row + step;
    while (next >= 0 && next < rows.length && rows[next] && 'heading' in (rows[next] ?? {})) next += step;
    return next >= 0 && next < rows.length ? next : row;
  };
  const [cursorRow, cursorColumn] = cellAt(...cursor) ? cursor : ([rowFrom(-1, 1), 0] as const);
  const current = cellAt(cursorRow, cursorColumn);

  const onKeyDown = (event: KeyboardEvent): void => {
    const lengthOf = (row: number): number => {
      const found = rows[row];
      return found && 'emojis' in found ? found.emojis.length : 1;
    };
    const vertical = (step: 1 | -1): void => {
      const row = rowFrom(cursorRow, step);
      moveTo(row, Math.min(cursorColumn, lengthOf(row) - 1));
    };
    const horizontal = (step: 1 | -1): void => {
      const column = cursorColumn + step;
      if (column >= 0 && column < lengthOf(cursorRow)) moveTo(cursorRow, column);
      else {
        const row = rowFrom(cursorRow, step);
        if (row !== cursorRow) moveTo(row, step === 1 ? 0 : lengthOf(row) - 1);
      }
    };
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => vertical(1),
      ArrowUp: () => vertical(-1),
      ArrowRight: () => horizontal(1),
      ArrowLeft: () => horizontal(-1),
      Enter: () => current && onPick(current.emoji),
      Escape: () => {
        onClose();
        anchor.current?.focus();
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  const place = anchor.current?.getBoundingClientRect();
  return createPortal(
    <div
      ref={frame}
      style={{ left: place?.left ?? 0, bottom: window.innerHeight - (place?.top ?? 0) + 6 }}
      role="dialog"
      aria-label={t('composer.emoji')}
      className={classes.picker}
      onKeyDown={onKeyDown}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="emoji-grid"
        {...(current ? { 'aria-activedescendant': `emoji-${cursorRow}-${cursorColumn}` } : {})}
        className={classes.search}
        aria-label={t('composer.emojiSearch')}
        placeholder={t('composer.emojiSearch')}
        value={query}
        ref={(field) => field?.focus({ preventScroll: true })}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCursor([0, 0]);
        }}
      />
      {rows.length === 0 && <p className={classes.none}>{t('composer.emojiNone')}</p>}
      <div ref={scroll} className={classes.scroll} tabIndex={-1}>
        <div
          id="emoji-grid"
          role="grid"
          aria-label={t('composer.emoji')}
          aria-rowcount={rows.length}
          style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 1}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {'heading' in row ? (
                  <span role="gridcell" className={classes.heading}>
                    {t(`composer.emojiGroups.${row.heading}`)}
                  </span>
                ) : (
                  row.emojis.map((each, column) => (
                    <button
                      key={each.emoji}
                      id={`emoji-${item.index}-${column}`}
                      type="button"
                      role="gridcell"
                      tabIndex={-1}
                      className={classes.cell}
                      data-cursor={(item.index === cursorRow && column === cursorColumn) || undefined}
                      aria-label={each.name}
                      title={each.name}
                      onClick={() => onPick(each.emoji)}
                    >
                      {each.emoji}
                    </button>
                  ))
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>,
    document.body,
  );
};
