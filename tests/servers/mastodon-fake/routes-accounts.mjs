// People: looking them up, following, muting, blocking, reporting, and how far somebody has read.
import { isListed, notify } from './activity.mjs';
import { Refusal, invalid, notFound } from './answers.mjs';
import { pageById } from './paging.mjs';
import { relation, relationshipView, setRelation } from './relations.mjs';
import { accountView, credentialView, statusView } from './views.mjs';

const REPORT_COMMENT_LENGTH = 1_000;

const accountOf = ({ world, params }) => {
  const account = world.accounts.get(params.id);
  if (account === undefined) throw notFound();
  return account;
};

const change = (decide) => (call) => {
  const target = accountOf(call);
  if (target.id === call.viewerId) throw new Refusal(403, 'This action is not allowed');
  decide(call, target);
  return { json: relationshipView(call.world, call.viewerId, target.id) };
};
const set = (values) => change(({ world, viewerId }, target) => setRelation(world, viewerId, target.id, values));

const follow = change(({ world, viewerId }, target) => {
  if (relation(world, viewerId, target.id).following) return;
  setRelation(world, viewerId, target.id, { following: true });
  notify(world, target.id, 'follow', viewerId);
});
const mute = change(({ world, viewerId, body }, target) =>
  setRelation(world, viewerId, target.id, {
    muting: true,
    mutingNotifications: ![false, 'false', '0'].includes(body.notifications),
  }),
);
const block = change(({ world, viewerId }, target) => {
  setRelation(world, viewerId, target.id, { blocking: true, following: false });
  setRelation(world, target.id, viewerId, { following: false });
  world.notifications = world.notifications.filter(
    (notification) => notification.accountId !== viewerId || notification.fromId !== target.id,
  );
});

const statusesOf = (call) => {
  const { world, query, viewerId, url } = call;
  const account = accountOf(call);
  const own = [...world.statuses.values()]
    .filter((status) => status.accountId === account.id && isListed(world, status, viewerId))
    .filter((status) => !query.isTrue('exclude_replies') || status.inReplyToId === undefined)
    .filter((status) => !query.isTrue('exclude_reblogs') || status.reblogOfId === undefined);
  const { page, headers } = pageById(own, query, { url: `${world.baseUrl}${url.pathname}`, standard: 20, most: 40 });
  return { headers, json: page.map((status) => statusView(world, status, viewerId)) };
};

const search = ({ world, query }) => {
  const wanted = (query.get('q') ?? '').replace(/^@/, '').toLowerCase();
  if (wanted === '') throw invalid("q can't be blank");
  const hit = (account) =>
    account.acct.toLowerCase().includes(wanted) || account.displayName.toLowerCase().includes(wanted);
  return [...world.accounts.values()].filter(hit).slice(0, Number(query.get('limit') ?? 40));
};

const searchAll = (call) => {
  const { world, query, viewerId } = call;
  const type = query.get('type');
  const wanted = (query.get('q') ?? '').toLowerCase();
  const accounts =
    type === undefined || type === 'accounts' ? search(call).map((account) => accountView(world, account)) : [];
  const isHit = (status) => isListed(world, status, viewerId) && status.text.toLowerCase().includes(wanted);
  const byAddress = (status) => statusView(world, status, viewerId).url === query.get('q');
  const found =
    type === undefined || type === 'statuses'
      ? [...world.statuses.values()].filter((status) => isHit(status) || byAddress(status))
      : [];
  return {
    json: {
      accounts,
      statuses: found
        .slice(-20)
        .toReversed()
        .map((status) => statusView(world, status, viewerId)),
      hashtags: [],
    },
  };
};

