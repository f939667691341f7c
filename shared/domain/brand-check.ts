import type { BrandMark, PublicIdentity } from '../contract/views';
import { fold } from './fold';

/** Public names of one client, as the check reads them. */
export interface BrandIdentities {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly identities: readonly PublicIdentity[];
}

interface Folded {
  readonly text: string;
  /** For each character of `text` the offset in the original it came from. */
  readonly from: readonly number[];
  readonly originalLength: number;
}

/** Folds a text and remembers where each folded character stood. */
function foldWithOffsets(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let offset = 0;
  for (const character of text) {
    const part = fold(character);
    folded += part;
    for (let i = 0; i < part.length; i += 1) from.push(offset);
    offset += character.length;
  }
  return { text: folded, from, originalLength: text.length };
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** Folded forms under which an identity may stand in a text. */
function needlesOf(identity: PublicIdentity): readonly string[] {
  const value = fold(identity.value).trim();
  switch (identity.kind) {
    case 'name':
      return value.length < 3 ? [] : [value, value.replace(/\s+/g, '')];
    case 'handle': {
      const bare = value.replace(/^@/, '');
      const local = bare.split('@')[0] ?? bare;
      return [bare, `@${local}`].filter((needle) => needle.length >= 3);
    }
    case 'hashtag':
      return [`#${value.replace(/^#/, '')}`];
    case 'domain':
      return [
        value
          .replace(/^https?:\/\//, '')
          .replace(/^www\./, '')
          .replace(/\/.*$/, ''),
      ];
  }
}

/**
 * Finds other clients' names, handles, domains and hashtags in a text. A word is found whatever its case, its
 * diacritics or a suffix after an apostrophe (`Nordbrot'un`). What the own brand shares with another is not marked.
 */
export function findOtherBrands(
  text: string,
  ownWorkspaceId: string,
  brands: readonly BrandIdentities[],
): readonly BrandMark[] {
  const folded = foldWithOffsets(text);
  const own = new Set(
    brands
      .filter((brand) => brand.workspaceId === ownWorkspaceId)
      .flatMap((brand) => brand.identities.flatMap(needlesOf)),
  );
  const marks: BrandMark[] = [];
  for (const brand of brands) {
    if (brand.workspaceId === ownWorkspaceId) continue;
    for (const identity of brand.identities) {
      for (const needle of new Set(needlesOf(identity))) {
        if (own.has(needle)) continue;
        for (const range of occurrences(folded, needle)) {
          marks.push({
            ...range,
            text: text.slice(range.from, range.to),
            otherWorkspaceName: brand.workspaceName,
            kind: identity.kind,
          });
        }
      }
    }
  }
  return withoutOverlaps(marks);
}

function occurrences(folded: Folded, needle: string): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (needle === '') return found;
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isWordCharacter(needle[0]) && isWordCharacter(folded.text[at - 1])) continue;
    if (isWordCharacter(folded.text[end])) continue;
    found.push({ from: folded.from[at] ?? 0, to: folded.from[end] ?? folded.originalLength });
  }
  return found;
}

function withoutOverlaps(marks: readonly BrandMark[]): readonly BrandMark[] {
  const kept: BrandMark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last && mark.from < last.to) continue;
    kept.push(mark);
  }
  return kept;
}
