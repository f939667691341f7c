import { parseEach } from '../core/read-json';
import { htmlToText, type LinkWriter } from './html-text';
import { fullHandle, sameHandle } from './people';
import { mention, type Mention, type Status } from './schemas';

/** Who reads: the account and its server. */
export interface Reader {
  readonly accountId: string;
  /** Full handle of the account. */
  readonly handle: string;
  readonly domain: string;
}

const bare = (address: string): string => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** A link as plain text: the whole address where it was cut or goes by its own name, and the target where it was hidden. */
export const writtenLink = (href: string, shown: string): string => {
  if (!/^https?:\/\//i.test(href)) return shown;
  const words = shown.trim();
  if (words === '' || words === href) return href;
  if (bare(words) === bare(href)) return href;
  const cut = /^(.+?)(…|\.\.\.)$/.exec(words)?.[1];
  if (cut !== undefined && bare(href).startsWith(bare(cut))) return href;
  return `${shown} (${href})`;
};

const hostOf = (href: string): string => (URL.canParse(href) ? new URL(href).host : '');

/** A mention as `@name@domain`, whatever part of it the server shows. */
const writtenMention = (href: string, shown: string, mentions: readonly Mention[], domain: string): string => {
  const known = mentions.find(({ url }) => url !== null && url === href);
  if (known !== undefined) return `@${fullHandle(known.acct, domain)}`;
  const words = shown.trim();
  const name = /^@?([^\s@]+)(?:@([^\s@]+))?$/.exec(words);
  if (name?.[1] === undefined) return shown;
  const byName = mentions.find(({ acct }) => acct.split('@')[0] === name[1]);
  return `@${name[1]}@${name[2] ?? byName?.acct.split('@')[1] ?? (hostOf(href) || domain)}`;
};

export const mentionsOf = ({ mentions }: Pick<Status, 'mentions'>): readonly Mention[] =>
  parseEach(mention, mentions).items;

/** The words of a status without any markup; a content warning stands above them. */
export function wholeText(found: Pick<Status, 'content' | 'spoiler_text' | 'mentions'>, domain: string): string {
  const mentions = mentionsOf(found);
  const write: LinkWriter = ({ href, classes, shown }) => {
    const isTag = /\bhashtag\b/.test(classes) || shown.startsWith('#');
    if (isTag) return shown;
    return /\bmention\b/.test(classes) ? writtenMention(href, shown, mentions, domain) : writtenLink(href, shown);
  };
  const words = htmlToText(found.content, write);
  const warning = found.spoiler_text.trim();
  return warning === '' ? words : `${warning}\n\n${words}`.trimEnd();
}

const leading = /@([\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}_.:-]+)?)\s+/uy;

/**
 * Takes mentions off the beginning: clients put them there to reach somebody, they are no words of the author. Only those
 * that `isAddress` accepts go; a text of nothing else stays.
 */
export function withoutLeadingMentions(text: string, isAddress: (acct: string) => boolean): string {
  let kept = '';
  let at = 0;
  for (;;) {
    leading.lastIndex = at;
    const found = leading.exec(text);
    if (found?.[1] === undefined) break;
    if (!isAddress(found[1])) kept += found[0];
    at = leading.lastIndex;
  }
  const rest = text.slice(at);
  return rest.trim() === '' ? text : kept + rest;
}

/**
 * The text as the desk shows it. Answers and private messages begin with whom they are meant for: of others' the brand's
 * own name goes, of the brand's own every name that was put before the words, so that it equals what was typed.
 */
export function textOf(found: Status, reader: Reader): string {
  const text = wholeText(found, reader.domain);
  const isAddressed = found.in_reply_to_id !== null || found.visibility === 'direct';
  if (!isAddressed) return text;
  if (found.account.id !== reader.accountId)
    return withoutLeadingMentions(text, (acct) => sameHandle(fullHandle(acct, reader.domain), reader.handle));
  const named = mentionsOf(found).map(({ acct }) => fullHandle(acct, reader.domain));
  return withoutLeadingMentions(text, (acct) =>
    named.some((handle) => sameHandle(handle, fullHandle(acct, reader.domain))),
  );
}
