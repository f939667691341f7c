import { decodeEntities } from './html-entities';
import { nextToken, type HtmlTag } from './html-tokens';

/** What a link of a text turns into: `shown` is its text, without markup. */
export type LinkWriter = (link: { readonly href: string; readonly classes: string; readonly shown: string }) => string;

const ownParagraph = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const ownLine = new Set(['div', 'li', 'tr', 'section', 'article', 'dt', 'dd', 'figure', 'figcaption']);
/** Elements that hold no words of the author. */
const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'title', 'textarea', 'svg']);

/** Line breaks in a row that are kept; more say nothing. */
const maxBreaks = 20;

interface OpenLink {
  readonly href: string;
  readonly classes: string;
  readonly parts: string[];
}

/** Collects text; breaks are held back until text follows, so that none stand at the end or in a row without need. */
class PlainText {
  private readonly parts: string[] = [];
  private breaks = 0;
  private quotes = 0;
  private link: OpenLink | null = null;
  private readonly lists: { next: number | null }[] = [];

  constructor(private readonly writeLink: LinkWriter) {}

  add(text: string, isPreformatted: boolean): void {
    if (this.link !== null) {
      this.link.parts.push(text);
      return;
    }
    const isAtStart = this.parts.length === 0 || this.breaks > 0;
    const words = isPreformatted
      ? text.replace(/\r\n?/g, '\n')
      : (isAtStart ? text.replace(/^[\r\n]+[ \t]*/, '') : text).replace(/[\r\n]+/g, ' ');
    if (words === '') return;
    if (this.parts.length > 0) this.parts.push('\n'.repeat(this.breaks));
    if (isAtStart) this.parts.push('> '.repeat(this.quotes));
    this.breaks = 0;
    this.parts.push(words);
  }

  lineBreak(): void {
    if (this.link === null) this.breaks = Math.min(maxBreaks, this.breaks + 1);
    else this.link.parts.push(' ');
  }

  block(atLeast: 1 | 2): void {
    if (this.link === null) this.breaks = Math.max(this.breaks, atLeast);
    else this.link.parts.push(' ');
  }

  quote(by: 1 | -1): void {
    this.quotes = Math.min(5, Math.max(0, this.quotes + by));
  }

  list(kind: 'ul' | 'ol' | null): void {
    if (kind === null) this.lists.pop();
    else if (this.lists.length < 20) this.lists.push({ next: kind === 'ol' ? 1 : null });
  }

  bullet(): void {
    const list = this.lists.at(-1);
    if (list?.next === null || list?.next === undefined) return this.add('• ', true);
    this.add(`${list.next}. `, true);
    list.next += 1;
  }

  openLink(tag: HtmlTag): void {
    this.closeLink();
    this.link = { href: tag.attribute('href').trim(), classes: tag.attribute('class'), parts: [] };
  }

  closeLink(): void {
    const { link } = this;
    if (link === null) return;
    this.link = null;
    const shown = link.parts.join('').replace(/[\r\n]+/g, ' ');
    this.add(this.writeLink({ href: link.href, classes: link.classes, shown }), true);
  }

  text(): string {
    this.closeLink();
    return this.parts.join('');
  }
}

/**
 * The words of a text in HTML: paragraphs and breaks as line breaks, links by `writeLink`, lists and quotes by their
 * usual signs, everything else without its markup. Linear in the length; no markup of the text reaches the result.
 */
export function htmlToText(html: string, writeLink: LinkWriter): string {
  const plain = new PlainText(writeLink);
  let preformatted = 0;
  let skipped = 0;
  let at = 0;
  for (let token = nextToken(html, at); token !== null; token = nextToken(html, at)) {
    at = token.end;
    if (token.kind === 'text') {
      if (skipped === 0) plain.add(decodeEntities(token.text).replaceAll('\0', '\ufffd'), preformatted > 0);
      continue;
    }
    const { name, isClosing } = token;
    // Fallback of a quoted post for clients that do not know quotes; the quoted post is shown by itself.
    if (skipped > 0 || (!isClosing && token.attribute('class').includes('quote-inline') && name === 'p')) {
      if (name === 'p') skipped += isClosing ? -1 : 1;
      continue;
    }
    if (silent.has(name) && !isClosing && !token.isEmpty) at = endOfElement(html, name, at);
    else if (name === 'br') plain.lineBreak();
    else if (name === 'img') plain.add(token.attribute('alt'), true);
    else if (name === 'a') {
      if (isClosing) plain.closeLink();
      else plain.openLink(token);
    } else if (ownParagraph.has(name)) {
      plain.block(2);
      if (name === 'blockquote') plain.quote(isClosing ? -1 : 1);
      if (name === 'pre') preformatted = Math.max(0, preformatted + (isClosing ? -1 : 1));
      if (name === 'ul' || name === 'ol') plain.list(isClosing ? null : name);
    } else if (ownLine.has(name)) {
      plain.block(1);
      if (name === 'li' && !isClosing) plain.bullet();
    }
  }
  return plain.text().trimEnd();
}

/** After the closing tag of an element whose content is not text; the end of the input where it is never closed. */
function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}
