import { snacNetwork } from './mastodon/snac-network';
import { connectorSuite } from './suite';

const onSnac = {
  quote: 'snac has no quotes',
  direct: 'snac shows private messages as followers-only; that such a post is answered privately is tested below',
  'direct reply': 'snac shows private messages as followers-only',
  'lost direct answer': 'snac shows private messages as followers-only',
  hide: 'the Mastodon API cannot hide an answer of somebody else',
  mute: 'snac has no mute in its API',
  report: 'snac takes no reports',
  delete: 'snac deletes nothing through its API',
  'delete own': 'snac deletes nothing through its API',
  'gone target': 'snac deletes nothing through its API',
  'too long': 'snac takes 100,000 characters, far more than anybody sends',
  'mark seen': 'snac keeps no marker and no conversations',
  'same key': 'snac keeps no idempotency key',
  'lost answer': 'snac keeps no idempotency key; that the answer is read back is tested below',
  'expired token': 'tokens of the Mastodon API do not expire; they are revoked',
  'revoked token': 'snac revokes no token through its API',
};

connectorSuite(snacNetwork('token', 'Mastodon API by access token on snac', onSnac));
