import { describe, expect, it } from 'vitest';
import { capabilitiesOf, keepsKeys } from '../../../../electron/core/connectors/mastodon/instance';
import { noPaging, readPaging } from '../../../../electron/core/connectors/mastodon/paging';
import { rates } from '../../../../electron/core/connectors/mastodon/rates';
import { instance } from '../../../../electron/core/connectors/mastodon/schemas';
import { readServer } from '../../../../electron/core/connectors/mastodon/server-address';
import { json, linkTo, signal } from './builders';

describe('the server that a person types', () => {
  it.each([
    ['mastodon.example', 'https://mastodon.example'],
    [' Mastodon.Example/@brand ', 'https://mastodon.example'],
    ['https://mastodon.example/about?x=1', 'https://mastodon.example'],
    ['@brand@mastodon.example', 'https://mastodon.example'],
    ['brand@mastodon.example', 'https://mastodon.example'],
    ['mastodon.example:8443', 'https://mastodon.example:8443'],
    ['127.0.0.1:3100', 'http://127.0.0.1:3100'],
    ['localhost:3100', 'http://localhost:3100'],
    ['https://localhost:3100', 'https://localhost:3100'],
    ['http://snac.lan', 'http://snac.lan'],
    ['snac.lan', 'https://snac.lan'],
  ])('%s is %s', (typed, origin) => {
    expect(readServer(typed)?.origin).toBe(origin);
  });

  it.each(['', '   ', 'ftp://x.example', 'https://user:secret@x.example', 'not a server', 'javascript:alert(1)'])(
    '%j is none',
    (typed) => {
      expect(readServer(typed)).toBeNull();
    },
  );
});

describe('what a server says about itself', () => {
  const about = (more: Readonly<Record<string, unknown>>) => instance.parse({ version: '4.5.0', ...more });

  it('sets the limits, in both versions of the answer', () => {
    const second = about({
      configuration: {
        statuses: { max_characters: 1_000, characters_reserved_per_url: 30, max_media_attachments: 6 },
        media_attachments: {
          supported_mime_types: ['image/png', 'video/mp4'],
          image_size_limit: 5,
          description_limit: 7,
        },
      },
    });
    expect(capabilitiesOf(second, 'here')).toMatchObject({
      publicText: [{ unit: 'weighted', max: 1_000, linkWeight: 30, source: 'here' }],
      images: { maxCount: 6, maxBytes: 5, mimeTypes: ['image/png'], maxAltLength: 7, inDirect: true },
    });
    expect(capabilitiesOf(about({ max_toot_chars: 5_000 }), '').publicText[0]?.max).toBe(5_000);
  });

  it('falls back to the usual limits where it says nothing, or nonsense', () => {
    for (const configuration of [
      undefined,
      null,
      7,
      { statuses: { max_characters: '500', max_media_attachments: -1 } },
    ])
      expect(capabilitiesOf(about({ configuration }), '')).toMatchObject({
        publicText: [{ max: 500, linkWeight: 23 }],
        images: { maxCount: 4, maxBytes: 16_777_216 },
      });
    expect(capabilitiesOf(about({ configuration: { statuses: { max_media_attachments: 0 } } }), '').images).toBeNull();
  });

  it.each([
    ['4.5.0', undefined, true],
    ['4.4.1+glitch', 'https://github.com/glitch-soc/mastodon', true],
    ['v3.5.19', undefined, true],
    ['2.7.2 (compatible; Pleroma 2.9.1)', undefined, true],
    ['2.7.2 (compatible; Akkoma 3.15.2-0-gabc)', undefined, true],
    ['4.0.0 (not true; really snac/2.75)', undefined, false],
    ['0.20.1+git-abcdef', 'https://codeberg.org/superseriousbusiness/gotosocial', false],
    ['3.5.3 (compatible; Pixelfed 0.12.4)', undefined, false],
    ['4.2.1 (compatible; Sharkey 2025.4.4)', undefined, false],
    ['5.0.0', 'https://example.org/other-software', false],
    ['2025.11.0', undefined, false],
    ['', undefined, false],
  ])('%s of %s keeps keys: %s', (version, source, keeps) => {
    expect(keepsKeys(instance.parse({ version, source_url: source }))).toBe(keeps);
  });

  it('is asked in the first version where the second is not there, and believed to be usual where neither is', async () => {
    const first = linkTo(({ url }) =>
      url.pathname === '/api/v1/instance'
        ? json({ version: '3.5.0', configuration: { statuses: { max_characters: 700 } } })
        : new Response('<h1>404</h1>', { status: 404 }),
    );
    const read = await first.link.capabilities(signal);
    expect(read.ok && read.value.publicText[0]?.max).toBe(700);
    const none = await linkTo(() => new Response('', { status: 404 })).link.capabilities(signal);
    expect(none.ok && none.value.publicText[0]?.max).toBe(500);
    const away = await linkTo(() => new Response('', { status: 503 })).link.capabilities(signal);
    expect(away).toMatchObject({ ok: false, error: { kind: 'transient' } });
  });
});

describe('the Link header', () => {
  it('says where a list goes on, by its ids alone', () => {
    const header =
      '<https://evil.example/api/v1/conversations?limit=40&max_id=7163058>; rel="next", <https://x/?min_id=7275607>; rel="prev"';
    expect(readPaging(header)).toEqual({ older: '7163058', newer: '7275607' });
    expect(readPaging('</x?max_id=5>; rel=next')).toEqual({ older: '5', newer: null });
  });

  it.each([
    null,
    '',
    'x',
    '<>; rel="next"',
    '<https://x/>; rel="next"',
    '<https://x/?max_id=>; rel="next"',
    '<'.repeat(9_000),
  ])('%s says nothing', (header) => {
    expect(readPaging(header)).toEqual(noPaging);
  });
});

describe('the request limits', () => {
  it.each([
    ['GET', '/api/v1/notifications', 'read'],
    ['POST', '/api/v1/statuses', 'write'],
    ['POST', '/api/v2/media', 'upload'],
    ['GET', '/api/v1/media/5', 'read'],
    ['DELETE', '/api/v1/statuses/5', 'removal'],
    ['POST', '/oauth/token', 'session'],
    ['POST', '/api/v1/apps', 'session'],
    ['GET', '/api/v1/streaming/user', 'stream'],
    ['GET', '/system/media/5.png', 'file'],
  ])('%s %s counts as %s', (method, path, name) => {
    expect(rates.classify(method, new URL(path, 'https://here.example'))).toBe(name);
    expect(Object.keys(rates.classes)).toContain(name);
  });
});
