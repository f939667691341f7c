import type { ThreadEntry } from '@shared/contract/views';

/** Somebody who can be named in a reply. */
export interface MentionCandidate {
  /** Without the sign in front. */
  readonly handle: string;
  readonly name: string;
}

interface Person {
  readonly authorHandle: string;
  readonly authorName: string;
}

/** People of a thread who can be named, each once: the contact first, then who wrote last. Ourselves never. */
export const mentionCandidates = (
  contact: MentionCandidate,
  entries: readonly ThreadEntry[],
  ownHandle: string,
): readonly MentionCandidate[] => {
  const bare = (handle: string): string => handle.replace(/^@/, '');
  const others: readonly Person[] = entries.filter((entry) => entry.type === 'inbound').toReversed();
  const all = [contact, ...others.map(({ authorHandle, authorName }) => ({ handle: authorHandle, name: authorName }))];
  const byHandle = new Map<string, MentionCandidate>();
  for (const { handle, name } of all) {
    const key = bare(handle);
    if (key !== '' && key !== bare(ownHandle) && !byHandle.has(key)) byHandle.set(key, { handle: key, name });
  }
  return [...byHandle.values()];
};
