import { domainToUnicode } from 'node:url';

/** What may be done with an address that the page wants to open outside. */
export type LinkVerdict =
  | {
      readonly kind: 'web';
      /** Written anew by the parser: what is shown is what is opened. */
      readonly url: string;
      /** As DNS sees it. */
      readonly host: string;
      /** How the host reads where it is written in other letters; null where it reads as it is. */
      readonly readsAs: string | null;
      readonly isEncrypted: boolean;
      readonly isLoopback: boolean;
    }
  | { readonly kind: 'mail'; readonly url: string; readonly address: string }
  | { readonly kind: 'refused' };

const refused: LinkVerdict = { kind: 'refused' };
const maxLength = 2_000;

const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

function judgeMail(url: URL): LinkVerdict {
  let address: string;
  try {
    address = decodeURIComponent(url.pathname);
  } catch {
    return refused;
  }
  if (!/^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/.test(address)) return refused;
  const subject = url.searchParams
    .get('subject')
    ?.replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 200);
  // No other header: an attachment, a second recipient or a body is not for a stranger to choose.
  const query = subject === undefined || subject === '' ? '' : `?subject=${encodeURIComponent(subject)}`;
  return { kind: 'mail', url: `mailto:${address}${query}`, address };
}

/** Judges an address that a stranger may have written: https, http and mailto by allow list, all else refused. */
export function judgeLink(address: unknown): LinkVerdict {
  if (typeof address !== 'string' || address.length === 0 || address.length > maxLength) return refused;
  // The parser drops tabs and line ends and trims blanks; whoever hides something that way is refused instead.
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(address) || !URL.canParse(address)) return refused;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return judgeMail(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused;
  if (url.username !== '' || url.password !== '' || url.hostname === '' || url.href.length > maxLength) return refused;
  const readable = domainToUnicode(url.hostname);
  return {
    kind: 'web',
    url: url.href,
    host: url.host,
    readsAs: readable === '' || readable === url.hostname ? null : readable,
    isEncrypted: url.protocol === 'https:',
    isLoopback: isLoopbackHost(url.hostname),
  };
}
