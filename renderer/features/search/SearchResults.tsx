import type { SearchHit } from '@shared/contract/views';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { useCommands } from '@renderer/lib/commands';
import { useMessageFocus } from '@renderer/lib/message-focus';
import { useUiState, type OpenConversation } from '@renderer/lib/ui-state';
import { HitRow } from './components/HitRow';
import { useHits } from './hooks/use-hits';
import classes from './SearchResults.module.css';

const rowHeight = 78;
const loadAhead = 12;

const keyOf = (hit: SearchHit): string => [hit.workspaceId, hit.conversationId, hit.messageId ?? ''].join(' ');

/** Conversations of the hits, each once: what E walks on to. */
const placesOf = (hits: readonly SearchHit[]): readonly OpenConversation[] => [
  ...new Map(
    hits.map(({ workspaceId, conversationId }) => [
      `${workspaceId} ${conversationId}`,
      { workspaceId, conversationId },
    ]),
  ).values(),
];

/** Hits in place of the list, newest first. J and K walk them, Enter opens the message in its thread. */
export const SearchResults = () => {
  const { t } = useTranslation();
  const { hits, problems, isLoading, error, hasMore, isLoadingMore, loadMore, retry } = useHits();
  const [cursor, setCursor] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const openConversation = useUiState((state) => state.openConversation);
  const setListOrder = useUiState((state) => state.setListOrder);
  const want = useMessageFocus((state) => state.want);
  const index = Math.min(cursor, hits.length - 1);
  const virtualizer = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (item) => (hits[item] ? keyOf(hits[item]) : item),
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= hits.length - loadAhead) loadMore();
  });

  const open = (hit: SearchHit | undefined): void => {
    if (!hit) return;
    const { workspaceId, conversationId, messageId } = hit;
    setListOrder(placesOf(hits));
    want(messageId === null ? null : { workspaceId, conversationId, messageId });
    openConversation({ workspaceId, conversationId });
  };
  const moveTo = (next: number): void => {
    const to = Math.min(Math.max(0, next), hits.length - 1);
    setCursor(to);
    virtualizer.scrollToIndex(to, { align: 'auto' });
  };
  const hasHits = (): boolean => hits.length > 0;
  useCommands([
    {
      id: 'desk.next',
      titleKey: 'search.next',
      group: 'navigate',
      keys: ['j'],
      when: hasHits,
      run: () => moveTo(index + 1),
    },
    {
      id: 'desk.previous',
      titleKey: 'search.previous',
      group: 'navigate',
      keys: ['k'],
      when: hasHits,
      run: () => moveTo(index - 1),
    },
    {
      id: 'desk.open',
      titleKey: 'search.open',
      group: 'navigate',
      keys: ['Enter'],
      when: hasHits,
      run: () => open(hits[index]),
    },
  ]);

  if (error !== null && hits.length === 0) return <ErrorState error={error} onRetry={retry} />;
  return (
    <div className={classes.body}>
      <p className={classes.count} role="status">
        {isLoading ? '' : t(hasMore ? 'search.atLeast' : 'search.found', { count: hits.length })}
      </p>
      {problems.length > 0 && <p className={classes.problem}>{t('search.problem', { what: problems.join(', ') })}</p>}
      {!isLoading && hits.length === 0 && <EmptyState title={t('search.none')}>{t('search.noneText')}</EmptyState>}
      <div ref={scroll} className={classes.scroll}>
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t('search.results')}
          hidden={hits.length === 0}
          className={classes.list}
          style={{ height: virtualizer.getTotalSize() }}
          {...(items.some((item) => item.index === index) ? { 'aria-activedescendant': `hit-${index}` } : {})}
          onKeyDown={(event) => {
            const steps: Readonly<Record<string, number>> = {
              ArrowDown: index + 1,
              ArrowUp: index - 1,
              Home: 0,
              End: hits.length - 1,
            };
            const next = steps[event.key];
            if (next === undefined) return;
            event.preventDefault();
            moveTo(next);
          }}
        >
          {items.map((item) => {
            const hit = hits[item.index];
            return hit ? (
              <HitRow
                key={item.key}
                hit={hit}
                index={item.index}
                setSize={hasMore ? -1 : hits.length}
                isCursor={item.index === index}
                start={item.start}
                height={rowHeight}
                onPress={() => {
                  setCursor(item.index);
                  open(hit);
                }}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
};
