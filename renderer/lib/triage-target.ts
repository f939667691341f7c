import { create } from 'zustand';
import type { OpenConversation } from './ui-state';

/** Dialogs that ask what to do with the conversations in question. */
type TriageDialog = 'assign' | 'snooze' | 'labels';

/** Which conversations a key such as `E` or `L` is about: those marked in the list, else the open one, else the one under the cursor. */
export interface TriageTarget {
  readonly marked: readonly OpenConversation[];
  /** Row under the keyboard's cursor. */
  readonly cursor: OpenConversation | null;
  readonly dialog: TriageDialog | null;
  setMarked(marked: readonly OpenConversation[]): void;
  setCursor(cursor: OpenConversation | null): void;
  setDialog(dialog: TriageDialog | null): void;
}

export const useTriageTarget = create<TriageTarget>()((set) => ({
  marked: [],
  cursor: null,
  dialog: null,
  setMarked: (marked) => set({ marked }),
  setCursor: (cursor) => set({ cursor }),
  setDialog: (dialog) => set({ dialog }),
}));

/** Names a conversation across all brands. */
export const conversationKey = ({ workspaceId, conversationId }: OpenConversation): string =>
  `${workspaceId}/${conversationId}`;
