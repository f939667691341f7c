// Starts the fake on loopback and prints one JSON line. In front of it stand two proxies: one that lets a test break
// things (the address that clients know) and, behind it, one that holds both sides to the published API description.
import { startFaultProxy } from '../host/fault-proxy.mjs';
import { startControl } from '../host/http.mjs';
import { makeRunFolder, pickPort, runStarter } from '../host/lifecycle.mjs';
import { startDescriptionProxy } from '../contracts/description-proxy.mjs';
import { accountInfo, createControls } from './controls.mjs';
import { accountRoutes } from './routes-accounts.mjs';
import { conversationRoutes } from './routes-conversations.mjs';
import { instanceRoutes } from './routes-instance.mjs';
import { mediaRoutes } from './routes-media.mjs';
import { notificationRoutes } from './routes-notifications.mjs';
import { oauthRoutes } from './routes-oauth.mjs';
import { statusRoutes } from './routes-statuses.mjs';
import { streamingRoutes } from './routes-streaming.mjs';
import { serve } from './server.mjs';
import { createWorld } from './world.mjs';

const BRANDS = [
  { name: 'northlight', displayName: 'Northlight Coffee', note: 'Small roasts, slow mornings.' },
  { name: 'kumru', displayName: 'Kumru Bisiklet', note: 'İzmir’den şehir bisikletleri.' },
];
const CUSTOMERS = [
  { name: 'ada', displayName: 'Ada Lindqvist' },
  { name: 'mehmet', displayName: 'Mehmet Işık' },
  { name: 'june', displayName: 'June Okafor', domain: 'elsewhere.example' },
];
/** What the description proxy cannot carry: pages, streams that never end, files. */
const PAST_DESCRIPTION = /^\/(oauth\/authorize|api\/v1\/streaming|api\/v2\/media|media_files|health)/;

const start = async () => {
  const startedAt = performance.now();
  const folder = await makeRunFolder('mastodon-fake');
  const publicPort = await pickPort('CHORALE_MASTODON_PORT');
  const fakePort = await pickPort();
  const baseUrl = `http://127.0.0.1:${publicPort}`;
  const world = createWorld({ baseUrl });
  const brands = BRANDS.map((person) => accountInfo(world, world.addAccount(person)));
  const customers = CUSTOMERS.map((person) => accountInfo(world, world.addAccount(person)));
  await serve(
    world,
    {
      ...oauthRoutes,
      ...instanceRoutes,
      ...accountRoutes,
      ...statusRoutes,
      ...notificationRoutes,
      ...conversationRoutes,
      ...mediaRoutes,
      ...streamingRoutes,
    },
    fakePort,
  );
  const withoutDescription = process.env.CHORALE_MASTODON_WITHOUT_DESCRIPTION === '1';
  const descriptionPort = withoutDescription ? fakePort : await startDescriptionProxy(folder, 'mastodon', fakePort);
  const faults = await startFaultProxy({
    port: publicPort,
    route: (url) => ({ port: PAST_DESCRIPTION.test(url) ? fakePort : descriptionPort }),
  });
  const controlUrl = await startControl({ ...createControls(world), ...faults }, 'CHORALE_MASTODON_CONTROL_PORT');
  const startMs = Math.round(performance.now() - startedAt);
  return {
    name: 'mastodon-fake',
    baseUrl,
    controlUrl,
    directUrl: `http://127.0.0.1:${fakePort}`,
    brands,
    customers,
    startMs,
    folder,
  };
};

await runStarter(start);
