// Runs inside the Node that was installed for it: the whole AT Protocol network of @atproto/dev-env (PLC directory, PDS,
// bsync, AppView, Ozone) and our chat service, until the starter ends it. Reads its settings from CHORALE_NETWORK
// (JSON) and writes where it can be reached to the file named there.
import { createRequire } from 'node:module';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepPortsOnLoopback } from '../host/loopback.mjs';
import { startControl } from '../host/http.mjs';
import { CHAT_DID, serveChat } from './chat.mjs';

const INDEX_WITHIN_MS = 20_000;

const settings = JSON.parse(process.env.CHORALE_NETWORK);
const require = createRequire(join(settings.packagesFolder, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
// Clients reach the PDS at its public port, where the starter's proxy stands; it listens beside it.
keepPortsOnLoopback(new Map([[settings.publicPort, settings.pdsPort]]));

const { TestNetwork } = await load('@atproto/dev-env');
const network = await TestNetwork.create({
  plc: { port: settings.plcPort },
  pds: {
    port: settings.publicPort,
    hostname: 'localhost',
    enableDidDocWithSession: true,
    ...(settings.rateLimits ? { rateLimitsEnabled: true } : {}),
  },
  // The AppView follows the PDS past the proxy, so that it stays up to date while clients find the PDS away.
  bsky: { port: settings.appViewPort, dbPostgresSchema: 'bsky', repoProvider: `ws://localhost:${settings.pdsPort}` },
  ozone: { port: settings.ozonePort },
});
const pds = network.pds.ctx;

const profileOf = async (did) => {
  const account = await pds.accountManager.getAccount(did);
  return { $type: 'chat.bsky.actor.defs#profileViewBasic', did, handle: account?.handle ?? 'handle.invalid' };
};
const ask = async (url) => {
  const response = await fetch(url);
  return response.ok ? response.json() : undefined;
};
/** The recipient's own declaration decides who may begin a conversation; without one, only those they follow. */
const mayWrite = async (sender, recipient) => {
  if ((await pds.accountManager.getAccount(recipient)) === null) return 'RecipientNotFound';
  const repo = `http://127.0.0.1:${settings.pdsPort}/xrpc/com.atproto.repo.getRecord`;
  const record = await ask(`${repo}?repo=${recipient}&collection=chat.bsky.actor.declaration&rkey=self`);
  const allow = record?.value?.allowIncoming ?? 'following';
  if (allow === 'none') return 'MessagesDisabled';
  const relations = `${network.bsky.url}/xrpc/app.bsky.graph.getRelationships?actor=${recipient}&others=${sender}`;
  const relation = (await ask(relations))?.relationships?.[0];
  if (relation?.blocking !== undefined) return 'BlockedActor';
  if (relation?.blockedBy !== undefined) return 'BlockedSubject';
  return allow === 'all' || relation?.following !== undefined ? undefined : 'NotFollowedBySender';
};
const packages = {
  express: (await load('express')).default,
  api: await load('@atproto/api'),
  xrpcServer: await load('@atproto/xrpc-server'),
};
const chatUrl = await serveChat({ port: settings.chatPort, packages, idResolver: pds.idResolver, profileOf, mayWrite });
const resolveDid = pds.idResolver.did.resolve.bind(pds.idResolver.did);
const chatDocument = {
  id: CHAT_DID,
  service: [{ id: '#bsky_chat', type: 'BskyChatService', serviceEndpoint: chatUrl }],
};
pds.idResolver.did.resolve = async (did, ...rest) =>
  did === CHAT_DID && !settings.withoutChat ? chatDocument : resolveDid(did, ...rest);

const controlUrl = await startControl({
  'POST /flush': () => network.processAll(INDEX_WITHIN_MS),
  'GET /memory': () => ({ rssMb: Math.round(process.memoryUsage.rss() / 1_048_576) }),
});
const reachable = {
  controlUrl,
  chatUrl,
  plcUrl: network.plc.url,
  appViewUrl: network.bsky.url,
  appViewDid: network.bsky.serverDid,
  ozoneUrl: network.ozone.url,
  adminAuth: network.pds.adminAuth(),
};
await writeFile(`${settings.readyFile}.part`, JSON.stringify(reachable));
await rename(`${settings.readyFile}.part`, settings.readyFile);