const report = ({ world, body, viewerId }) => {
  const target = world.accounts.get(String(body.account_id ?? ''));
  if (target === undefined) throw notFound();
  const comment = String(body.comment ?? '');
  if (comment.length > REPORT_COMMENT_LENGTH) throw invalid('Comment is too long (maximum is 1000 characters)');
  const statusIds = (body.status_ids ?? []).map(String);
  const entry = {
    id: String(world.reports.length + 1),
    reporterId: viewerId,
    targetId: target.id,
    comment,
    category: body.category ?? 'other',
    forwarded: [true, 'true', '1'].includes(body.forward),
    statusIds,
    createdAt: world.isoNow(),
  };
  world.reports.push(entry);
  return {
    json: {
      id: entry.id,
      action_taken: false,
      action_taken_at: null,
      category: entry.category,
      comment,
      forwarded: entry.forwarded,
      created_at: entry.createdAt,
      status_ids: statusIds,
      rule_ids: null,
      target_account: accountView(world, target),
    },
  };
};

const readMarkers = ({ world, query, viewerId }) => {
  const markers = world.markers.get(viewerId) ?? {};
  return {
    json: Object.fromEntries(
      query
        .all('timeline')
        .filter((name) => name in markers)
        .map((name) => [name, markers[name]]),
    ),
  };
};
const writeMarkers = ({ world, body, viewerId }) => {
  const markers = world.markers.get(viewerId) ?? {};
  const written = {};
  for (const name of ['home', 'notifications']) {
    const lastReadId = body[name]?.last_read_id;
    if (lastReadId === undefined) continue;
    written[name] = {
      last_read_id: String(lastReadId),
      version: (markers[name]?.version ?? -1) + 1,
      updated_at: world.isoNow(),
    };
  }
  world.markers.set(viewerId, { ...markers, ...written });
  return { json: written };
};

const listRelated =
  (kind) =>
  ({ world, viewerId }) => ({
    json: [...world.accounts.values()]
      .filter((account) => relation(world, viewerId, account.id)[kind])
      .map((account) => accountView(world, account)),
  });

export const accountRoutes = {
  'GET /api/v1/accounts/verify_credentials': {
    scope: 'read:accounts',
    run: ({ world, viewerId }) => ({ json: credentialView(world, world.accounts.get(viewerId)) }),
  },
  'GET /api/v1/accounts/lookup': ({ world, query }) => {
    const account = world.accountByAcct(query.get('acct') ?? '');
    if (account === undefined) throw notFound();
    return { json: accountView(world, account) };
  },
  'GET /api/v1/accounts/search': {
    scope: 'read:accounts',
    run: (call) => ({ json: search(call).map((account) => accountView(call.world, account)) }),
  },
  'GET /api/v1/accounts/relationships': {
    scope: 'read:follows',
    run: ({ world, query, viewerId }) => ({
      json: query
        .all('id')
        .filter((id) => world.accounts.has(id))
        .map((id) => relationshipView(world, viewerId, id)),
    }),
  },
  'GET /api/v1/accounts/:id': (call) => ({ json: accountView(call.world, accountOf(call)) }),
  'GET /api/v1/accounts/:id/statuses': statusesOf,
  'POST /api/v1/accounts/:id/follow': { scope: 'write:follows', run: follow },
  'POST /api/v1/accounts/:id/unfollow': { scope: 'write:follows', run: set({ following: false }) },
  'POST /api/v1/accounts/:id/mute': { scope: 'write:mutes', run: mute },
  'POST /api/v1/accounts/:id/unmute': { scope: 'write:mutes', run: set({ muting: false, mutingNotifications: false }) },
  'POST /api/v1/accounts/:id/block': { scope: 'write:blocks', run: block },
  'POST /api/v1/accounts/:id/unblock': { scope: 'write:blocks', run: set({ blocking: false }) },
  'GET /api/v1/mutes': { scope: 'read:mutes', run: listRelated('muting') },
  'GET /api/v1/blocks': { scope: 'read:blocks', run: listRelated('blocking') },
  'GET /api/v2/search': { scope: 'read:search', run: searchAll },
  'POST /api/v1/reports': { scope: 'write:reports', run: report },
  'GET /api/v1/markers': { scope: 'read:statuses', run: readMarkers },
  'POST /api/v1/markers': { scope: 'write:statuses', run: writeMarkers },
};
