import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAllowedBeside, isPublicHttps, readServiceUrl } from '../../../../electron/core/connectors/core/hosts';
import { parseEach, readAs, readJson } from '../../../../electron/core/connectors/core/read-json';

const kindOf = async (body: string, status = 200): Promise<string> => {
  const read = await readJson(new Response(body, { status }));
  return read.ok ? 'ok' : read.error.kind;
};

describe('reading answers', () => {
  it.each([
    ['a page of HTML', '<!doctype html><title>Hotel Wi-Fi</title>'],
    ['a page after blank lines', '\n\n  <html>'],
    ['JSON that was cut', '{"posts":[{"id":"1"'],
    ['nothing', ''],
    ['a word', 'OK'],
  ])('takes %s for garbage', async (_what, body) => {
    expect(await kindOf(body)).toBe('garbage');
  });

  it('takes a redirect for garbage and reads plain JSON', async () => {
    expect(await kindOf('{}', 302)).toBe('garbage');
    expect(await kindOf(' {"a":1}')).toBe('ok');
  });

  it('takes the wrong shape for garbage and never throws, whatever comes', async () => {
    const schema = z.object({ posts: z.array(z.object({ id: z.string() })) });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
        const read = await readAs(schema, new Response(body));
        if (!read.ok) expect(read.error.kind).toBe('garbage');
      }),
    );
  });

  it('leaves out and counts single entries of the wrong shape', () => {
    const entry = z.object({ id: z.string() });
    expect(parseEach(entry, [{ id: '1' }, { id: 2 }, null, { id: '3', more: true }])).toEqual({
      items: [{ id: '1' }, { id: '3' }],
      skipped: 2,
    });
  });
});

describe('addresses', () => {
  it.each([
    'http://network.example',
    'https://localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://017700000001',
    'https://10.1.2.3',
    'https://192.168.1.1',
    'https://172.20.0.1',
    'https://169.254.169.254',
    'https://100.64.0.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://printer.local',
    'https://intranet',
    'https://user:secret@network.example',
    'ftp://network.example',
  ])('does not take %s for an address on the open internet', (address) => {
    expect(isPublicHttps(new URL(address))).toBe(false);
  });

  it('takes an ordinary https address for one', () => {
    expect(isPublicHttps(new URL('https://pds.network.example/xrpc'))).toBe(true);
    expect(isPublicHttps(new URL('https://93.184.216.34'))).toBe(true);
  });

  it('lets a server name another private address only if a person typed that very host', () => {
    const typed = new URL('http://localhost:2583');
    expect(isAllowedBeside(typed, new URL('http://localhost:2584'))).toBe(true);
    expect(isAllowedBeside(typed, new URL('http://10.0.0.1'))).toBe(false);
    expect(isAllowedBeside(new URL('https://network.example'), new URL('http://localhost:1'))).toBe(false);
    expect(isAllowedBeside(new URL('https://network.example'), new URL('https://pds.other.example'))).toBe(true);
  });

  it.each([
    ['bsky.social', 'https://bsky.social'],
    [' https://Bsky.Social/path?x=1 ', 'https://bsky.social'],
    ['http://localhost:2583', 'http://localhost:2583'],
    ['', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['https://user:pw@host.example', null],
  ])('reads the typed address %s as %s', (typed, origin) => {
    expect(readServiceUrl(typed)?.origin ?? null).toBe(origin);
  });
});
