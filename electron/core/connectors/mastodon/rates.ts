import type { RateRules } from '../core/budget';

const minuteMs = 60_000;

/**
 * Below what the reference server allows: 300 requests in 5 minutes per account and per address (several brands share the
 * address), 30 uploads and 30 deletions in 30 minutes, 300 new statuses in 3 hours. Source: docs.joinmastodon.org
 * "Rate limits" and the server's defaults, read 2025-11. Answers carry X-RateLimit-*, which the budget obeys.
 */
export const rates: RateRules = {
  classes: {
    read: { requests: 200, windowMs: 5 * minuteMs },
    write: { requests: 60, windowMs: 5 * minuteMs },
    upload: { requests: 26, windowMs: 30 * minuteMs },
    removal: { requests: 26, windowMs: 30 * minuteMs },
    session: { requests: 10, windowMs: 5 * minuteMs },
    stream: { requests: 10, windowMs: 5 * minuteMs },
    file: { requests: 300, windowMs: 5 * minuteMs },
  },
  classify(method, { pathname }) {
    if (pathname.startsWith('/oauth/') || pathname === '/api/v1/apps') return 'session';
    if (!pathname.startsWith('/api/')) return 'file';
    if (pathname.startsWith('/api/v1/streaming')) return 'stream';
    if (method === 'POST' && /^\/api\/v[12]\/media$/.test(pathname)) return 'upload';
    if (method === 'DELETE') return 'removal';
    return method === 'GET' ? 'read' : 'write';
  },
};
