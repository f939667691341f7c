import type { ChannelAccount, Conversation, ThreadEntry, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/hooks/use-now';
import { useFormat } from '@renderer/lib/use-format';
import { useStickToEnd } from '../hooks/use-stick-to-end';
import { useWantedMessage } from '../hooks/use-wanted-message';
import type { ThreadEntries } from '../hooks/use-thread-entries';
import { threadItems } from '../model/thread-items';
import { Entry } from './Entry';
import { EntryMenu, type OpenEntryMenu } from './EntryMenu';
import classes from './MessageList.module.css';

export interface MessageListProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
  readonly account: ChannelAccount | undefined;
  readonly thread: ThreadEntries;
}

/** Height of an entry before it was measured, px. */
const guessedHeight = 74;
/** Distance from the top at which older entries are asked for, px. */
const loadAheadPx = 600;
/** Distance from the end within which the list follows what arrives, px. */
const endZonePx = 48;

/** The entries of a thread: opens at the end, stays there while new ones come, and does not jump when older ones are added above. */
export const MessageList = ({ conversation, workspace, account, thread }: MessageListProps) => {
  const { t } = useTranslation();
  const { entries, hasOlder, isLoadingOlder, loadOlder } = thread;
  const format = useFormat(workspace.timezone);
  const now = useNow();
  const scrollRef = useRef<HTMLDivElement>(null);
  const items = useMemo(() => threadItems(entries, format.isSameDay), [entries, format]);
  const [menu, setMenu] = useState<OpenEntryMenu | null>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => guessedHeight,
    getItemKey: useCallback((index: number) => items[index]?.entry.id ?? index, [items]),
    overscan: 6,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: endZonePx,
    paddingStart: 12,
    paddingEnd: 12,
  });
  const { scrollToEnd, scrollToIndex } = virtualizer;

  const { onScroll, listRef } = useStickToEnd(scrollRef);
  useLayoutEffect(() => scrollToEnd(), [scrollToEnd]);

  const isNearTop = (virtualizer.scrollOffset ?? 0) < loadAheadPx;
  useEffect(() => {
    if (isNearTop && hasOlder && !isLoadingOlder) loadOlder();
  }, [hasOlder, isLoadingOlder, isNearTop, loadOlder, entries.length]);

  const wantedId = useWantedMessage(conversation, thread, (index) => scrollToIndex(index, { align: 'center' }));
  const isAway = !virtualizer.isAtEnd(endZonePx) && virtualizer.getTotalSize() > (virtualizer.scrollRect?.height ?? 0);
  const onMenu = useCallback((entry: ThreadEntry, button: HTMLElement) => setMenu({ entry, button }), []);

  return (
    <div className={classes.frame}>
      <div ref={scrollRef} className={classes.scroll} onScroll={onScroll}>
        <div
          ref={listRef}
          role="feed"
          aria-label={t('thread.messages')}
          aria-busy={isLoadingOlder}
          className={classes.list}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((virtual) => {
            const item = items[virtual.index];
            if (!item) return null;
            return (
              <div
                key={virtual.key}
                ref={virtualizer.measureElement}
                data-index={virtual.index}
                className={classes.item}
                style={{ transform: `translateY(${virtual.start}px)` }}
              >
                {item.startsDay && (
                  <p className={classes.day}>
                    <span>{format.dayName(item.entry.createdAt, now)}</span>
                  </p>
                )}
                <Entry
                  item={item}
                  workspace={workspace}
                  index={virtual.index}
                  setSize={hasOlder ? -1 : items.length}
                  isWanted={item.entry.id === wantedId}
                  onMenu={onMenu}
                />
              </div>
            );
          })}
        </div>
      </div>
      {isAway && (
        <button type="button" className={classes.down} onClick={() => scrollToEnd({ behavior: 'smooth' })}>
          {t('thread.toNewest')}
        </button>
      )}
      <Announcer entries={entries} />
      {menu && <EntryMenu open={menu} conversation={conversation} account={account} onClose={() => setMenu(null)} />}
    </div>
  );
};

/** Tells screen readers what arrived since the thread was opened. */
const Announcer = ({ entries }: { readonly entries: readonly ThreadEntry[] }) => {
  const { t } = useTranslation();
  const last = entries.findLast((entry) => entry.type === 'inbound');
  const known = useRef(last?.id);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!last || last.id === known.current) return;
    known.current = last.id;
    setText(t('thread.arrived', { name: displayLine(last.authorName), text: displayLine(last.text.slice(0, 300)) }));
  }, [last, t]);
  return (
    <p className={classes.live} aria-live="polite">
      {text}
    </p>
  );
};
