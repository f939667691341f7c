// The customers of the AT Protocol network, for people who try Chorale by hand: they write, and they read what came back.
import { askJson } from '../host/http.mjs';

const TO_CHAT = { 'atproto-proxy': 'did:web:api.bsky.chat#bsky_chat' };
const POSTS = 'app.bsky.feed.post';

const short = (handle) => handle.replace(/\.test$/, '');

/** The same few abilities as `mastodon.mjs` gives for its servers. */
export const atprotoPeople = async (info) => {
  const call = (person, nsid, { query, body, headers } = {}) => {
    const address = `${info.baseUrl}/xrpc/${nsid}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`;
    return askJson(body === undefined ? 'GET' : 'POST', address, { token: person?.token, body, headers });
  };
  const signIn = async ({ handle, password, did, displayName }) => {
    const session = await call(undefined, 'com.atproto.server.createSession', {
      body: { identifier: handle, password },
    });
    return { name: short(handle), handle, did, displayName, token: session.accessJwt };
  };
  const brands = await Promise.all(info.brands.map(signIn));
  const customers = await Promise.all(info.customers.map(signIn));
  const post = (person, record) =>
    call(person, 'com.atproto.repo.createRecord', {
      body: {
        repo: person.did,
        collection: POSTS,
        record: { $type: POSTS, createdAt: new Date().toISOString(), ...record },
      },
    });
  const convoBetween = async (person, other) =>
    (await call(person, 'chat.bsky.convo.getConvoForMembers', { query: { members: other.did }, headers: TO_CHAT }))
      .convo.id;

  return {
    brands,
    customers,
    mention: (customer, brand, text) => {
      const features = [{ $type: 'app.bsky.richtext.facet#mention', did: brand.did }];
      const index = { byteStart: 0, byteEnd: Buffer.byteLength(`@${brand.handle}`) };
      return post(customer, { text: `@${brand.handle} ${text}`, facets: [{ index, features }] });
    },
    direct: async (customer, brand, text) =>
      call(customer, 'chat.bsky.convo.sendMessage', {
        body: { convoId: await convoBetween(customer, brand), message: { text } },
        headers: TO_CHAT,
      }),
    announce: (brand, text) => post(brand, { text }),
    comment: (customer, target, text) => {
      const to = { uri: target.uri, cid: target.cid };
      return post(customer, { text, reply: { root: to, parent: to } });
    },
    settle: () => askJson('POST', `${info.controlUrl}/flush`),
    /** What the server holds of a brand's words, newest first: posts from its repository, messages from a customer's side. */
    wordsOf: async (brand) => {
      const query = { repo: brand.did, collection: POSTS, limit: '50' };
      const { records } = await call(undefined, 'com.atproto.repo.listRecords', { query });
      const found = records.map(({ uri, value }) => ({
        id: uri,
        text: value.text,
        isAnswer: value.reply !== undefined,
        kind: 'post',
      }));
      for (const customer of customers) {
        const convoId = await convoBetween(customer, brand);
        const { messages } = await call(customer, 'chat.bsky.convo.getMessages', {
          query: { convoId, limit: '20' },
          headers: TO_CHAT,
        });
        const own = messages.filter((message) => message.sender.did === brand.did);
        found.push(
          ...own.map(({ id, text }) => ({ id, text, isAnswer: true, kind: `message to ${customer.displayName}` })),
        );
      }
      return found;
    },
  };
};
