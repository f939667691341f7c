import { fold } from '@shared/domain/fold';
import keywords from 'emojilib';
import groups from 'unicode-emoji-json/data-by-group.json';
import { turkishKeywords } from './turkish-keywords';

export interface Emoji {
  readonly emoji: string;
  readonly name: string;
  /** Folded words by which it is found. */
  readonly words: string;
}

export interface EmojiGroup {
  /** Key of `composer.emojiGroups`. */
  readonly slug: string;
  readonly emojis: readonly Emoji[];
}

interface RawGroup {
  readonly slug: string;
  readonly emojis: readonly { readonly emoji: string; readonly name: string }[];
}

const words: Readonly<Record<string, readonly string[] | undefined>> = keywords;

/** All emoji by group, with English and Turkish words. Emoji by unicode-emoji-json, English words by emojilib, both MIT. */
export const emojiGroups: readonly EmojiGroup[] = (groups as readonly RawGroup[]).map(({ slug, emojis }) => ({
  slug,
  emojis: emojis.map(({ emoji, name }) => ({
    emoji,
    name,
    words: fold([name, ...(words[emoji] ?? []), turkishKeywords[emoji] ?? ''].join(' ').replaceAll('_', ' ')),
  })),
}));

/** Emoji whose words begin with every word asked for; those named so come first. */
export const findEmoji = (query: string): readonly Emoji[] => {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const hits = emojiGroups.flatMap((group) =>
    group.emojis.filter((emoji) => asked.every((word) => ` ${emoji.words}`.includes(` ${word}`))),
  );
  const isNamed = (emoji: Emoji): number => (fold(emoji.name).startsWith(asked[0] ?? '') ? 0 : 1);
  return hits.toSorted((one, other) => isNamed(one) - isNamed(other));
};
