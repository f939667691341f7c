// What follows from an act: who is told, whose conversation grows, who sees it at all, what open streams carry.
import { relation, isBlockedBetween } from './relations.mjs';
import { mentionedIn } from './text.mjs';
import { conversationView, notificationView, statusView } from './views.mjs';

/** Sends an event on every open stream of that account that carries its kind. */
export const publish = (world, accountId, event, payload) => {
  for (const stream of world.streams) {
    if (stream.accountId !== accountId || !stream.events.has(event)) continue;
    stream.response.write(
      `event: ${event}\ndata: ${typeof payload === 'string' ? payload : JSON.stringify(payload)}\n\n`,
    );
  }
};

/** True when the viewer may read the status at all. */
export const canSee = (world, status, viewerId) => {
  if (status.accountId === viewerId) return true;
  if (viewerId !== undefined && isBlockedBetween(world, viewerId, status.accountId)) return false;
  if (status.visibility === 'public' || status.visibility === 'unlisted') return true;
  if (viewerId === undefined) return false;
  if (status.mentionedIds.includes(viewerId)) return true;
  return status.visibility === 'private' && relation(world, viewerId, status.accountId).following;
};

/** True when it also stands in lists (threads, timelines, profiles) already. */
export const isListed = (world, status, viewerId) => !status.withheld && canSee(world, status, viewerId);

const policyOf = (world, accountId) =>
  world.policies.get(accountId) ?? {
    for_not_following: 'accept',
    for_not_followers: 'accept',
    for_new_accounts: 'accept',
    for_private_mentions: 'accept',
    for_limited_accounts: 'accept',
  };

/** 'accept', 'filter' or 'drop', by the owner's notification policy. */
const verdictFor = (world, accountId, fromId, status) => {
  if (relation(world, accountId, fromId).following) return 'accept';
  const policy = policyOf(world, accountId);
  const answersOwn = status?.inReplyToAccountId === accountId;
  const verdicts = [policy.for_not_following];
  if (!relation(world, fromId, accountId).following) verdicts.push(policy.for_not_followers);
  if (status?.visibility === 'direct' && !answersOwn) verdicts.push(policy.for_private_mentions);
  return verdicts.includes('drop') ? 'drop' : verdicts.includes('filter') ? 'filter' : 'accept';
};

export { policyOf };

/** Tells somebody that something happened, unless they do not want to hear of it. */
export const notify = (world, accountId, type, fromId, status) => {
  if (accountId === fromId || isBlockedBetween(world, accountId, fromId)) return;
  if (relation(world, accountId, fromId).mutingNotifications) return;
  if (status !== undefined && world.mutedThreads.has(`${accountId} ${status.threadId}`)) return;
  const verdict = verdictFor(world, accountId, fromId, status);
  if (verdict === 'drop') return;
  const notification = {
    id: world.nextId(),
    accountId,
    type,
    fromId,
    statusId: status?.id,
    createdAt: world.isoNow(),
    filtered: verdict === 'filter',
  };
  world.notifications.push(notification);
  if (!notification.filtered) publish(world, accountId, 'notification', notificationView(world, notification));
};

const growConversation = (world, status, ownerId, everyone) => {
  const others = everyone.filter((id) => id !== ownerId);
  const participantIds = others.length === 0 ? [ownerId] : others;
  const key = participantIds.toSorted().join(' ');
  let conversation = world.conversations.find(
    (known) => known.accountId === ownerId && known.threadId === status.threadId && known.key === key,
  );
  if (conversation === undefined) {
    conversation = {
      id: String(world.conversations.length + 1),
      accountId: ownerId,
      threadId: status.threadId,
      key,
      participantIds,
      statusIds: [],
      unread: false,
    };
    world.conversations.push(conversation);
  }
  conversation.statusIds.push(status.id);
  conversation.unread = status.accountId !== ownerId;
  conversation.hidden = false;
  publish(world, ownerId, 'conversation', conversationView(world, conversation));
};

/** Carries a new status to everyone it concerns. */
export const spread = (world, status) => {
  const mentioned = status.mentionedIds;
  for (const id of mentioned) notify(world, id, 'mention', status.accountId, status);
  if (status.visibility === 'direct') {
    const everyone = [...new Set([status.accountId, ...mentioned])];
    for (const id of everyone) {
      const owner = world.accounts.get(id);
      if (owner.domain === undefined && !isBlockedBetween(world, id, status.accountId))
        growConversation(world, status, id, everyone);
    }
    return;
  }
  publish(world, status.accountId, 'update', statusView(world, status, status.accountId));
  for (const [key, value] of world.relations) {
    const [follower, followed] = key.split(' ');
    if (followed === status.accountId && value.following)
      publish(world, follower, 'update', statusView(world, status, follower));
  }
};

/** Takes a deleted status back from wherever it went. */
export const withdraw = (world, status) => {
  world.statuses.delete(status.id);
  world.notifications = world.notifications.filter((notification) => notification.statusId !== status.id);
  for (const conversation of world.conversations)
    conversation.statusIds = conversation.statusIds.filter((id) => id !== status.id);
  for (const account of world.accounts.values()) publish(world, account.id, 'delete', status.id);
};

/** Tells those who already have the status that it changed. */
export const announceEdit = (world, status) => {
  const boosters = [...world.statuses.values()]
    .filter((other) => other.reblogOfId === status.id)
    .map((other) => other.accountId);
  for (const id of new Set(boosters)) notify(world, id, 'update', status.accountId, status);
  for (const id of new Set([status.accountId, ...mentionedIn(world, status.text).map((account) => account.id)])) {
    publish(world, id, 'status.update', statusView(world, status, id));
  }
};
