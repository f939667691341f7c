// The customers of a server with the Mastodon API, for people who try Chorale by hand.
import { askJson } from '../host/http.mjs';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

const plain = (html) =>
  html
    .replace(/<br\s*\/?>|<\/p>\s*<p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity])
    .trim();

/** The same few abilities as `atproto.mjs` gives for its network. */
export const mastodonPeople = async (info) => {
  const describe = (account) => ({ ...account, name: account.acct.split('@')[0] });
  const brands = info.brands.map(describe);
  const customers = info.customers.map(describe);
  const call = (person, method, path, body) => askJson(method, `${info.baseUrl}${path}`, { token: person.token, body });
  const write = (person, status, more = {}) =>
    call(person, 'POST', '/api/v1/statuses', { status, visibility: 'public', ...more });

  return {
    brands,
    customers,
    mention: (customer, brand, text) => write(customer, `${brand.mention} ${text}`),
    direct: (customer, brand, text) => write(customer, `${brand.mention} ${text}`, { visibility: 'direct' }),
    announce: (brand, text) => write(brand, text),
    comment: (customer, target, text, brand) =>
      write(customer, `${brand.mention} ${text}`, { in_reply_to_id: target.id }),
    settle: async () => {},
    /** A brand's words as the server shows them to customers: its page, and what each of them has heard in private. */
    wordsOf: async (brand) => {
      const found = new Map();
      const add = (status, kind) => {
        const { uri: id, in_reply_to_id: parent } = status;
        found.set(id, { id, text: plain(status.content), isAnswer: parent !== null, kind });
      };
      const page = await call(customers[0], 'GET', `/api/v1/accounts/lookup?acct=${brand.name}`);
      for (const status of await call(customers[0], 'GET', `/api/v1/accounts/${page.id}/statuses?limit=20`))
        add(status, 'post');
      for (const customer of customers) {
        for (const { status } of await call(customer, 'GET', '/api/v1/notifications?limit=40')) {
          if (status?.account.acct.split('@')[0] !== brand.name) continue;
          const isPrivate = status.visibility === 'direct' || status.visibility === 'private';
          add(status, isPrivate ? `message to ${customer.displayName}` : 'post');
        }
      }
      return [...found.values()];
    },
  };
};
