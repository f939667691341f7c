// How the server shows its memory: the entities of the published API description.
import { accountUrl, hashtagsIn, mentionedIn, toHtml } from './text.mjs';
import { relation } from './relations.mjs';

export const accountView = (world, account) => {
  const own = [...world.statuses.values()].filter((status) => status.accountId === account.id);
  const avatar = `${world.baseUrl}/avatars/missing.png`;
  const followers = [...world.relations].filter(
    ([key, value]) => key.endsWith(` ${account.id}`) && value.following,
  ).length;
  const following = [...world.relations].filter(
    ([key, value]) => key.startsWith(`${account.id} `) && value.following,
  ).length;
  return {
    id: account.id,
    username: account.username,
    acct: account.acct,
    display_name: account.displayName,
    locked: false,
    bot: false,
    group: false,
    discoverable: true,
    noindex: false,
    indexable: true,
    hide_collections: false,
    created_at: account.createdAt,
    note: account.note === '' ? '' : toHtml(world, account.note),
    url: accountUrl(world, account),
    uri: accountUrl(world, account).replace('/@', '/users/'),
    avatar,
    avatar_static: avatar,
    header: avatar,
    header_static: avatar,
    followers_count: followers,
    following_count: following,
    statuses_count: own.length,
    last_status_at: own.at(-1)?.createdAt.slice(0, 10) ?? null,
    emojis: [],
    fields: [],
  };
};

/** The account of a token, with what only its owner sees. */
export const credentialView = (world, account) => ({
  ...accountView(world, account),
  source: {
    privacy: 'public',
    sensitive: false,
    language: 'en',
    note: account.note,
    fields: [],
    follow_requests_count: 0,
    hide_collections: false,
    discoverable: true,
    indexable: true,
    attribution_domains: [],
    quote_policy: 'public',
  },
  role: { id: '-99', name: '', permissions: '0', color: '', highlighted: false, collection_limit: 10 },
});

export const mediaView = (world, media) => ({
  id: media.id,
  type: media.type,
  url: media.pollsLeft > 0 ? null : `${world.baseUrl}/media_files/${media.id}`,
  preview_url: media.pollsLeft > 0 ? null : `${world.baseUrl}/media_files/${media.id}`,
  remote_url: null,
  meta: {},
  description: media.description ?? null,
  blurhash: null,
});

const statusUri = (world, status, account) =>
  `${accountUrl(world, account).replace('/@', '/users/')}/statuses/${status.id}`;

/** A status as `viewerId` sees it (undefined for nobody in particular). */
export const statusView = (world, status, viewerId) => {
  const account = world.accounts.get(status.accountId);
  const others = [...world.statuses.values()];
  const replies = others.filter((other) => other.inReplyToId === status.id && other.visibility !== 'direct');
  const boosted = status.reblogOfId === undefined ? undefined : world.statuses.get(status.reblogOfId);
  return {
    id: status.id,
    created_at: status.createdAt,
    edited_at: status.editedAt ?? null,
    in_reply_to_id: status.inReplyToId ?? null,
    in_reply_to_account_id: status.inReplyToAccountId ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: statusUri(world, status, account),
    url: `${accountUrl(world, account)}/${status.id}`,
    replies_count: replies.length,
    reblogs_count: others.filter((other) => other.reblogOfId === status.id).length,
    favourites_count: status.favouritedBy.size,
    quotes_count: 0,
    content: boosted === undefined ? toHtml(world, status.text) : toHtml(world, boosted.text),
    reblog: boosted === undefined ? null : statusView(world, boosted, viewerId),
    application: null,
    account: accountView(world, account),
    media_attachments: status.mediaIds.map((id) => mediaView(world, world.media.get(id))),
    mentions: mentionedIn(world, status.text).map((person) => ({
      id: person.id,
      username: person.username,
      url: accountUrl(world, person),
      acct: person.acct,
    })),
    tags: hashtagsIn(status.text).map((tag) => ({
      name: tag,
      url: `${world.baseUrl}/tags/${encodeURIComponent(tag)}`,
    })),
    emojis: [],
    card: null,
    poll: null,
    quote: null,
    ...(viewerId === undefined
      ? {}
      : {
          favourited: status.favouritedBy.has(viewerId),
          reblogged: others.some((other) => other.reblogOfId === status.id && other.accountId === viewerId),
          muted:
            world.mutedThreads.has(`${viewerId} ${status.threadId}`) ||
            relation(world, viewerId, status.accountId).muting,
          bookmarked: false,
          pinned: false,
          filtered: [],
        }),
  };
};

export const notificationView = (world, notification) => {
  const status = notification.statusId === undefined ? undefined : world.statuses.get(notification.statusId);
  return {
    id: notification.id,
    type: notification.type,
    created_at: notification.createdAt,
    group_key: `ungrouped-${notification.id}`,
    account: accountView(world, world.accounts.get(notification.fromId)),
    ...(status === undefined ? {} : { status: statusView(world, status, notification.accountId) }),
  };
};

export const conversationView = (world, conversation) => {
  const last = world.statuses.get(conversation.statusIds.at(-1));
  return {
    id: conversation.id,
    unread: conversation.unread,
    accounts: conversation.participantIds.map((id) => accountView(world, world.accounts.get(id))),
    last_status: last === undefined ? null : statusView(world, last, conversation.accountId),
  };
};
