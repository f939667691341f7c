import { fakeNetwork } from './mastodon/fake-network';
import { connectorSuite } from './suite';

const everywhere = {
  quote: 'the fake shows no quotes; the reading of them is tested on recorded answers',
  hide: 'the Mastodon API cannot hide an answer of somebody else',
  'expired token': 'tokens of the Mastodon API do not expire; they are revoked',
};

connectorSuite(fakeNetwork('token', 'Mastodon API by access token on the fake behind its description', everywhere));

connectorSuite(
  fakeNetwork('browser', 'Mastodon API by sign-in in the browser on the fake behind its description', {
    ...everywhere,
    'wrong secret': 'the secret is typed on the page of the server, which is not ours',
  }),
);
