/** A piece of a message as the screen shows it. The texts of all tokens joined are the message. */
export type TextToken =
  | { readonly kind: 'text'; readonly text: string }
  | LinkToken
  | { readonly kind: 'mention'; readonly text: string }
  | { readonly kind: 'hashtag'; readonly text: string };

/** A link of http or https. */
export interface LinkToken {
  readonly kind: 'link';
  readonly text: string;
  /** Address with an ASCII host, as the system browser gets it. */
  readonly href: string;
  /** The real host in ASCII where the text shows another one; null where reader and browser agree. */
  readonly realHost: string | null;
}

/** Characters that end an address: spaces, quotes, brackets of markup, and everything invisible or reordering. */
const addressEnd = String.raw`\s<>"“”«»\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff`;
const token = new RegExp(
  [
    String.raw`(?<link>(?<![\p{L}\p{N}_])(?:https?:\/\/|www\.)[^${addressEnd}]+)`,
    String.raw`(?<mention>(?<![\p{L}\p{N}_@/.])@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*(?:@[A-Za-z0-9]+(?:[.-]+[A-Za-z0-9]+)+)?)`,
    String.raw`(?<hashtag>(?<![\p{L}\p{N}_&/#])#[\p{L}\p{M}\p{N}_]*[\p{L}][\p{L}\p{M}\p{N}_]*)`,
  ].join('|'),
  'giu',
);

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Takes off what closes the sentence rather than the address: full stops, and brackets that the address did not open. */
const withoutSentenceEnd = (text: string): string => {
  const seen = new Map<string, number>();
  for (const char of text) if (/[()[\]{}]/u.test(char)) seen.set(char, (seen.get(char) ?? 0) + 1);
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1);
    const opener = closers[last];
    if (opener !== undefined) {
      const closed = seen.get(last) ?? 0;
      if (closed <= (seen.get(opener) ?? 0)) break;
      seen.set(last, closed - 1);
    } else if (!/[.,;:!?'’…*_~]/u.test(last)) break;
  }
  return text.slice(0, end);
};

const toLink = (text: string): LinkToken | null => {
  const hasScheme = /^https?:/iu.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (!url.hostname.includes('.') && url.hostname !== 'localhost' && !url.hostname.startsWith('[')) return null;
  const shown = text.replace(/^https?:\/\//iu, '').toLowerCase();
  const host = url.hostname;
  const follows = shown[host.length];
  const agrees = shown.startsWith(host) && (follows === undefined || '/?#:'.includes(follows)) && url.username === '';
  return { kind: 'link', text, href: url.href, realHost: agrees ? null : host };
};

/** Splits a message into text, links, mentions and hashtags. Linear in its length; joining the texts gives the message back. */
export const tokenise = (text: string): readonly TextToken[] => {
  const tokens: TextToken[] = [];
  let from = 0;
  const plainUpTo = (to: number): void => {
    if (to > from) tokens.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(token)) {
    const found = readMatch(match);
    if (found === null) continue;
    plainUpTo(match.index);
    tokens.push(found);
    from = match.index + found.text.length;
  }
  plainUpTo(text.length);
  return tokens;
};

const readMatch = (match: RegExpMatchArray): TextToken | null => {
  const groups = match.groups;
  if (groups?.link !== undefined) return toLink(withoutSentenceEnd(groups.link));
  if (groups?.mention !== undefined) return { kind: 'mention', text: groups.mention };
  if (groups?.hashtag !== undefined) return { kind: 'hashtag', text: groups.hashtag };
  return null;
};
