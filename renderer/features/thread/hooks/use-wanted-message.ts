import { useEffect, useState } from 'react';
import { useMessageFocus } from '@renderer/lib/message-focus';
import type { ThreadEntries } from './use-thread-entries';

/** Time for which the message that a search hit led to stays marked, ms. */
const markedMs = 2500;

/** Fetches older pages until the wanted message is there, goes to it, and returns its id for a moment. */
export const useWantedMessage = (
  conversation: { readonly workspaceId: string; readonly id: string },
  thread: ThreadEntries,
  goTo: (index: number) => void,
): string | null => {
  const wanted = useMessageFocus((state) => state.wanted);
  const want = useMessageFocus((state) => state.want);
  const [markedId, setMarkedId] = useState<string | null>(null);
  const { entries, hasOlder, isLoadingOlder, loadOlder } = thread;
  const isOurs =
    wanted !== null && wanted.workspaceId === conversation.workspaceId && wanted.conversationId === conversation.id;
  const messageId = isOurs ? wanted.messageId : null;
  useEffect(() => {
    if (messageId === null) return;
    const index = entries.findIndex((entry) => entry.id === messageId);
    if (index >= 0) {
      goTo(index);
      setMarkedId(messageId);
      want(null);
    } else if (!hasOlder) want(null);
    else if (!isLoadingOlder) loadOlder();
  }, [entries, goTo, hasOlder, isLoadingOlder, loadOlder, messageId, want]);
  useEffect(() => {
    if (markedId === null) return;
    const timer = setTimeout(() => setMarkedId(null), markedMs);
    return () => clearTimeout(timer);
  }, [markedId]);
  return markedId;
};
