// Posts: writing once (by idempotency key), reading, editing with history, deleting, threads, favourites, boosts.
import { announceEdit, canSee, isListed, notify, spread, withdraw } from './activity.mjs';
import { Refusal, invalid, notFound } from './answers.mjs';
import { pageById } from './paging.mjs';
import { relation } from './relations.mjs';
import { countedLength, hashtagsIn, mentionedIn, toHtml } from './text.mjs';
import { accountView, mediaView, statusView } from './views.mjs';

const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'];
const isTrue = (value) => [true, 'true', '1', 'on'].includes(value);

const readable = (call, id = call.params.id) => {
  const status = call.world.statuses.get(id);
  if (status === undefined || !canSee(call.world, status, call.viewerId)) throw notFound();
  return status;
};
const ownStatus = (call) => {
  const status = readable(call);
  if (status.accountId !== call.viewerId) throw notFound();
  return status;
};
const show = (call, status) => ({ json: statusView(call.world, status, call.viewerId) });

const checkedContent = ({ world, body, viewerId }) => {
  const text = String(body.status ?? '');
  const spoilerText = String(body.spoiler_text ?? '');
  const mediaIds = (body.media_ids ?? []).map(String);
  if (text.trim() === '' && mediaIds.length === 0) throw invalid("Text can't be blank");
  const most = world.limits.maxCharacters;
  if (countedLength(world, text, spoilerText) > most) throw invalid(`Text character limit of ${most} exceeded`);
  if (mediaIds.length > world.limits.maxMedia) throw invalid(`Cannot attach more than ${world.limits.maxMedia} files`);
  for (const id of mediaIds) {
    const media = world.media.get(id);
    if (media === undefined || media.accountId !== viewerId) throw notFound();
    if (media.pollsLeft > 0)
      throw invalid('Cannot attach files that have not finished processing. Try again in a moment!');
  }
  return { text, spoilerText, mediaIds };
};

const create = (call) => {
  const { world, body, viewerId, request } = call;
  const key = request.headers['idempotency-key'];
  const known = key === undefined ? undefined : world.idempotency.get(`${viewerId} ${key}`);
  if (known !== undefined && known.until > world.now() && world.statuses.has(known.statusId))
    return show(call, world.statuses.get(known.statusId));
  const content = checkedContent(call);
  const visibility = body.visibility ?? 'public';
  if (!VISIBILITIES.includes(visibility)) throw invalid('Visibility is not included in the list');
  const parent = body.in_reply_to_id ? world.statuses.get(String(body.in_reply_to_id)) : undefined;
  if (body.in_reply_to_id && (parent === undefined || !canSee(world, parent, viewerId))) {
    throw new Refusal(404, 'The post you are trying to reply to does not appear to exist.');
  }
  const id = world.nextId();
  const status = {
    id,
    accountId: viewerId,
    ...content,
    visibility,
    sensitive: isTrue(body.sensitive) || content.spoilerText !== '',
    language: body.language ?? 'en',
    createdAt: world.isoNow(),
    inReplyToId: parent?.id,
    inReplyToAccountId: parent?.accountId,
    threadId: parent?.threadId ?? id,
    mentionedIds: mentionedIn(world, content.text).map((account) => account.id),
    favouritedBy: new Set(),
    history: [],
    withheld: world.withholding,
    idempotencyKey: key,
  };
  world.statuses.set(id, status);
  if (key !== undefined)
    world.idempotency.set(`${viewerId} ${key}`, { statusId: id, until: world.now() + world.idempotencyMs });
  if (!status.withheld) spread(world, status);
  return show(call, status);
};

const revision = (status) => ({
  text: status.text,
  spoilerText: status.spoilerText,
  mediaIds: status.mediaIds,
  sensitive: status.sensitive,
  at: status.editedAt ?? status.createdAt,
});

const edit = (call) => {
  const status = ownStatus(call);
  const before = revision(status);
  const content = checkedContent({
    ...call,
    body: { media_ids: status.mediaIds, spoiler_text: status.spoilerText, ...call.body },
  });
  status.history.push(before);
  Object.assign(status, content, {
    editedAt: call.world.isoNow(),
    mentionedIds: mentionedIn(call.world, content.text).map((account) => account.id),
  });
  announceEdit(call.world, status);
  return show(call, status);
};

const remove = (call) => {
  const status = ownStatus(call);
  const gone = { ...statusView(call.world, status, call.viewerId), text: status.text };
  withdraw(call.world, status);
  return { json: gone };
};

const context = (call) => {
  const { world, viewerId } = call;
  const status = readable(call);
  const ancestors = [];
  for (let up = world.statuses.get(status.inReplyToId); up !== undefined; up = world.statuses.get(up.inReplyToId)) {
    if (isListed(world, up, viewerId)) ancestors.unshift(up);
  }
  const below = (parent) =>
    [...world.statuses.values()]
      .filter((other) => other.inReplyToId === parent.id && isListed(world, other, viewerId))
      .flatMap((child) => [child, ...below(child)]);
  const views = (list) => list.map((item) => statusView(world, item, viewerId));
  return { json: { ancestors: views(ancestors), descendants: views(below(status)) } };
};

