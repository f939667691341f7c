import type { RateRules } from '../core/budget';

const fiveMinutesMs = 300_000;

/**
 * Below what the reference server allows: 3,000 requests in 5 minutes and address, 5,000 write points an hour and account
 * (creating costs 3), 30 sign-ins in 5 minutes. Source: docs.bsky.app "Rate limits", read 2025-11.
 */
export const rates: RateRules = {
  classes: {
    read: { requests: 600, windowMs: fiveMinutesMs },
    write: { requests: 120, windowMs: fiveMinutesMs },
    session: { requests: 15, windowMs: fiveMinutesMs },
    media: { requests: 300, windowMs: fiveMinutesMs },
  },
  classify(method, url) {
    if (!url.pathname.startsWith('/xrpc/')) return url.pathname.startsWith('/oauth/') ? 'session' : 'media';
    if (/\.server\.(createSession|refreshSession)$/.test(url.pathname)) return 'session';
    return method === 'GET' ? 'read' : 'write';
  },
};
