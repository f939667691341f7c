import { describe, expect, it } from 'vitest';
import { errorOf } from '../../../../electron/core/connectors/bluesky/errors';

const now = Date.UTC(2026, 10, 20, 9);
const read = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  errorOf(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }), now);

describe('what the network answers', () => {
  it.each([
    [400, 'ExpiredToken', 'transient'],
    [400, 'InvalidToken', 'permission'],
    [401, 'AccountTakedown', 'account_blocked'],
    [400, 'NotFound', 'target_gone'],
    [400, 'RecordNotFound', 'target_gone'],
    [400, 'MessagesDisabled', 'recipient_unreachable'],
    [400, 'NotFollowedBySender', 'recipient_unreachable'],
    [400, 'BlockedActor', 'recipient_unreachable'],
    [400, 'InvalidConvo', 'target_gone'],
    [400, 'BlobTooLarge', 'media_rejected'],
    [501, 'MethodNotImplemented', 'unsupported'],
    [400, 'InvalidRequest', 'invalid'],
    [403, 'Forbidden', 'permission'],
    [500, 'InternalServerError', 'transient'],
    [502, 'UpstreamFailure', 'transient'],
  ])('%i %s is %s', async (status, error, kind) => {
    expect((await read(status, { error, message: '' })).kind).toBe(kind);
  });

  it('carries the time to wait, from either header', async () => {
    const name = { error: 'RateLimitExceeded', message: '' };
    expect(await read(429, name, { 'retry-after': '12' })).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 12_000,
    });
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': String(now / 1_000 + 40) };
    expect(await read(429, name, headers)).toMatchObject({ kind: 'rate_limited', retryAfterMs: 40_000 });
  });

  it('knows a text that is too long by the words of the reference server', async () => {
    const message = 'Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes';
    expect((await read(400, { error: 'InvalidRequest', message })).kind).toBe('too_long');
  });

  it.each([401, 403, 404])(
    'signs nobody out for a page of status %i that is not the network speaking',
    async (status) => {
      expect((await read(status, '<html>Sign in to the Wi-Fi</html>')).kind).toBe('garbage');
    },
  );

  it('leaves open whether something was done only where the server failed', async () => {
    expect((await read(500, { error: 'InternalServerError' })).isAmbiguous).toBe(true);
    expect((await read(503, 'busy')).isAmbiguous).toBe(true);
    expect((await read(400, { error: 'InvalidSwap' })).isAmbiguous).toBe(false);
    expect((await read(429, { error: 'RateLimitExceeded' })).isAmbiguous).toBe(false);
  });

  it('repeats no words of the network, which may quote a message', async () => {
    const answer = await read(400, { error: 'InvalidRequest', message: 'secret words of a customer' });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
