import type { CoreClient } from '@renderer/lib/core-client';
import { createDraftSession, type DraftBinding, type DraftSession } from './draft-session';

/** Drafts that this window has in hand, each under its own conversation. */
export interface DraftRegistry {
  /** The session of a conversation; the one at hand where its text is not saved yet. */
  open(binding: DraftBinding): DraftSession;
  /** The composer went away: saves, and lets go of what is saved. */
  release(session: DraftSession): void;
  /** Saves everything now: the window is hidden or closing. */
  flushAll(): void;
  /** Notes being written; kept while the window is open, since notes have no draft on disk. */
  note(binding: Pick<DraftBinding, 'workspaceId' | 'conversationId'>): string;
  setNote(binding: Pick<DraftBinding, 'workspaceId' | 'conversationId'>, text: string): void;
}

const keyOf = ({ workspaceId, conversationId, accountId }: DraftBinding): string =>
  [workspaceId, conversationId, accountId].join(' ');

const createDraftRegistry = (core: CoreClient): DraftRegistry => {
  const sessions = new Map<string, DraftSession>();
  const users = new Map<string, number>();
  const notes = new Map<string, string>();

  const read = async (session: DraftSession): Promise<void> => {
    const { workspaceId, conversationId } = session.binding;
    session.receive(await core.call('drafts.get', { workspaceId, conversationId }));
  };

  core.on('drafts:changed', ({ workspaceId, conversationId }) => {
    for (const session of sessions.values()) {
      const { binding } = session;
      if (binding.workspaceId === workspaceId && binding.conversationId === conversationId) {
        read(session).catch(() => undefined);
      }
    }
  });

  const letGo = (key: string, session: DraftSession): void => {
    if ((users.get(key) ?? 0) === 0 && !session.hasUnsaved()) sessions.delete(key);
  };

  return {
    open: (binding) => {
      const key = keyOf(binding);
      users.set(key, (users.get(key) ?? 0) + 1);
      const known = sessions.get(key);
      if (known) return known;
      const { workspaceId, conversationId } = binding;
      const session = createDraftSession(binding, {
        save: (text, replyToMessageId) =>
          core.call('drafts.save', { workspaceId, conversationId, text, replyToMessageId }),
        discard: () => core.call('drafts.discard', { workspaceId, conversationId }),
      });
      sessions.set(key, session);
      read(session).catch((error: unknown) => session.fail(error));
      return session;
    },
    release: (session) => {
      const key = keyOf(session.binding);
      users.set(key, Math.max(0, (users.get(key) ?? 0) - 1));
      session.flush().then(
        () => letGo(key, session),
        // Not saved: the session stays in hand and goes on trying.
        () => undefined,
      );
    },
    flushAll: () => {
      for (const session of sessions.values()) session.flush().catch(() => undefined);
    },
    note: ({ workspaceId, conversationId }) => notes.get(`${workspaceId} ${conversationId}`) ?? '',
    setNote: ({ workspaceId, conversationId }, text) => {
      if (text === '') notes.delete(`${workspaceId} ${conversationId}`);
      else notes.set(`${workspaceId} ${conversationId}`, text);
    },
  };
};

const registries = new WeakMap<CoreClient, DraftRegistry>();

/** The drafts of this window. */
export const draftRegistryOf = (core: CoreClient): DraftRegistry => {
  const known = registries.get(core);
  if (known) return known;
  const made = createDraftRegistry(core);
  registries.set(core, made);
  return made;
};
