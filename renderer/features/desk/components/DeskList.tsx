import type { ConversationRow } from '@shared/contract/views';
import { useComputedColorScheme } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNetworks, useSettings, useStaff, useWorkspaces } from '@renderer/hooks/use-agency';
import { useNow } from '@renderer/hooks/use-now';
import { rowKey, type DeskRows } from '../api/use-desk-rows';
import { DeskRow } from './DeskRow';
import classes from './DeskList.module.css';

/** Heights of a row, px. */
const rowHeights = { comfortable: 78, compact: 52 } as const;
/** Rows shown while the list stands at its top, with room to spare. */
const topRows = 40;
/** Rows left below the window when the next page is asked for. */
const loadAhead = 20;

export interface DeskListProps {
  readonly list: DeskRows;
  readonly openKey: string | null;
  readonly cursorKey: string | null;
  readonly marked: ReadonlySet<string>;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly onPress: (row: ConversationRow, event: MouseEvent) => void;
}

const rowId = (key: string): string => `desk-row-${key.replaceAll('/', '-')}`;

/** The rows, as many in the document as the window shows. One stop of the Tab key; the cursor moves inside. */
export const DeskList = ({ list, openKey, cursorKey, marked, scrollRef, onPress }: DeskListProps) => {
  const { t } = useTranslation();
  const density = useSettings()?.density ?? 'comfortable';
  const scheme = useComputedColorScheme('light');
  const now = useNow();
  const brands = useById(useWorkspaces());
  const networks = useById(useNetworks());
  const staff = useById(useStaff());
  const { rows, isComplete, isLoadingMore, loadMore } = list;
  const height = rowHeights[density];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => (rows[index] ? rowKey(rows[index]) : index), [rows]),
    overscan: 6,
  });

  const { measure } = virtualizer;
  useEffect(() => measure(), [measure, height]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!isComplete && !isLoadingMore && rows.length > 0 && lastShown >= rows.length - loadAhead) loadMore();
  }, [isComplete, isLoadingMore, lastShown, loadMore, rows.length]);

  const { trim } = list;
  const isAtTop = lastShown < topRows;
  useEffect(() => {
    if (isAtTop) trim();
  }, [isAtTop, trim]);

  const cursorIndex = useMemo(
    () => (cursorKey === null ? -1 : rows.findIndex((row) => rowKey(row) === cursorKey)),
    [cursorKey, rows],
  );
  const { scrollToIndex } = virtualizer;
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    if (cursorIndex < 0 || scrolledTo.current === cursorKey) return;
    scrolledTo.current = cursorKey;
    scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursorIndex, cursorKey, scrollToIndex]);

  const isCursorDrawn = items.some((item) => item.index === cursorIndex);
  return (
    <div ref={scrollRef} className={classes.scroll} data-testid="desk-scroll">
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('desk.list')}
        aria-multiselectable="true"
        aria-busy={list.isLoading || isLoadingMore}
        {...(isCursorDrawn && cursorKey !== null ? { 'aria-activedescendant': rowId(cursorKey) } : {})}
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const key = rowKey(row);
          return (
            <DeskRow
              key={key}
              id={rowId(key)}
              row={row}
              brand={brands.get(row.workspaceId)}
              networkLabel={networks.get(row.network)?.label ?? row.network}
              assigneeName={row.assigneeId === null ? null : (staff.get(row.assigneeId)?.name ?? null)}
              scheme={scheme}
              now={now}
              index={item.index}
              setSize={isComplete ? rows.length : -1}
              isCompact={density === 'compact'}
              isOpen={key === openKey}
              isCursor={key === cursorKey}
              isMarked={marked.has(key)}
              style={rowPlace(item.start, height)}
              onPress={onPress}
            />
          );
        })}
      </div>
    </div>
  );
};

const places = new Map<string, { readonly height: number; readonly transform: string }>();

/** The same object for the same place, so that a row that did not move is not drawn again. */
const rowPlace = (start: number, height: number): { readonly height: number; readonly transform: string } => {
  const key = `${start} ${height}`;
  const known = places.get(key);
  if (known) return known;
  if (places.size > 5000) places.clear();
  const made = { height, transform: `translateY(${start}px)` };
  places.set(key, made);
  return made;
};

const useById = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
