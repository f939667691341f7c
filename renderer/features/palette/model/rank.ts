import UFuzzy from '@leeoniya/ufuzzy';
import { fold } from '@shared/domain/fold';

/** One letter too few inside a word is forgiven. Words are letters of any script, since brands and people are not all Latin. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraIns: 1,
});

/** Most rows of one group. */
const shown = 8;

/** Things whose text fits what was typed, best first; with nothing typed, the first ones as they come. */
export const rank = <Item>(items: readonly Item[], textOf: (item: Item) => string, typed: string): readonly Item[] => {
  const needle = fold(typed.trim());
  if (needle === '') return items.slice(0, shown);
  const texts = items.map((item) => fold(textOf(item)));
  const [found, info, order] = fuzzy.search(texts, needle, 1);
  if (!found) return [];
  const ranked = info && order ? order.flatMap((place) => info.idx[place] ?? []) : found;
  return ranked.slice(0, shown).flatMap((index) => items[index] ?? []);
};
