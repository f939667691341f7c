import { describe, expect, it } from 'vitest';
import { errorOf } from '../../../../electron/core/connectors/mastodon/errors';
import { outcomeOf } from '../../../../electron/core/connectors/mastodon/send';

const answer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Awaited<ReturnType<typeof errorOf>>> =>
  errorOf(new Response(body, { status, headers }), Date.UTC(2026, 10, 20, 9));
const said = (words: string): string => JSON.stringify({ error: words });

describe('a refusal of the server', () => {
  it.each([
    [401, said('The access token was revoked'), 'auth_revoked'],
    [401, '', 'auth_revoked'],
    [401, '<html>Sign in to Wi-Fi</html>', 'garbage'],
    [403, said('This action is outside the authorized scopes'), 'permission'],
    [403, said('Your login is currently disabled'), 'account_blocked'],
    [403, '<html>Checking your browser</html>', 'garbage'],
    [404, said('Record not found'), 'target_gone'],
    [404, '<h1>404 Not Found (snac/2.75)</h1>', 'target_gone'],
    [404, '<html>nginx</html>', 'garbage'],
    [404, '', 'garbage'],
    [410, said('Gone'), 'target_gone'],
    [413, '', 'media_rejected'],
    [422, said('Validation failed'), 'invalid'],
    [422, '', 'invalid'],
    [429, said('Too many requests'), 'rate_limited'],
    [501, '', 'unsupported'],
    [500, said('oops'), 'transient'],
    [502, '<html>Bad gateway</html>', 'transient'],
    [503, '', 'transient'],
    [302, '', 'garbage'],
  ])('%i %s is %s', async (status, body, kind) => {
    expect((await answer(status, body)).kind).toBe(kind);
  });

  it('says how long to wait, by Retry-After or by the time at which the window ends', async () => {
    expect(await answer(429, '', { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7_000 });
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-20T09:01:00.000Z' };
    expect(await answer(429, '', headers)).toMatchObject({ retryAfterMs: 60_000 });
  });
});

describe('the end of a send', () => {
  it.each([
    [500, '', 'unknown', 'transient'],
    [503, said('There was a temporary problem'), 'unknown', 'transient'],
    [408, '', 'unknown', 'transient'],
    [429, '', 'failed', 'rate_limited'],
    [401, '', 'failed', 'auth_revoked'],
    [403, said('This action is not allowed'), 'failed', 'permission'],
    [404, said('The post you are trying to reply to does not appear to exist.'), 'failed', 'target_gone'],
    [404, '<html>nginx</html>', 'failed', 'transient'],
    [422, said('Validation failed: Text character limit of 500 exceeded'), 'failed', 'too_long'],
    [422, said('Doğrulama başarısız: Metin 500 karakter sınırını aşıyor'), 'failed', 'too_long'],
    [422, said('Validation failed: Text has already been taken (1500)'), 'failed', 'invalid'],
    [422, said('Cannot attach files that have not finished processing'), 'failed', 'media_rejected'],
  ])('%i %s is %s, %s', async (status, body, kind, reason) => {
    const outcome = outcomeOf(await answer(status, body), 500, true);
    expect(outcome).toMatchObject({ kind, error: { kind: reason } });
    // The server's words may quote the message: they stay inside.
    expect(JSON.stringify(outcome)).not.toContain('Validation');
  });
});
