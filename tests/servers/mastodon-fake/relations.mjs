// Who follows, mutes and blocks whom.

const NOTHING = { following: false, muting: false, mutingNotifications: false, blocking: false };

/** What `from` has decided about `to`. */
export const relation = (world, from, to) => world.relations.get(`${from} ${to}`) ?? NOTHING;

export const setRelation = (world, from, to, change) =>
  world.relations.set(`${from} ${to}`, { ...relation(world, from, to), ...change });

/** True when either has blocked the other. */
export const isBlockedBetween = (world, one, other) =>
  relation(world, one, other).blocking || relation(world, other, one).blocking;

export const relationshipView = (world, from, to) => {
  const mine = relation(world, from, to);
  const theirs = relation(world, to, from);
  return {
    id: to,
    following: mine.following,
    showing_reblogs: mine.following,
    notifying: false,
    languages: null,
    followed_by: theirs.following,
    blocking: mine.blocking,
    blocked_by: theirs.blocking,
    muting: mine.muting,
    muting_notifications: mine.mutingNotifications,
    muting_expires_at: null,
    requested: false,
    requested_by: false,
    domain_blocking: false,
    endorsed: false,
    note: '',
  };
};
