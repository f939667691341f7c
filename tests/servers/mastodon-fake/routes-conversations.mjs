// Private conversations. Their pages go by an id that is not the conversation's own, so that only the Link header leads on.
import { notFound } from './answers.mjs';
import { pageById } from './paging.mjs';
import { conversationView } from './views.mjs';

const mine = ({ world, viewerId }) =>
  world.conversations.filter((conversation) => conversation.accountId === viewerId && !conversation.hidden);

const list = (call) => {
  const { world, query, url } = call;
  const idOf = (conversation) => conversation.statusIds.at(-1) ?? '0';
  const { page, headers } = pageById(mine(call), query, {
    url: `${world.baseUrl}${url.pathname}`,
    standard: 20,
    most: 40,
    idOf,
  });
  return { headers, json: page.map((conversation) => conversationView(world, conversation)) };
};

const one = (call) => {
  const found = mine(call).find((conversation) => conversation.id === call.params.id);
  if (found === undefined) throw notFound();
  return found;
};

const setUnread = (unread) => (call) => {
  const conversation = one(call);
  conversation.unread = unread;
  return { json: conversationView(call.world, conversation) };
};

export const conversationRoutes = {
  'GET /api/v1/conversations': { scope: 'read:statuses', run: list },
  'POST /api/v1/conversations/:id/read': { scope: 'write:conversations', run: setUnread(false) },
  'POST /api/v1/conversations/:id/unread': { scope: 'write:conversations', run: setUnread(true) },
  'DELETE /api/v1/conversations/:id': {
    scope: 'write:conversations',
    run: (call) => {
      one(call).hidden = true;
      return { json: {} };
    },
  },
};
