// How the chat service shows its memory: the views of the published chat.bsky lexicons.

const MESSAGE = 'chat.bsky.convo.defs#messageView';
const DELETED = 'chat.bsky.convo.defs#deletedMessageView';

const base = (message) => ({ id: message.id, rev: message.rev, sender: { did: message.did }, sentAt: message.sentAt });

/** A message without `$type`, as `sendMessage` returns it. */
export const messageBody = (message, convo) => {
  const target = convo?.messages.find((other) => other.id === message.replyTo);
  return {
    ...base(message),
    text: message.text,
    ...(message.facets === undefined ? {} : { facets: message.facets }),
    ...(message.reactions.length === 0 ? {} : { reactions: message.reactions }),
    ...(target === undefined ? {} : { replyTo: messageView(target) }),
  };
};

/** A message inside a union. */
export const messageView = (message, convo) => ({ $type: MESSAGE, ...messageBody(message, convo) });

/** A message that its viewer deleted for themselves. */
export const deletedView = (message) => ({ $type: DELETED, ...base(message) });

/** What one member still sees of a conversation, oldest first. */
export const visibleTo = (convo, did) => convo.messages.filter((message) => !message.hiddenFor.has(did));

/** A conversation as one member sees it. */
export const convoView = async (convo, did, profileOf) => {
  const mine = convo.members.get(did);
  const last = visibleTo(convo, did).at(-1);
  return {
    $type: 'chat.bsky.convo.defs#convoView',
    id: convo.id,
    rev: convo.rev,
    members: await Promise.all([...convo.members.keys()].map(profileOf)),
    ...(last === undefined ? {} : { lastMessage: messageView(last, convo) }),
    muted: mine.muted,
    status: mine.status,
    unreadCount: mine.unread,
    kind: { $type: 'chat.bsky.convo.defs#directConvo' },
  };
};
