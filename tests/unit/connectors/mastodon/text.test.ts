import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../../electron/core/connectors/mastodon/html-entities';
import { htmlToText } from '../../../../electron/core/connectors/mastodon/html-text';
import {
  textOf,
  wholeText,
  withoutLeadingMentions,
  writtenLink,
} from '../../../../electron/core/connectors/mastodon/status-text';
import { aStatus, inReplyTo, mentionHtml, mentionOf, parsed, reader } from './builders';

const plain = (html: string): string => htmlToText(html, ({ href, shown }) => writtenLink(href, shown));

describe('a text in HTML', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one<br>two<br />three</p>', 'one\ntwo\nthree'],
    ['<p>one<br><br><br>two</p>', 'one\n\n\ntwo'],
    ['one<br>\ntwo<br>', 'one\ntwo'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    [
      '<ul><li>tea</li><li>coffee</li></ul><ol><li>first</li><li>second</li></ol>',
      '• tea\n• coffee\n\n1. first\n2. second',
    ],
    ['<blockquote><p>said</p></blockquote><p>answered</p>', '> said\n\nanswered'],
    ['<pre><code>a\n  b</code></pre>', 'a\n  b'],
    ['<p>two  spaces\tand a tab</p>', 'two  spaces\tand a tab'],
    ['<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#39;&#x1F600;&nbsp;&hellip;</p>', '1 < 2 && 3 > 2 "\'😀\u00a0…'],
    ['<p>&lt;b onclick=&quot;x()&quot;&gt;bold&lt;/b&gt;</p>', '<b onclick="x()">bold</b>'],
    ['<p>a<script>alert(1)</script>b<style>p{}</style>c</p>', 'abc'],
    ['<p>a<!-- hidden -->b</p>', 'ab'],
    ['<p>1 < 2 and <3</p>', '1 < 2 and <3'],
    ['<p>cut <a href="https://x.example', 'cut'],
    ['<p><img src="x" alt=":cup:" onerror="x()"> ready</p>', ':cup: ready'],
    ['<p>İstanbul’da ığdır 👩‍👩‍👧‍👦 \u202Etxt.exe\u202C</p>', 'İstanbul’da ığdır 👩‍👩‍👧‍👦 \u202Etxt.exe\u202C'],
    ['<p class="quote-inline">RE: <a href="https://x.example/1">x</a></p><p>mine</p>', 'mine'],
    ['', ''],
  ])('%s is read as %j', (html, text) => {
    expect(plain(html).trimEnd()).toBe(text);
  });

  it('shows whole addresses, and where a link really goes', () => {
    expect(plain('<p>see <a href="https://shop.example/returns?no=1&amp;x=2">shop.example/returns…</a></p>')).toBe(
      'see https://shop.example/returns?no=1&x=2',
    );
    expect(
      plain(
        '<a href="https://shop.example/a/b"><span class="invisible">https://</span><span>shop.example/a</span><span class="invisible">/b</span></a>',
      ),
    ).toBe('https://shop.example/a/b');
    expect(plain('<a href="https://evil.example/">https://bank.example/</a>')).toBe(
      'https://bank.example/ (https://evil.example/)',
    );
    expect(plain('<a href="https://shop.example/">here</a>')).toBe('here (https://shop.example/)');
    expect(plain('<a href="javascript:alert(1)">press</a>')).toBe('press');
  });

  it('never lets markup through that a person did not type, and takes no long time over it', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '</',
      '<a href="',
      '<script>',
      '<!--',
      '-->',
      '<p',
      '&lt',
      '&#',
      'x',
      ' ',
      '\n',
      '<br>',
      '\0',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), (parts) => {
        const text = plain(parts.join(''));
        expect(text).not.toMatch(/<(script|a |br|p[ >])/);
      }),
    );
    for (const part of ['<a "', '<', '<!--', '<p ', '&', '<a href=x>', '<li>', '<script>', '</', '\n ']) {
      const length = plain(part.repeat(Math.ceil(200_000 / part.length))).length;
      expect(length).toBeLessThan(2_000_000);
    }
  }, 60_000);

  it('keeps what is no entity as it was written', () => {
    expect(decodeEntities('?a=1&copy=2&b; &unknown; &#0; &#xD800; &#x110000;')).toBe(
      '?a=1&copy=2&b; &unknown; \ufffd \ufffd \ufffd',
    );
  });
});

describe('the words of a status', () => {
  it('name people with their server', () => {
    const found = parsed(
      aStatus('ada', `hi ${mentionHtml('brand')} and ${mentionHtml('june@elsewhere.example')}`, {
        mentions: [mentionOf('brand'), mentionOf('june@elsewhere.example')],
      }),
    );
    expect(wholeText(found, reader.domain)).toBe('hi @brand@here.example and @june@elsewhere.example');
  });

  it('name people where the server lists no mentions', () => {
    const html = '<a href="http://other.example/can" class="u-url mention">@can@other.example</a> hi';
    expect(wholeText(parsed(aStatus('ada', html)), reader.domain)).toBe('@can@other.example hi');
    const short = '<a href="https://other.example/@can" class="mention">@<span>can</span></a> hi';
    expect(wholeText(parsed(aStatus('ada', short)), reader.domain)).toBe('@can@other.example hi');
  });

  it('show a content warning above the text', () => {
    expect(wholeText(parsed(aStatus('ada', 'it died', { spoiler_text: 'plants' })), reader.domain)).toBe(
      'plants\n\nit died',
    );
  });

  it('leave out the brand’s name before an answer to it, and nobody else’s', () => {
    const root = aStatus('brand', 'New beans');
    const mentions = [mentionOf('brand'), mentionOf('can')];
    const html = `${mentionHtml('brand')} ${mentionHtml('can')} do you ship?`;
    expect(textOf(parsed(aStatus('ada', html, { mentions, ...inReplyTo(root) })), reader)).toBe(
      '@can@here.example do you ship?',
    );
    expect(textOf(parsed(aStatus('ada', html, { mentions })), reader)).toMatch(/^@brand@here\.example /);
  });

  it('are, of an own answer, what was typed', () => {
    const asked = aStatus('ada', 'Do you ship?');
    const html = `${mentionHtml('ada')} We do, @nobody knows`;
    expect(textOf(parsed(aStatus('brand', html, { mentions: [mentionOf('ada')], ...inReplyTo(asked) })), reader)).toBe(
      'We do, @nobody knows',
    );
  });

  it('stay where there is nothing but names', () => {
    expect(withoutLeadingMentions('@ada @can ', () => true)).toBe('@ada @can ');
    expect(withoutLeadingMentions('@ada hello', () => false)).toBe('@ada hello');
  });
});
