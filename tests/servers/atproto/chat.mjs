// Bluesky's chat service is closed, so this stands in for it behind the real PDS. Requests and answers are checked
// against the published chat.bsky lexicons, callers by the service token that the PDS signs for them; how it behaves
// within the lexicons (requests, read states, the log) is ours.
import { createServer as createHttpServer } from 'node:http';
import { convoView, deletedView, messageBody, messageView, visibleTo } from './chat-views.mjs';
import { createChatStore } from './chat-store.mjs';

/** The DID that clients name in `atproto-proxy`. */
export const CHAT_DID = 'did:web:api.bsky.chat';

const LOG_PAGE = 100;

const pageOf = (newestFirst, { limit = 50, cursor }) => {
  const rest = cursor === undefined ? newestFirst : newestFirst.filter((item) => item.rev < cursor);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > items.length ? { cursor: items.at(-1).rev } : {} };
};

/** `mayWrite(sender, recipient)` resolves to the name of a lexicon error, or undefined. */
const createRoutes = ({ store, profileOf, mayWrite, InvalidRequestError }) => {
  const refuse = (text, name) => {
    throw new InvalidRequestError(text, name);
  };
  const mine = (id, did) => store.find(id, did) ?? refuse('Convo not found', 'InvalidConvo');
  const messageIn = (convo, id) =>
    convo.messages.find((message) => message.id === id) ?? refuse('Message not found', 'InvalidConvo');
  const everyone = (convo) => [...convo.members.keys()];
  const view = (convo, did) => convoView(convo, did, profileOf);
  const ofMine = (did, keep) =>
    store
      .all()
      .filter((convo) => convo.members.has(did) && !convo.members.get(did).left && visibleTo(convo, did).length > 0)
      .filter((convo) => keep(convo.members.get(did)))
      .toSorted((left, right) => (left.rev < right.rev ? 1 : -1));
  const others = async (did, members) => {
    const all = [...new Set([did, ...members])];
    if (all.length !== 2) refuse('exactly one other member', 'RecipientNotFound');
    const problem = await mayWrite(did, all[1]);
    if (problem !== undefined) refuse(`cannot message ${all[1]}`, problem);
    return all;
  };
  const send = async (did, convoId, input) => {
    const convo = mine(convoId, did);
    const recipient = everyone(convo).find((member) => member !== did);
    if (convo.members.get(recipient).status === 'request' && convo.messages.length === 0)
      await others(did, [recipient]);
    const replyTo = input.replyTo?.messageId;
    if (replyTo !== undefined && !convo.messages.some((message) => message.id === replyTo))
      refuse('No such message', 'ReplyTargetNotFound');
    const id = store.nextRev();
    const sentAt = new Date().toISOString();
    const message = {
      id,
      rev: id,
      did,
      text: input.text,
      facets: input.facets,
      replyTo,
      sentAt,
      reactions: [],
      hiddenFor: new Set(),
    };
    convo.messages.push(message);
    const state = convo.members.get(did);
    if (state.status === 'request') {
      state.status = 'accepted';
      store.record(convo, everyone(convo), 'logAcceptConvo');
    }
    convo.members.get(recipient).unread += 1;
    message.rev = store.record(convo, everyone(convo), 'logCreateMessage', { message: messageView(message, convo) });
    return messageBody(message, convo);
  };
  const react = ({ did, body }, change) => {
    const convo = mine(body.convoId, did);
    const message = messageIn(convo, body.messageId);
    const isMine = (reaction) => reaction.sender.did === did && reaction.value === body.value;
    change({
      convo,
      message,
      existing: message.reactions.find(isMine),
      reaction: { value: body.value, sender: { did }, createdAt: new Date().toISOString() },
    });
    return { message: messageView(message, convo) };
  };
  const setMuted = async ({ did, body }, muted) => {
    const convo = mine(body.convoId, did);
    convo.members.get(did).muted = muted;
    store.record(convo, [did], muted ? 'logMuteConvo' : 'logUnmuteConvo');
    return { convo: await view(convo, did) };
  };

  return {
    getConvoForMembers: async ({ did, query }) => {
      const all = [...new Set([did, ...query.members])];
      return { convo: await view(store.withMembers(all) ?? store.begin(did, await others(did, query.members)), did) };
    },
    getConvoAvailability: async ({ did, query }) => {
      const all = [...new Set([did, ...query.members])];
      const convo = store.withMembers(all);
      const canChat = convo !== undefined || (await mayWrite(did, all[1])) === undefined;
      return { canChat, ...(convo === undefined ? {} : { convo: await view(convo, did) }) };
    },
    getConvo: async ({ did, query }) => ({ convo: await view(mine(query.convoId, did), did) }),
    listConvos: async ({ did, query }) => {
      const wanted = (state) =>
        (query.status === undefined || state.status === query.status) &&
        (query.readState !== 'unread' || state.unread > 0);
      const { items, next } = pageOf(ofMine(did, wanted), query);
      return { convos: await Promise.all(items.map((convo) => view(convo, did))), ...next };
    },
    listConvoRequests: async ({ did, query }) => {
      const { items, next } = pageOf(
        ofMine(did, (state) => state.status === 'request'),
        query,
      );
      return { requests: await Promise.all(items.map((convo) => view(convo, did))), ...next };
    },
    getMessages: async ({ did, query }) => {
      const convo = mine(query.convoId, did);
      const { items, next } = pageOf(visibleTo(convo, did).toReversed(), query);
      return {
        messages: items.map((message) => messageView(message, convo)),
        relatedProfiles: await Promise.all(everyone(convo).map(profileOf)),
        ...next,
      };
    },
    getLog: async ({ did, query }) => {
      const logs = store.logSince(did, query.cursor).slice(0, LOG_PAGE);
      const cursor = logs.at(-1)?.rev ?? query.cursor;
      return { logs, ...(cursor === undefined ? {} : { cursor }) };
    },
    sendMessage: ({ did, body }) => send(did, body.convoId, body.message),
    sendMessageBatch: async ({ did, body }) => {
      const items = [];
      for (const item of body.items) items.push(await send(did, item.convoId, item.message));
      return { items };
    },
    deleteMessageForSelf: async ({ did, body }) => {
      const convo = mine(body.convoId, did);
      const message = messageIn(convo, body.messageId);
      message.hiddenFor.add(did);
      const { $type: _, ...deleted } = deletedView(message);
      store.record(convo, [did], 'logDeleteMessage', { message: deletedView(message) });
      return deleted;
    },
    updateRead: async ({ did, body }) => {
      const convo = mine(body.convoId, did);
      const seen = visibleTo(convo, did);
      const upTo =
        body.messageId === undefined ? seen.length : seen.findIndex((message) => message.id === body.messageId) + 1;
      const unread = seen.slice(upTo).filter((message) => message.did !== did).length;
      convo.members.get(did).unread = unread;
      const last = seen[Math.max(0, upTo - 1)];
      if (last !== undefined) store.record(convo, [did], 'logReadConvo', { message: messageView(last, convo) });
      return { convo: await view(convo, did) };
    },
    updateAllRead: async ({ did, body }) => {
      const unread = ofMine(
        did,
        (state) => state.unread > 0 && (body?.status === undefined || state.status === body.status),
      );
      for (const convo of unread) convo.members.get(did).unread = 0;
      return { updatedCount: unread.length };
    },
    acceptConvo: async ({ did, body }) => {
      const convo = mine(body.convoId, did);
      const state = convo.members.get(did);
      if (state.status === 'accepted') return {};
      state.status = 'accepted';
      return { rev: store.record(convo, everyone(convo), 'logAcceptConvo') };
    },
    leaveConvo: async ({ did, body }) => {
      const convo = mine(body.convoId, did);
      convo.members.get(did).left = true;
      return { convoId: convo.id, rev: store.record(convo, [did], 'logLeaveConvo') };
    },
    muteConvo: (call) => setMuted(call, true),
    unmuteConvo: (call) => setMuted(call, false),
    addReaction: async (call) =>
      react(call, ({ convo, message, existing, reaction }) => {
        if (existing !== undefined) return;
        message.reactions.push(reaction);
        store.record(convo, everyone(convo), 'logAddReaction', { message: messageView(message, convo), reaction });
      }),
    removeReaction: async (call) =>
      react(call, ({ convo, message, existing }) => {
        if (existing === undefined) return;
        message.reactions.splice(message.reactions.indexOf(existing), 1);
        store.record(convo, everyone(convo), 'logRemoveReaction', {
          message: messageView(message, convo),
          reaction: existing,
        });
      }),
  };
};

