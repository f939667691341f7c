import {
  conversationKinds,
  conversationStatuses,
  type ConversationKind,
  type ConversationStatus,
} from './conversation';
import { fold, foldedWords } from './fold';

/** What a person typed into the search field, taken apart. All parts hold at once. */
export interface SearchQuery {
  /** Folded words that must occur whole. */
  readonly words: readonly string[];
  /** Folded beginning of a word: the last word while it is being typed, or one marked with `*`. */
  readonly prefixes: readonly string[];
  /** Folded phrases, as lists of words that follow one another. */
  readonly phrases: readonly (readonly string[])[];
  /** Folded part of a contact's name or handle. */
  readonly from: string | null;
  readonly statuses: readonly ConversationStatus[];
  readonly kinds: readonly ConversationKind[];
  readonly isUnread: boolean;
  readonly isOutbound: boolean | null;
  readonly network: string | null;
  /** Folded label name. */
  readonly label: string | null;
  /** Ms since 1970 UTC; `after` inclusive, `before` exclusive. */
  readonly after: number | null;
  readonly before: number | null;
  /** Parts that were not understood, as typed. */
  readonly problems: readonly string[];
}

const part = /(\w+):(?:"([^"]*)"|(\S*))|"([^"]*)"?|(\S+)/gu;

/**
 * Parses words, `pre*`, "phrases" and `from: is: network: label: before: after:`. Dates are `YYYY-MM-DD`, taken as
 * UTC days. The last bare word counts as a prefix, because the person may still be typing it.
 */
export function parseSearch(text: string): SearchQuery {
  const words: string[] = [];
  const prefixes: string[] = [];
  const phrases: (readonly string[])[] = [];
  const statuses: ConversationStatus[] = [];
  const kinds: ConversationKind[] = [];
  const problems: string[] = [];
  let from: string | null = null;
  let network: string | null = null;
  let label: string | null = null;
  let after: number | null = null;
  let before: number | null = null;
  let isUnread = false;
  let isOutbound: boolean | null = null;

  const applyIs = (value: string): boolean => {
    const status = conversationStatuses.find((name) => name === value);
    const kind = conversationKinds.find((name) => name === value);
    if (status) statuses.push(status);
    else if (kind) kinds.push(kind);
    else if (value === 'unread') isUnread = true;
    else if (value === 'sent') isOutbound = true;
    else if (value === 'received') isOutbound = false;
    else return false;
    return true;
  };
  const applyFilter = (name: string, value: string): boolean => {
    if (value === '') return false;
    switch (name) {
      case 'from':
        from = fold(value.replace(/^@/, ''));
        return true;
      case 'network':
        network = fold(value);
        return true;
      case 'label':
        label = fold(value);
        return true;
      case 'is':
        return applyIs(value.toLowerCase());
      case 'after':
      case 'before': {
        const at = parseDay(value);
        if (at === null) return false;
        if (name === 'after') after = at;
        else before = at;
        return true;
      }
      default:
        return false;
    }
  };

  const matches = [...text.matchAll(part)];
  matches.forEach((match, index) => {
    const [whole, name, quoted, bare, phrase, word] = match;
    if (name !== undefined) {
      const value = quoted ?? bare ?? '';
      if (applyFilter(name.toLowerCase(), value)) return;
      if (filterNames.includes(name.toLowerCase())) problems.push(whole);
      else words.push(...foldedWords(whole));
      return;
    }
    if (phrase !== undefined) {
      const list = foldedWords(phrase);
      if (list.length === 1) words.push(...list);
      else if (list.length > 1) phrases.push(list);
      return;
    }
    const list = [...foldedWords(word ?? '')];
    if (list.length === 0) return;
    const isLast = index === matches.length - 1 && !/\s$/u.test(text);
    if (word?.endsWith('*') || isLast) {
      const last = list.pop();
      if (last !== undefined) prefixes.push(last);
    }
    words.push(...list);
  });
  return {
    words,
    prefixes,
    phrases,
    from,
    statuses,
    kinds,
    isUnread,
    isOutbound,
    network,
    label,
    after,
    before,
    problems,
  };
}

const filterNames: readonly string[] = ['from', 'is', 'network', 'label', 'before', 'after'];

function parseDay(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}

/** The FTS5 query of the words, prefixes and phrases; null where there are none. Every term is quoted. */
export function toFtsQuery(query: SearchQuery): string | null {
  const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`;
  const terms = [
    ...query.words.map(quote),
    ...query.prefixes.map((prefix) => `${quote(prefix)}*`),
    ...query.phrases.map((phrase) => `"${phrase.join(' ').replaceAll('"', '""')}"`),
  ];
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** Where the words of a query stand in the original text: offsets in UTF-16, in order, not overlapping. */
export function markHits(text: string, query: SearchQuery): { from: number; to: number }[] {
  const whole = new Set([...query.words, ...query.phrases.flat()]);
  const marks: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(match[0]);
    const prefix = query.prefixes.find((start) => word.startsWith(start));
    if (!whole.has(word) && prefix === undefined) continue;
    marks.push({ from: match.index, to: match.index + match[0].length });
    if (marks.length === 50) break;
  }
  return marks;
}
