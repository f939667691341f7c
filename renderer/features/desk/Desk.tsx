import type { ConversationRow } from '@shared/contract/views';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@renderer/components/ErrorState';
import { Skeleton } from '@renderer/components/Skeleton';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useSlot } from '@renderer/lib/slots';
import { conversationKey, useTriageTarget } from '@renderer/lib/triage-target';
import { useUiState, type OpenConversation } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { rowKey, useDeskRows } from './api/use-desk-rows';
import { BulkBar } from './components/BulkBar';
import { DeskEmpty } from './components/DeskEmpty';
import { DeskList } from './components/DeskList';
import { FilterBar } from './components/FilterBar';
import { SearchField } from './components/SearchField';
import { useDeskKeys } from './hooks/use-desk-keys';
import { useMarking } from './hooks/use-marking';
import classes from './Desk.module.css';

const placeOf = (row: ConversationRow): OpenConversation => ({ workspaceId: row.workspaceId, conversationId: row.id });

/** The list of conversations, of one brand or of all, with search, filters, saved views and bulk actions. */
export const Desk = () => {
  const { t } = useTranslation();
  const isSearching = useUiState((state) => state.searchText.trim() !== '');
  const SearchResults = useSlot('SearchResults');
  return (
    <section className={classes.desk} aria-label={t('desk.label')}>
      <header className={classes.head}>
        <Title />
        <SearchField />
        {!isSearching && <FilterBar />}
      </header>
      {isSearching ? <SearchResults /> : <Conversations />}
    </section>
  );
};

const Title = () => {
  const { t } = useTranslation();
  const workspaceId = useUiState((state) => state.workspaceId);
  const workspace = useWorkspace(workspaceId);
  const counts = useCoreQuery('conversations.counts', { workspaceId }, { keepsPrevious: true }).data;
  return (
    <div className={classes.title}>
      <h1 className={classes.heading}>{workspaceId === null ? t('desk.allBrands') : workspace?.name}</h1>
      {counts && (
        <p className={classes.counts}>
          {t('desk.open', { count: counts.open })} · {t('desk.unread', { count: counts.unread })}
        </p>
      )}
    </div>
  );
};

const Conversations = () => {
  const { t } = useTranslation();
  const scrollRef = useRef<HTMLDivElement>(null);
  const isPointerInside = useRef(false);
  const isHeld = useCallback(() => {
    const { marked, cursor } = useTriageTarget.getState();
    const isScrolled = (scrollRef.current?.scrollTop ?? 0) > 8;
    const hasFocus = cursor !== null && scrollRef.current?.contains(document.activeElement) === true;
    const isOpen = useUiState.getState().conversation !== null;
    return isPointerInside.current || isScrolled || isOpen || hasFocus || marked.length > 0;
  }, []);
  const list = useDeskRows(isHeld);
  const { rows } = list;
  const keys = useMemo(() => rows.map(rowKey), [rows]);
  const open = useUiState((state) => state.conversation);
  const openConversation = useUiState((state) => state.openConversation);
  const setListOrder = useUiState((state) => state.setListOrder);
  const cursor = useTriageTarget((state) => state.cursor);
  const setCursor = useTriageTarget((state) => state.setCursor);
  const marking = useMarking(rows, keys);
  const mayWork = useMayWork();
  const openKey = open === null ? null : conversationKey(open);
  const cursorKey = cursor === null ? openKey : conversationKey(cursor);

  useEffect(() => setListOrder(rows.map(placeOf)), [rows, setListOrder]);

  const openRow = useCallback(
    (row: ConversationRow) => {
      setCursor(placeOf(row));
      openConversation(placeOf(row));
    },
    [openConversation, setCursor],
  );
  const moveTo = useDeskKeys({ rows, keys, cursorKey, isFollowing: open !== null, marking, openRow });
  const { toggle, extendTo, clear } = marking;
  const onPress = useCallback(
    (row: ConversationRow, event: MouseEvent) => {
      if (event.shiftKey) extendTo(rowKey(row));
      else if (event.ctrlKey || event.metaKey) toggle(rowKey(row));
      else {
        clear();
        openRow(row);
        return;
      }
      setCursor(placeOf(row));
    },
    [clear, extendTo, openRow, setCursor, toggle],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = cursorKey === null ? -1 : keys.indexOf(cursorKey);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: Math.max(0, index - 1),
      PageDown: index + 8,
      PageUp: Math.max(0, index - 8),
      Home: 0,
      End: keys.length - 1,
    };
    const target = steps[event.key];
    if (target === undefined || keys.length === 0) return;
    event.preventDefault();
    moveTo(Math.min(target, keys.length - 1), event.shiftKey);
  };

  if (list.error !== null) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading)
    return (
      <div className={classes.late}>
        <Skeleton rows={7} rowHeight={78} />
      </div>
    );
  return (
    <div
      className={classes.body}
      onPointerEnter={() => (isPointerInside.current = true)}
      onPointerLeave={() => (isPointerInside.current = false)}
      onKeyDown={onKeyDown}
    >
      {mayWork && marking.keys.size > 0 && <BulkBar count={marking.keys.size} onClear={marking.clear} />}
      {list.waitingCount > 0 && (
        <button
          type="button"
          className={classes.waiting}
          onClick={() => {
            list.showWaiting();
            scrollRef.current?.scrollTo({ top: 0 });
          }}
        >
          {t('desk.waiting', { count: list.waitingCount })}
        </button>
      )}
      <p className={classes.live} aria-live="polite">
        {list.waitingCount > 0 ? t('desk.waiting', { count: list.waitingCount }) : ''}
      </p>
      {rows.length === 0 ? (
        <DeskEmpty />
      ) : (
        <DeskList
          list={list}
          openKey={openKey}
          cursorKey={cursorKey}
          marked={marking.keys}
          scrollRef={scrollRef}
          onPress={onPress}
        />
      )}
    </div>
  );
};
