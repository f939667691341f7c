import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCore } from '@renderer/lib/core-context';
import { draftRegistryOf } from '../model/draft-registry';
import type { DraftBinding, DraftSession, DraftSnapshot } from '../model/draft-session';

/** The session of a conversation's draft for as long as its composer is open; null for the first moment. */
export const useDraftSession = ({ workspaceId, conversationId, accountId }: DraftBinding): DraftSession | null => {
  const core = useCore();
  const [session, setSession] = useState<DraftSession | null>(null);
  useEffect(() => {
    const registry = draftRegistryOf(core);
    const opened = registry.open({ workspaceId, conversationId, accountId });
    setSession(opened);
    const flush = (): void => registry.flushAll();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      registry.release(opened);
      setSession(null);
    };
  }, [accountId, conversationId, core, workspaceId]);
  // A session of another conversation is never handed out, not even for one render.
  const isOurs =
    session?.binding.conversationId === conversationId &&
    session.binding.workspaceId === workspaceId &&
    session.binding.accountId === accountId;
  return isOurs ? session : null;
};

/** One value of a session, drawn again when it changes. */
export const useDraftValue = <Value>(session: DraftSession, read: (snapshot: DraftSnapshot) => Value): Value =>
  useSyncExternalStore(session.subscribe, () => read(session.snapshot()));
