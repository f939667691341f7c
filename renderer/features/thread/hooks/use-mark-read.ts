import type { Conversation } from '@shared/contract/views';
import { useEffect, useRef } from 'react';
import { useAgency } from '@renderer/hooks/use-agency';
import { useCore } from '@renderer/lib/core-context';

/**
 * Marks a conversation as read when it is opened, and again when a message arrives while it is in view. A mark of "unread" that the
 * person sets meanwhile stays, since only growing counts are answered.
 */
export const useMarkRead = (conversation: Conversation): void => {
  const core = useCore();
  const role = useAgency()?.actingStaff.role;
  const lastMessageAt = useRef(-1);
  const { workspaceId, id } = conversation;
  useEffect(() => {
    if (role === undefined || role === 'observer') return;
    const mark = (): void => {
      if (!document.hasFocus() || conversation.lastMessageAt <= lastMessageAt.current) return;
      lastMessageAt.current = conversation.lastMessageAt;
      if (conversation.unreadCount === 0) return;
      // A failure shows itself: the mark in the list stays.
      core.call('conversations.markRead', { workspaceId, conversationIds: [id] }).catch(() => undefined);
    };
    mark();
    window.addEventListener('focus', mark);
    return () => window.removeEventListener('focus', mark);
  }, [conversation.lastMessageAt, conversation.unreadCount, core, id, role, workspaceId]);
};
