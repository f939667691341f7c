import { create } from 'zustand';
import type { OpenConversation } from './ui-state';

/** A message of a conversation. */
interface MessagePlace extends OpenConversation {
  readonly messageId: string;
}

/** The message that a search hit leads to, until the thread has shown it; and the message that the composer answers. */
export interface MessageFocus {
  readonly wanted: MessagePlace | null;
  readonly answered: MessagePlace | null;
  want(place: MessagePlace | null): void;
  answer(place: MessagePlace | null): void;
}

export const useMessageFocus = create<MessageFocus>()((set) => ({
  wanted: null,
  answered: null,
  want: (wanted) => set({ wanted }),
  answer: (answered) => set({ answered }),
}));
