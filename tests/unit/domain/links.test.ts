import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, type LinkToken } from '@shared/domain/links';

const links = (text: string): readonly LinkToken[] => tokenise(text).filter((token) => token.kind === 'link');
const kinds = (text: string): readonly string[] => tokenise(text).map((token) => `${token.kind}:${token.text}`);
const pieceOfText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'https://',
    'http://a.example/',
    'www.',
    '@ada',
    '@a@b.example',
    '#etiket',
    '(',
    ')',
    '.',
    '\u202e',
    ' ',
    '\n',
  ),
);

describe('finding links, mentions and hashtags', () => {
  it('finds each kind and leaves the rest as text', () => {
    expect(kinds('Merhaba @ada, bkz. https://ornek.example/a #sipariş')).toEqual([
      'text:Merhaba ',
      'mention:@ada',
      'text:, bkz. ',
      'link:https://ornek.example/a',
      'text: ',
      'hashtag:#sipariş',
    ]);
    expect(kinds('@ada@social.example')).toEqual(['mention:@ada@social.example']);
  });

  it('leaves the end of the sentence out of a link, and keeps brackets that the address opened', () => {
    expect(links('(see https://a.example/x).')[0]?.text).toBe('https://a.example/x');
    expect(links('https://a.example/wiki/Ada_(name)')[0]?.text).toBe('https://a.example/wiki/Ada_(name)');
  });

  it('takes no mail address for a mention and no figure for a hashtag', () => {
    expect(kinds('ada@example.org #1 &#39;')).toEqual(['text:ada@example.org #1 &#39;']);
  });

  it('makes no link of any other scheme', () => {
    for (const text of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'xhttps://a.example',
      'https://',
      'http://nodots/x',
    ])
      expect(links(text)).toEqual([]);
  });

  it('shows the real host where the text shows another one', () => {
    expect(links('https://www.bank.example/login')[0]?.realHost).toBeNull();
    expect(links('https://bаnk.example/login')[0]?.realHost).toBe('xn--bnk-6cd.example');
    expect(links('https://bank.example@evil.example/')[0]?.realHost).toBe('evil.example');
    expect(links('https://0x7f000001.example./')[0]?.realHost).toBeNull();
    expect(links('https://bank.example\u3002evil.example/')[0]?.realHost).toBe('bank.example.evil.example');
  });

  it('ends a link before anything invisible or reordering', () => {
    expect(links('https://a.example/\u202egnp.exe')[0]?.text).toBe('https://a.example/');
    expect(links('https://a.example\u200b.evil.example')[0]?.href).toBe('https://a.example/');
  });

  it('stays linear on a wall of brackets', () => {
    const wall = `https://a.example/${'('.repeat(50_000)}${')'.repeat(100_000)}`;
    expect(links(wall)[0]?.text).toBe(wall.slice(0, -50_000));
  });

  it('loses no character of any text, and names only http and https', () => {
    fc.assert(
      fc.property(fc.array(pieceOfText, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const tokens = tokenise(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const token of tokens) {
          expect(token.text).not.toBe('');
          if (token.kind === 'link') expect(token.href).toMatch(/^https?:\/\/[\u0021-\u007e]+$/u);
        }
      }),
    );
  });
});
