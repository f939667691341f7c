// The memory of the fake: plain maps, a clock that a test can push forward, and ids that sort by time.
import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;

const createIds = (now) => {
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = Math.max(now(), lastMs);
    sequence = ms === lastMs ? sequence + 1 : 0;
    lastMs = ms;
    return ((BigInt(ms) << 16n) | BigInt(sequence)).toString();
  };
};

/** Compares two ids as the documentation says: by length, then letter by letter. */
export const compareIds = (left, right) => left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);

/** A random token of the shape that the server hands out. */
export const randomToken = () => randomBytes(32).toString('base64url');

const emptyContent = () => ({
  statuses: new Map(),
  notifications: [],
  conversations: [],
  relations: new Map(),
  media: new Map(),
  markers: new Map(),
  reports: [],
  idempotency: new Map(),
  mutedThreads: new Set(),
  policies: new Map(),
  dismissedRequests: new Set(),
});

/** @param {{ baseUrl: string }} options the address that clients know */
export const createWorld = ({ baseUrl }) => {
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  const world = {
    baseUrl,
    domain: new URL(baseUrl).host,
    now,
    isoNow: () => new Date(now()).toISOString(),
    advance: (ms) => {
      offsetMs += ms;
    },
    nextId: createIds(now),
    accounts: new Map(),
    apps: new Map(),
    codes: new Map(),
    tokens: new Map(),
    streams: new Set(),
    /** While true, new statuses stay out of every list, as on a server whose feeds lag behind its database. */
    withholding: false,
    mediaPolls: 1,
    rateLimit: { limit: 300, windowMs: 300_000 },
    rateUse: new Map(),
    limits: {
      maxCharacters: 500,
      maxMedia: 4,
      charactersPerUrl: 23,
      imageBytes: 16_777_216,
      videoBytes: 103_809_024,
      descriptionLimit: 1_500,
    },
    idempotencyMs: HOUR_MS,
    ...emptyContent(),
    /** Forgets what people wrote and did; accounts, apps and tokens stay. */
    clearContent: () => Object.assign(world, emptyContent()),
    accountByAcct: (acct) => {
      const name = acct.replace(/^@/, '').toLowerCase();
      const local = name.endsWith(`@${world.domain}`) ? name.slice(0, -world.domain.length - 1) : name;
      return [...world.accounts.values()].find((account) => account.acct.toLowerCase() === local);
    },
    addAccount: ({ name, displayName = name, note = '', domain }) => {
      const account = {
        id: world.nextId(),
        username: name,
        acct: domain === undefined ? name : `${name}@${domain}`,
        domain,
        displayName,
        note,
        password: `${name}-password-1`,
        createdAt: new Date(now() - 400 * 24 * HOUR_MS).toISOString(),
        suspended: false,
      };
      world.accounts.set(account.id, account);
      return account;
    },
    grantToken: (accountId, scopes, appId) => {
      const token = { value: randomToken(), accountId, scopes, appId, createdAt: now(), revoked: false };
      world.tokens.set(token.value, token);
      return token;
    },
  };
  return world;
};
