import { detectFacets } from '@atproto/api/dist/rich-text/detection.js';
import { UnicodeString } from '@atproto/api/dist/rich-text/unicode.js';

/** A mention, link or hashtag inside a text; `byteStart` and `byteEnd` are offsets in UTF-8 bytes. */
export interface OutgoingFacet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly (
    | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
    | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
    | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }
  )[];
}

const mention = 'app.bsky.richtext.facet#mention';
const link = 'app.bsky.richtext.facet#link';
const tag = 'app.bsky.richtext.facet#tag';

const textOf = (feature: object, name: string): string => {
  const value: unknown = Object.entries(feature).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
};

/** Handles that a text mentions, as they are written, without `@`. */
export function mentionedHandles(text: string): readonly string[] {
  const found = detectFacets(new UnicodeString(text)) ?? [];
  const handles = found.flatMap(({ features }) =>
    features.flatMap((feature) => (feature.$type === mention ? [textOf(feature, 'did')] : [])),
  );
  return [...new Set(handles.filter((handle) => handle !== ''))];
}

/** Facets of a text. Mentions whose handle leads to nobody stay plain text. */
export function facetsOf(text: string, didOf: ReadonlyMap<string, string>): readonly OutgoingFacet[] {
  const found = detectFacets(new UnicodeString(text)) ?? [];
  return found.flatMap(({ index, features }): readonly OutgoingFacet[] => {
    const kept = features.flatMap((feature): OutgoingFacet['features'] => {
      if (feature.$type === mention) {
        const did = didOf.get(textOf(feature, 'did'));
        return did === undefined ? [] : [{ $type: mention, did }];
      }
      if (feature.$type === link) return [{ $type: link, uri: textOf(feature, 'uri') }];
      if (feature.$type === tag) return [{ $type: tag, tag: textOf(feature, 'tag') }];
      return [];
    });
    return kept.length === 0 ? [] : [{ index: { byteStart: index.byteStart, byteEnd: index.byteEnd }, features: kept }];
  });
}
