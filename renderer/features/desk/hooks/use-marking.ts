import type { ConversationRow } from '@shared/contract/views';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { conversationKey, useTriageTarget } from '@renderer/lib/triage-target';
import { rowKey } from '../api/use-desk-rows';
import { markTo, nothingMarked, pruneMarks, toggleMark, type Marking } from '../model/marking';

export interface RowMarking {
  readonly keys: ReadonlySet<string>;
  toggle(key: string): void;
  /** Marks from the last marked row, or from the cursor, to this one. */
  extendTo(key: string): void;
  all(): void;
  clear(): void;
}

/** Rows marked for a bulk action. What is marked is what the triage keys act on. */
export const useMarking = (rows: readonly ConversationRow[], order: readonly string[]): RowMarking => {
  const [marking, setMarking] = useState<Marking>(nothingMarked);
  const setMarked = useTriageTarget((state) => state.setMarked);
  const marked = useTriageTarget((state) => state.marked);
  const pruned = useMemo(() => pruneMarks(marking, order), [marking, order]);

  useEffect(() => {
    const places = rows
      .filter((row) => pruned.keys.has(rowKey(row)))
      .map((row) => ({ workspaceId: row.workspaceId, conversationId: row.id }));
    if (places.length > 0 || useTriageTarget.getState().marked.length > 0) setMarked(places);
  }, [pruned, rows, setMarked]);
  useEffect(() => () => setMarked([]), [setMarked]);
  useEffect(() => {
    // A bulk action that is done takes the marks off from its side.
    if (marked.length === 0) setMarking((now) => (now.keys.size === 0 ? now : nothingMarked));
  }, [marked]);

  const toggle = useCallback((key: string) => setMarking((now) => toggleMark(now, key)), []);
  const extendTo = useCallback(
    (key: string) =>
      setMarking((now) => {
        const { cursor } = useTriageTarget.getState();
        return markTo(now, order, key, cursor === null ? null : conversationKey(cursor));
      }),
    [order],
  );
  const all = useCallback(() => setMarking({ keys: new Set(order), anchor: order[0] ?? null }), [order]);
  const clear = useCallback(() => setMarking(nothingMarked), []);
  return { keys: pruned.keys, toggle, extendTo, all, clear };
};
