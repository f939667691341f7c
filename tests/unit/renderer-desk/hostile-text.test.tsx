import type { ConversationRow } from '@shared/contract/views';
import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { createI18n } from '@renderer/app/i18n/create-i18n';
import { MessageText } from '@renderer/components/MessageText';
import { PersonName } from '@renderer/components/PersonName';
import { SearchMark } from '@renderer/components/SearchMark';
import { DeskRow } from '@renderer/features/desk/components/DeskRow';
import { excerptOf } from '@renderer/features/search/model/excerpt';

const i18n = await createI18n('en');
const markup = (element: ReactElement): string =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>);

const row = (text: string): ConversationRow => ({
  id: 'c1',
  workspaceId: 'w1',
  accountId: 'a1',
  network: 'plaza',
  accountHandle: 'lale',
  kind: 'direct',
  status: 'open',
  contactId: 'p1',
  contactName: text,
  contactHandle: text,
  preview: text,
  isPreviewOutbound: false,
  lastMessageAt: 0,
  unreadCount: 1,
  assigneeId: null,
  labels: [],
  snoozedUntil: null,
  hasDraft: false,
  outbox: null,
  isTargetDeleted: false,
});

/** Every place that shows what a stranger wrote, and the elements that it may be made of. */
const views: readonly { readonly name: string; readonly allowed: string; readonly draw: (text: string) => string }[] = [
  { name: 'thread', allowed: 'span bdi button wbr', draw: (text) => markup(<MessageText text={text} />) },
  { name: 'name', allowed: 'bdi span svg path', draw: (text) => markup(<PersonName name={text} handle={text} />) },
  {
    name: 'list',
    allowed: 'div span bdi time',
    draw: (text) =>
      markup(
        <DeskRow
          row={row(text)}
          brand={undefined}
          networkLabel="Plaza"
          assigneeName="Mert"
          scheme="light"
          now={1000}
          id="row"
          index={0}
          setSize={1}
          isCompact={false}
          isOpen={false}
          isCursor={false}
          isMarked={false}
          style={{}}
          onPress={() => undefined}
        />,
      ),
  },
  {
    name: 'search',
    allowed: 'mark',
    draw: (text) => {
      const excerpt = excerptOf(text, [{ from: 0, to: 1 }]);
      return markup(<SearchMark text={excerpt.text} marks={excerpt.marks} />);
    },
  },
];

const corpus = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "<a href='javascript:alert(1)'>x</a>",
  '<iframe srcdoc="<b>">',
  '&lt;b&gt; &#60;b&#62;',
  'https://a.example/"onmouseover="alert(1)',
  'javascript:alert(1) data:text/html,<b>x</b>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}} $t(common.close) $t(desk.title)',
  '\u202e<b>\u202c\u2066<i>\u2069',
];
const piece = fc.oneof(
  fc.constantFrom(...corpus),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('@ada ', '#etiket ', 'https://a.example/x ', 'A'.repeat(300)),
);
const message = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<([a-z]+)/gi)].map((match) => (match[1] ?? '').toLowerCase());
const handlerOrAddress = /<[^>]*\s(on\w+|href|src|srcdoc|srcset)=/i;

describe('text of strangers on screen', { timeout: 60_000 }, () => {
  it.each(views)('becomes text and our own elements only: $name', ({ allowed, draw }) => {
    const known = new Set(allowed.split(' '));
    const check = (text: string): void => {
      const html = draw(text);
      for (const tag of tagsOf(html)) expect(known, `${tag} from ${JSON.stringify(text)}`).toContain(tag);
      expect(html).not.toMatch(handlerOrAddress);
    };
    corpus.forEach(check);
    fc.assert(fc.property(message, check), { numRuns: 500 });
  });

  it.each(views.filter((view) => view.name !== 'search'))('never reorders what stands after it: $name', ({ draw }) => {
    fc.assert(
      fc.property(message, (text) => {
        expect(draw(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 200 },
    );
  });

  it('draws the first 20,000 characters of ten megabytes and offers the rest', () => {
    const html = markup(<MessageText text={'A'.repeat(10_000_000)} />);
    expect(html.length).toBeLessThan(25_000);
    expect(html).toContain('20,000 of 10,000,000');
  });

  it('shows the real host beside a link that pretends', () => {
    expect(markup(<MessageText text="https://bank.example@evil.example/" />)).toContain('really evil.example');
  });
});
