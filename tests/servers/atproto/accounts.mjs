// The people of the test network: two brands that an agency speaks for, three customers who write to them.
import { askJson } from '../host/http.mjs';

export const BRANDS = [
  { name: 'northlight-coffee', displayName: 'Northlight Coffee', description: 'Small roasts, slow mornings.' },
  { name: 'kumru-bisiklet', displayName: 'Kumru Bisiklet', description: 'İzmir’den şehir bisikletleri.' },
];
export const CUSTOMERS = [
  { name: 'ada', displayName: 'Ada Lindqvist' },
  { name: 'mehmet', displayName: 'Mehmet Işık' },
  { name: 'june', displayName: 'June Okafor' },
];

/** Registers an account as a person would, with two app passwords: without and with access to direct messages. */
export const registerAccount = async (baseUrl, { name, displayName = name, description }) => {
  const call = (nsid, body, token) => askJson('POST', `${baseUrl}/xrpc/${nsid}`, { body, token });
  const password = `${name}-password-1`;
  const session = await call('com.atproto.server.createAccount', {
    handle: `${name}.test`,
    email: `${name}@mail.test`,
    password,
  });
  const appPassword = await call('com.atproto.server.createAppPassword', { name: 'posts only' }, session.accessJwt);
  const dmAppPassword = await call(
    'com.atproto.server.createAppPassword',
    { name: 'with messages', privileged: true },
    session.accessJwt,
  );
  const put = (collection, record) =>
    call(
      'com.atproto.repo.putRecord',
      { repo: session.did, collection, rkey: 'self', record: { $type: collection, ...record } },
      session.accessJwt,
    );
  await put('app.bsky.actor.profile', { displayName, ...(description === undefined ? {} : { description }) });
  await put('chat.bsky.actor.declaration', { allowIncoming: 'all' });
  return {
    handle: session.handle,
    did: session.did,
    displayName,
    password,
    appPassword: appPassword.password,
    dmAppPassword: dmAppPassword.password,
  };
};
