import { decodeEntities } from './html-entities';

export interface HtmlTag {
  readonly kind: 'tag';
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Written as `<name/>`. */
  readonly isEmpty: boolean;
  /** Value of an attribute, decoded; empty where it is absent. */
  attribute(name: string): string;
  readonly end: number;
}

export type HtmlToken = { readonly kind: 'text'; readonly text: string; readonly end: number } | HtmlTag;

/** Attributes beyond this length are nobody's link or class. */
const maxTagLength = 16_384;

const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const attributeIn = (source: string, wanted: string): string => {
  for (const [, name = '', double, single, bare] of source.slice(0, maxTagLength).matchAll(attributePattern))
    if (name.toLowerCase() === wanted) return decodeEntities(double ?? single ?? bare ?? '');
  return '';
};

/** End of a tag that begins at `start`: after the first `>` outside of quotes. -1 where there is none. */
const endOfTag = (html: string, start: number): number => {
  let quote = '';
  for (let at = start; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
};

/** Where the next tag or comment begins; the length where none does. A `<` before anything else is a character. */
const nextMarkup = (html: string, from: number): number => {
  for (let open = html.indexOf('<', from); open !== -1; open = html.indexOf('<', open + 1)) {
    const next = html.charCodeAt(open + 1) | 0x20;
    const isLetter = next >= 0x61 && next <= 0x7a;
    if (isLetter || '/!?'.includes(html.charAt(open + 1) || ' ')) return open;
  }
  return html.length;
};

/** The token at `from`; null at the end. A tag or comment that never ends hides the rest, as in a browser. */
export function nextToken(html: string, from: number): HtmlToken | null {
  let at = from;
  while (at < html.length) {
    const open = nextMarkup(html, at);
    if (open > at) return { kind: 'text', text: html.slice(at, open), end: open };
    const next = html.charAt(open + 1);
    if (next === '!' || next === '?') {
      const isComment = html.startsWith('<!--', open);
      const end = isComment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
      if (end === -1) return null;
      at = end + (isComment ? 3 : 1);
      continue;
    }
    const end = endOfTag(html, open + 1);
    if (end === -1) return null;
    return tagOf(html.slice(open + 1, end - 1), end);
  }
  return null;
}

const tagOf = (source: string, end: number): HtmlTag => {
  const isClosing = source.startsWith('/');
  const [name = ''] = /^[^\s/>]*/.exec(isClosing ? source.slice(1) : source) ?? [];
  const attributes = source.slice(name.length + (isClosing ? 1 : 0));
  return {
    kind: 'tag',
    name: name.toLowerCase(),
    isClosing,
    isEmpty: source.endsWith('/'),
    attribute: (wanted) => (isClosing ? '' : attributeIn(attributes, wanted)),
    end,
  };
};
