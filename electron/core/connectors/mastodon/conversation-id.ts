/** What a conversation's remote id stands for. */
export type ConversationKey =
  /** Messages under one first post with one person. */
  | { readonly kind: 'thread'; readonly rootId: string; readonly contactId: string }
  /** Private messages among the same people: full handles in lower case, sorted, without the account itself. */
  | { readonly kind: 'direct'; readonly people: readonly string[] };

export const threadConversationId = (rootId: string, contactId: string): string =>
  `thread:${encodeURIComponent(rootId)}:${encodeURIComponent(contactId)}`;

/** Servers start a new thread with each private message that is no answer, so people, not threads, make a conversation. */
export const directConversationId = (handles: readonly string[]): string =>
  `direct:${[...new Set(handles.map((handle) => encodeURIComponent(handle.toLowerCase())))].toSorted().join(',')}`;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

export function parseConversationId(remoteId: string): ConversationKey | null {
  const [, root, contact] = /^thread:([^:]+):([^:]+)$/.exec(remoteId) ?? [];
  if (root !== undefined && contact !== undefined) {
    const rootId = decoded(root);
    const contactId = decoded(contact);
    return rootId === null || contactId === null ? null : { kind: 'thread', rootId, contactId };
  }
  const [, list] = /^direct:(.+)$/.exec(remoteId) ?? [];
  const people = list?.split(',').map(decoded) ?? [];
  const known = people.filter((person) => person !== null);
  return known.length === 0 || known.length !== people.length ? null : { kind: 'direct', people: known };
}
