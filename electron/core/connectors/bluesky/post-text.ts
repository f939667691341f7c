import { parseEach } from '../core/read-json';
import { facet, type PostRecord, type RecordEmbed } from './schemas';

interface LinkSpan {
  readonly start: number;
  readonly end: number;
  readonly uri: string;
}

/** Links of a text with byte offsets that lie within it and on whole characters; what overlaps is dropped. */
const linkSpans = (bytes: Buffer, facets: readonly unknown[]): readonly LinkSpan[] => {
  const isBoundary = (at: number): boolean => at === bytes.length || ((bytes[at] ?? 0) & 0xc0) !== 0x80;
  const spans = parseEach(facet, facets).items.flatMap(({ index, features }): readonly LinkSpan[] => {
    const uri = features.find((feature) => feature.$type === 'app.bsky.richtext.facet#link')?.uri;
    const { byteStart: start, byteEnd: end } = index;
    if (uri === undefined || start >= end || end > bytes.length || !isBoundary(start) || !isBoundary(end)) return [];
    return [{ start, end, uri }];
  });
  const sorted = spans.toSorted((left, right) => left.start - right.start);
  return sorted.filter((span, index) => index === 0 || span.start >= (sorted[index - 1]?.end ?? 0));
};

const bare = (address: string): string => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** What a link's text becomes in plain text: the whole address where it was cut, and the target where it was hidden. */
const written = (shown: string, uri: string): string => {
  if (bare(shown) === bare(uri)) return shown;
  const cut = /^(.+?)(…|\.\.\.)$/.exec(shown)?.[1];
  if (cut !== undefined && bare(uri).startsWith(bare(cut))) return uri;
  return `${shown} (${uri})`;
};

const externalOf = (embed: RecordEmbed | undefined): string | null => {
  if (embed === undefined) return null;
  if (embed.external !== undefined) return embed.external.uri;
  const { media } = embed;
  if (typeof media !== 'object' || media === null || !('external' in media)) return null;
  const { external } = media;
  if (typeof external !== 'object' || external === null || !('uri' in external)) return null;
  return typeof external.uri === 'string' ? external.uri : null;
};

/**
 * A post as plain text: addresses in full, hidden link targets shown, and the address of a link card where the text
 * does not hold it. Offsets of the network are UTF-8 bytes.
 */
export function plainText({ text, facets, embed }: Pick<PostRecord, 'text' | 'facets' | 'embed'>): string {
  const bytes = Buffer.from(text, 'utf8');
  let plain = '';
  let at = 0;
  for (const { start, end, uri } of linkSpans(bytes, facets ?? [])) {
    plain += bytes.subarray(at, start).toString('utf8') + written(bytes.subarray(start, end).toString('utf8'), uri);
    at = end;
  }
  plain += bytes.subarray(at).toString('utf8');
  const card = externalOf(embed);
  return card === null || plain.includes(bare(card)) ? plain : `${plain}${plain === '' ? '' : '\n'}${card}`;
}
