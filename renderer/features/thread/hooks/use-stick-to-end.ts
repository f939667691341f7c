import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Distance from the end that still counts as the end, px. */
const endZonePx = 48;

export interface StickToEnd {
  readonly onScroll: () => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps a list at its end while its entries are measured, while new ones come and while the composer under it grows; lets go as soon
 * as the person scrolls up.
 */
export const useStickToEnd = (scrollRef: RefObject<HTMLElement | null>): StickToEnd => {
  const listRef = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const lastTop = useRef(0);
  useEffect(() => {
    const scroll = scrollRef.current;
    const list = listRef.current;
    if (!scroll || !list) return;
    const observer = new ResizeObserver(() => {
      if (isStuck.current) scroll.scrollTop = scroll.scrollHeight;
    });
    observer.observe(scroll);
    observer.observe(list);
    return () => observer.disconnect();
  }, [scrollRef]);
  const onScroll = useCallback(() => {
    const scroll = scrollRef.current;
    if (!scroll) return;
    const distance = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    if (distance < endZonePx) isStuck.current = true;
    else if (scroll.scrollTop < lastTop.current) isStuck.current = false;
    lastTop.current = scroll.scrollTop;
  }, [scrollRef]);
  return { onScroll, listRef };
};
