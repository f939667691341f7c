// What happened to an account, and what its notification policy keeps back.
import { policyOf, publish } from './activity.mjs';
import { Refusal, notFound } from './answers.mjs';
import { pageById } from './paging.mjs';
import { relation } from './relations.mjs';
import { accountView, notificationView, statusView } from './views.mjs';

const POLICY_VALUES = ['accept', 'filter', 'drop'];

const mine = ({ world, viewerId }) => world.notifications.filter((notification) => notification.accountId === viewerId);

const wanted = (call, includeFiltered) => {
  const { world, query, viewerId } = call;
  const types = query.all('types');
  const excluded = query.all('exclude_types');
  const from = query.get('account_id');
  return mine(call)
    .filter((notification) => includeFiltered || !notification.filtered)
    .filter((notification) => types.length === 0 || types.includes(notification.type))
    .filter((notification) => !excluded.includes(notification.type))
    .filter((notification) => from === undefined || notification.fromId === from)
    .filter((notification) => !relation(world, viewerId, notification.fromId).mutingNotifications);
};

const list = (call) => {
  const { world, query, url } = call;
  const includeFiltered = query.isTrue('include_filtered') || query.get('account_id') !== undefined;
  const address = new URL(`${world.baseUrl}${url.pathname}`);
  for (const name of ['types[]', 'exclude_types[]'])
    for (const value of query.all(name.slice(0, -2))) address.searchParams.append(name, value);
  if (query.isTrue('include_filtered')) address.searchParams.set('include_filtered', 'true');
  const { page, headers } = pageById(wanted(call, includeFiltered), query, {
    url: address.href,
    standard: 40,
    most: 80,
  });
  return { headers, json: page.map((notification) => notificationView(world, notification)) };
};

const one = (call) => {
  const found = mine(call).find((notification) => notification.id === call.params.id);
  if (found === undefined) throw notFound();
  return found;
};

const drop = (world, unwanted) => {
  world.notifications = world.notifications.filter((notification) => !unwanted(notification));
};

/** Senders whose notifications are kept back, one request each, named by the sender's id. */
const requestsOf = (call) => {
  const { world, viewerId } = call;
  const bySender = new Map();
  for (const item of mine(call).filter((candidate) => candidate.filtered))
    bySender.set(item.fromId, [...(bySender.get(item.fromId) ?? []), item]);
  return [...bySender]
    .filter(([fromId]) => !world.dismissedRequests.has(`${viewerId} ${fromId}`))
    .map(([fromId, items]) => ({ id: fromId, fromId, items }));
};
const requestView = (world, { id, fromId, items }) => {
  const last = items.findLast((item) => item.statusId !== undefined);
  return {
    id,
    account: accountView(world, world.accounts.get(fromId)),
    created_at: items[0].createdAt,
    updated_at: items.at(-1).createdAt,
    notifications_count: String(items.length),
    last_status: last === undefined ? null : statusView(world, world.statuses.get(last.statusId)),
  };
};
const requestFor = (call) => {
  const found = requestsOf(call).find((request) => request.id === call.params.id);
  if (found === undefined) throw notFound();
  return found;
};
const accept = ({ world, viewerId }, request) => {
  for (const item of request.items) item.filtered = false;
  publish(world, viewerId, 'notifications_merged', '1');
};
const dismiss = ({ world, viewerId }, request) => world.dismissedRequests.add(`${viewerId} ${request.fromId}`);
const forChosen = (act) => (call) => {
  const ids = (call.body.id ?? []).map(String);
  for (const request of requestsOf(call).filter((candidate) => ids.includes(candidate.id))) act(call, request);
  return { json: {} };
};

const policyView = (call) => {
  const filtered = mine(call).filter((item) => item.filtered);
  return {
    ...policyOf(call.world, call.viewerId),
    summary: { pending_requests_count: requestsOf(call).length, pending_notifications_count: filtered.length },
  };
};
const changePolicy = (call) => {
  const { world, viewerId, body } = call;
  const policy = { ...policyOf(world, viewerId) };
  for (const [name, value] of Object.entries(body)) {
    if (!(name in policy) || !POLICY_VALUES.includes(value))
      throw new Refusal(422, `Validation failed: ${name} is not included in the list`);
    policy[name] = value;
  }
  world.policies.set(viewerId, policy);
  return { json: policyView(call) };
};

const read = (run) => ({ scope: 'read:notifications', run });
const write = (run) => ({ scope: 'write:notifications', run });
const after = (act) => (call) => {
  act(call);
  return { json: {} };
};

export const notificationRoutes = {
  'GET /api/v1/notifications': read(list),
  'GET /api/v1/notifications/unread_count': read((call) => {
    const lastRead = call.world.markers.get(call.viewerId)?.notifications?.last_read_id ?? '0';
    return { json: { count: wanted(call, false).filter((item) => BigInt(item.id) > BigInt(lastRead)).length } };
  }),
  'GET /api/v1/notifications/requests': read((call) => {
    const { world, query, url } = call;
    const { page, headers } = pageById(requestsOf(call), query, {
      url: `${world.baseUrl}${url.pathname}`,
      standard: 40,
      most: 80,
    });
    return { headers, json: page.map((request) => requestView(world, request)) };
  }),
  'GET /api/v1/notifications/requests/merged': read(() => ({ json: { merged: true } })),
  'POST /api/v1/notifications/requests/accept': write(forChosen(accept)),
  'POST /api/v1/notifications/requests/dismiss': write(forChosen(dismiss)),
  'GET /api/v1/notifications/requests/:id': read((call) => ({ json: requestView(call.world, requestFor(call)) })),
  'POST /api/v1/notifications/requests/:id/accept': write(after((call) => accept(call, requestFor(call)))),
  'POST /api/v1/notifications/requests/:id/dismiss': write(after((call) => dismiss(call, requestFor(call)))),
  'POST /api/v1/notifications/clear': write(
    after(({ world, viewerId }) => drop(world, (item) => item.accountId === viewerId)),
  ),
  'GET /api/v1/notifications/:id': read((call) => ({ json: notificationView(call.world, one(call)) })),
  'POST /api/v1/notifications/:id/dismiss': write(
    after((call) => {
      const { id } = one(call);
      drop(call.world, (item) => item.id === id);
    }),
  ),
  'GET /api/v2/notifications/policy': read((call) => ({ json: policyView(call) })),
  'PATCH /api/v2/notifications/policy': write(changePolicy),
};