/**
 * Serves the chat service on that loopback port. `packages` holds the modules of the installed network (`express`,
 * `@atproto/api`, `@atproto/xrpc-server`).
 */
export const serveChat = async ({ port, packages, idResolver, profileOf, mayWrite }) => {
  const { createServer, verifyJwt, AuthRequiredError, InvalidRequestError } = packages.xrpcServer;
  const routes = createRoutes({ store: createChatStore(), profileOf, mayWrite, InvalidRequestError });
  const auth = async ({ req }) => {
    const [scheme, token] = (req.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) throw new AuthRequiredError('a service token is needed');
    const method = req.originalUrl.split('?')[0].slice('/xrpc/'.length);
    const signingKey = (issuer, fresh) => idResolver.did.resolveAtprotoKey(issuer.split('#')[0], fresh);
    const payload = await verifyJwt(token, CHAT_DID, method, signingKey);
    return { credentials: { did: payload.iss.split('#')[0] } };
  };
  const xrpc = createServer(packages.api.schemas, { validateResponse: true });
  for (const [name, route] of Object.entries(routes)) {
    xrpc.method(`chat.bsky.convo.${name}`, {
      auth,
      handler: async (context) => ({
        encoding: 'application/json',
        body: await route({ did: context.auth.credentials.did, query: context.params, body: context.input?.body }),
      }),
    });
  }
  const app = packages.express();
  app.use(xrpc.router);
  await new Promise((resolve) => createHttpServer(app).listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${port}`;
};
