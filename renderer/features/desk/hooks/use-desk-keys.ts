import type { ConversationRow } from '@shared/contract/views';
import { useCallback } from 'react';
import { useCommands } from '@renderer/lib/commands';
import { useTriageTarget } from '@renderer/lib/triage-target';
import type { RowMarking } from './use-marking';

export interface DeskKeysInput {
  readonly rows: readonly ConversationRow[];
  readonly keys: readonly string[];
  readonly cursorKey: string | null;
  /** A conversation is open: moving the cursor opens the next one, so that reading goes on. */
  readonly isFollowing: boolean;
  readonly marking: RowMarking;
  readonly openRow: (row: ConversationRow) => void;
}

/** J, K, Enter, Space and their kin. Returns what moves the cursor to a row, marking on the way where asked. */
export const useDeskKeys = (input: DeskKeysInput): ((index: number, isMarking: boolean) => void) => {
  const { rows, keys, cursorKey, isFollowing, marking, openRow } = input;
  const setCursor = useTriageTarget((state) => state.setCursor);
  const { extendTo } = marking;
  const moveTo = useCallback(
    (index: number, isMarking: boolean) => {
      const row = rows[index];
      const key = keys[index];
      if (!row || key === undefined) return;
      if (isMarking) extendTo(key);
      if (isFollowing && !isMarking) openRow(row);
      else setCursor({ workspaceId: row.workspaceId, conversationId: row.id });
    },
    [extendTo, isFollowing, keys, openRow, rows, setCursor],
  );
  const index = cursorKey === null ? -1 : keys.indexOf(cursorKey);
  const step = (by: number, isMarking: boolean) => () =>
    moveTo(index < 0 ? 0 : Math.min(Math.max(0, index + by), keys.length - 1), isMarking);
  const hasRows = (): boolean => rows.length > 0;
  const current = rows[index];
  useCommands([
    {
      id: 'desk.next',
      titleKey: 'desk.commands.next',
      group: 'navigate',
      keys: ['j'],
      when: hasRows,
      run: step(1, false),
    },
    {
      id: 'desk.previous',
      titleKey: 'desk.commands.previous',
      group: 'navigate',
      keys: ['k'],
      when: hasRows,
      run: step(-1, false),
    },
    {
      id: 'desk.open',
      titleKey: 'desk.commands.open',
      group: 'navigate',
      keys: ['Enter'],
      when: () => current !== undefined,
      run: () => current && openRow(current),
    },
    {
      id: 'desk.markNext',
      titleKey: 'desk.commands.markNext',
      group: 'navigate',
      keys: ['Shift+j'],
      when: hasRows,
      run: step(1, true),
    },
    {
      id: 'desk.markPrevious',
      titleKey: 'desk.commands.markPrevious',
      group: 'navigate',
      keys: ['Shift+k'],
      when: hasRows,
      run: step(-1, true),
    },
    {
      id: 'desk.mark',
      titleKey: 'desk.commands.mark',
      group: 'navigate',
      keys: ['Space'],
      when: () => current !== undefined,
      run: () => cursorKey !== null && marking.toggle(cursorKey),
    },
    {
      id: 'desk.markAll',
      titleKey: 'desk.commands.markAll',
      group: 'navigate',
      keys: ['$mod+a'],
      isOffInText: true,
      when: hasRows,
      run: marking.all,
    },
    {
      id: 'desk.unmark',
      titleKey: 'desk.commands.unmark',
      group: 'navigate',
      keys: ['Escape'],
      when: () => marking.keys.size > 0,
      run: marking.clear,
    },
  ]);
  return moveTo;
};