const history = (call) => {
  const status = readable(call);
  const account = accountView(call.world, call.world.accounts.get(status.accountId));
  const showRevision = (entry) => ({
    content: toHtml(call.world, entry.text),
    spoiler_text: entry.spoilerText,
    sensitive: entry.sensitive,
    created_at: entry.at,
    account,
    media_attachments: entry.mediaIds.map((id) => mediaView(call.world, call.world.media.get(id))),
    emojis: [],
  });
  return { json: [...status.history, revision(status)].map(showRevision) };
};

const favourite = (call) => {
  const status = readable(call);
  if (!status.favouritedBy.has(call.viewerId)) {
    status.favouritedBy.add(call.viewerId);
    notify(call.world, status.accountId, 'favourite', call.viewerId, status);
  }
  return show(call, status);
};
const unfavourite = (call) => {
  const status = readable(call);
  status.favouritedBy.delete(call.viewerId);
  return show(call, status);
};

const boostOf = (world, status, accountId) =>
  [...world.statuses.values()].find((other) => other.reblogOfId === status.id && other.accountId === accountId);
const reblog = (call) => {
  const { world, viewerId } = call;
  const status = readable(call);
  if (status.visibility === 'direct' || status.visibility === 'private') throw notFound();
  const existing = boostOf(world, status, viewerId);
  if (existing !== undefined) return show(call, existing);
  const id = world.nextId();
  const boost = {
    ...status,
    id,
    accountId: viewerId,
    text: '',
    spoilerText: '',
    mediaIds: [],
    mentionedIds: [],
    inReplyToId: undefined,
    inReplyToAccountId: undefined,
    threadId: id,
    createdAt: world.isoNow(),
    editedAt: undefined,
    history: [],
    favouritedBy: new Set(),
    reblogOfId: status.id,
  };
  world.statuses.set(id, boost);
  notify(world, status.accountId, 'reblog', viewerId, status);
  return show(call, boost);
};
const unreblog = (call) => {
  const status = readable(call);
  const boost = boostOf(call.world, status, call.viewerId);
  if (boost !== undefined) withdraw(call.world, boost);
  return show(call, status);
};

const muteThread = (muted) => (call) => {
  const status = readable(call);
  const key = `${call.viewerId} ${status.threadId}`;
  if (muted) call.world.mutedThreads.add(key);
  else call.world.mutedThreads.delete(key);
  return show(call, status);
};

const timeline = (wanted) => (call) => {
  const { world, query, viewerId, url } = call;
  const list = [...world.statuses.values()].filter(
    (status) => isListed(world, status, viewerId) && wanted(call, status),
  );
  const { page, headers } = pageById(list, query, { url: `${world.baseUrl}${url.pathname}`, standard: 20, most: 40 });
  return { headers, json: page.map((status) => statusView(world, status, viewerId)) };
};
const isHome = ({ world, viewerId }, status) =>
  status.visibility !== 'direct' &&
  (status.accountId === viewerId || relation(world, viewerId, status.accountId).following);

const write = (run) => ({ scope: 'write:statuses', run });

export const statusRoutes = {
  'POST /api/v1/statuses': write(create),
  'GET /api/v1/statuses': (call) => ({
    json: call.query
      .all('id')
      .map((id) => call.world.statuses.get(id))
      .filter((status) => status !== undefined && canSee(call.world, status, call.viewerId))
      .map((status) => statusView(call.world, status, call.viewerId)),
  }),
  'GET /api/v1/statuses/:id': (call) => show(call, readable(call)),
  'PUT /api/v1/statuses/:id': write(edit),
  'DELETE /api/v1/statuses/:id': write(remove),
  'GET /api/v1/statuses/:id/context': context,
  'GET /api/v1/statuses/:id/history': history,
  'GET /api/v1/statuses/:id/source': {
    scope: 'read:statuses',
    run: (call) => {
      const { id, text, spoilerText } = ownStatus(call);
      return { json: { id, text, spoiler_text: spoilerText } };
    },
  },
  'GET /api/v1/statuses/:id/favourited_by': (call) => ({
    json: [...readable(call).favouritedBy].map((id) => accountView(call.world, call.world.accounts.get(id))),
  }),
  'POST /api/v1/statuses/:id/favourite': { scope: 'write:favourites', run: favourite },
  'POST /api/v1/statuses/:id/unfavourite': { scope: 'write:favourites', run: unfavourite },
  'POST /api/v1/statuses/:id/reblog': write(reblog),
  'POST /api/v1/statuses/:id/unreblog': write(unreblog),
  'POST /api/v1/statuses/:id/mute': { scope: 'write:mutes', run: muteThread(true) },
  'POST /api/v1/statuses/:id/unmute': { scope: 'write:mutes', run: muteThread(false) },
  'GET /api/v1/timelines/home': { scope: 'read:statuses', run: timeline(isHome) },
  'GET /api/v1/timelines/public': timeline(
    (_call, status) => status.visibility === 'public' && status.reblogOfId === undefined,
  ),
  'GET /api/v1/timelines/tag/:hashtag': timeline(
    ({ params }, status) =>
      status.visibility === 'public' &&
      hashtagsIn(status.text).includes(decodeURIComponent(params.hashtag).toLowerCase()),
  ),
};
