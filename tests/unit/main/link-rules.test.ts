import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLink } from '../../../electron/main/platform/link-rules';

const refused = { kind: 'refused' };

describe('a link that a stranger wrote', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    '\\\\server\\share\\x.exe',
    'https:\\\\example.org',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x&crumb=location:\\\\evil',
    'vscode://file/x',
    'smb://server/share',
    'ssh://-oProxyCommand=x/',
    'data:text/html,<script>x</script>',
    'blob:https://example.org/1',
    'app://chorale/index.html',
    'chrome://gpu',
    'view-source:https://example.org',
    'intent://x#Intent;end',
    'tel:112',
    'ftp://example.org/',
    ' https://example.org',
    'https://example.org\n.evil.test/',
    'https://exam\tple.org/',
    'https://user@example.org/',
    'https://bank.test:secret@evil.test/',
    'https://example.org/\u202etxt.exe',
    'https://exam\u200bple.org/',
    'https://',
    'example.org',
    '',
    `https://example.org/${'a'.repeat(2_000)}`,
    null,
    42,
    {},
    ['https://example.org'],
  ])('is refused: %j', (address) => {
    expect(judgeLink(address)).toEqual(refused);
  });

  it('is opened as the parser wrote it, not as it came', () => {
    expect(judgeLink('HTTPS://EXAMPLE.org:443/a/../b?q=ş#x')).toEqual({
      kind: 'web',
      url: 'https://example.org/b?q=%C5%9F#x',
      host: 'example.org',
      readsAs: null,
      isEncrypted: true,
      isLoopback: false,
    });
  });

  it('shows the host that DNS sees beside how it reads', () => {
    expect(judgeLink('https://аррӏе.com/')).toMatchObject({ host: 'xn--80ak6aa92e.com', readsAs: 'аррӏе.com' });
    expect(judgeLink('https://xn--80ak6aa92e.com/')).toMatchObject({
      host: 'xn--80ak6aa92e.com',
      readsAs: 'аррӏе.com',
    });
  });

  it('is marked where the connection is not encrypted, and where it stays on this machine', () => {
    expect(judgeLink('http://example.org/')).toMatchObject({ isEncrypted: false, isLoopback: false });
    expect(judgeLink('http://127.0.0.1:8080/x')).toMatchObject({ isEncrypted: false, isLoopback: true });
    expect(judgeLink('http://127.1/')).toMatchObject({ isLoopback: true });
    expect(judgeLink('http://localhost.evil.test/')).toMatchObject({ isLoopback: false });
  });

  it('writes an email to one address with a subject, and nothing else', () => {
    expect(judgeLink('mailto:ada@example.org?subject=Order%20%C5%9F&body=x&cc=b@c.de&attach=/etc/passwd')).toEqual({
      kind: 'mail',
      url: 'mailto:ada@example.org?subject=Order%20%C5%9F',
      address: 'ada@example.org',
    });
    expect(judgeLink('mailto:a@b.de,c@d.de')).toEqual(refused);
    expect(judgeLink('mailto:?to=a@b.de')).toEqual(refused);
    expect(judgeLink('mailto:a@b.de%0d%0abcc:c@d.de')).toEqual(refused);
    expect(judgeLink('mailto:%E0%A4%A')).toEqual(refused);
  });

  it('never leads to anything but a web page or an email, whatever it is made of', () => {
    const piece = fc.constantFrom(
      ...['https:', 'http:', 'HTTP:', 'javascript:', 'file:', 'mailto:', 'data:', '//', '/', '\\', '@', ':', '?', '#'],
      ...[
        'example.org',
        'evil.test',
        '127.0.0.1',
        '[::1]',
        'xn--',
        'ş',
        '\u202e',
        '\u0000',
        '\t',
        ' ',
        '%00',
        '%2f',
        '..',
      ],
    );
    const address = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(address, (text) => {
        const verdict = judgeLink(text);
        if (verdict.kind === 'refused') return;
        expect(verdict.url).toMatch(
          verdict.kind === 'web' ? /^https?:\/\/[^/@\\]+(\/|$)/ : /^mailto:[^?&@]+@[^?&@]+(\?subject=[^&]*)?$/,
        );
        expect(verdict.url).not.toMatch(/[\p{Cc}\p{Cf}\s]/u);
        expect(new URL(verdict.url).href).toBe(verdict.url);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});
