// How a test steers the fake beyond what the API allows: a lagging feed, a revoked token, other limits, a later hour.
import { spread } from './activity.mjs';

const ALL_SCOPES = ['read', 'write', 'follow'];

/** What a test needs to know of an account. */
export const accountInfo = (world, account) => ({
  id: account.id,
  acct: account.acct,
  displayName: account.displayName,
  mention: `@${account.acct}`,
  password: account.password,
  token: world.grantToken(account.id, ALL_SCOPES).value,
});

export const createControls = (world) => {
  const find = (acct) => {
    const account = world.accountByAcct(acct);
    if (account === undefined) throw new Error(`no account ${acct}`);
    return account;
  };
  return {
    'POST /accounts': (person) => accountInfo(world, world.addAccount(person)),
    'POST /tokens': ({ acct, scopes = ALL_SCOPES }) => ({ token: world.grantToken(find(acct).id, scopes).value }),
    /** All tokens of that account stop working, as when its owner removes the app. */
    'POST /revoke': ({ acct }) => {
      const { id } = find(acct);
      for (const token of world.tokens.values()) if (token.accountId === id) token.revoked = true;
    },
    'POST /suspend': ({ acct, suspended = true }) => {
      find(acct).suspended = suspended;
    },
    /** New statuses are kept out of every list until `/reveal`. */
    'POST /withhold': () => {
      world.withholding = true;
    },
    'POST /reveal': () => {
      world.withholding = false;
      for (const status of world.statuses.values()) {
        if (!status.withheld) continue;
        status.withheld = false;
        spread(world, status);
      }
    },
    'POST /limits': (limits) => {
      Object.assign(world.limits, limits);
    },
    'POST /rate-limit': ({ limit = 300, windowMs = 300_000 }) => {
      world.rateLimit = { limit, windowMs };
      world.rateUse.clear();
    },
    'POST /media': ({ polls }) => {
      world.mediaPolls = polls;
    },
    'POST /advance': ({ ms }) => world.advance(ms),
    'POST /close-streams': () => {
      for (const stream of world.streams) stream.response.destroy();
    },
    'GET /streams': () => ({ open: world.streams.size }),
    'GET /reports': () => ({ reports: world.reports }),
    'POST /clear': () => {
      world.clearContent();
    },
  };
};
