/** Letters of Cyrillic, Greek and Armenian that read as Latin ones. Own selection, after the idea of UTS 39. */
const latinTwin: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  ҽ: 'e',
  ғ: 'f',
  ԍ: 'g',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  қ: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  ө: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  ҳ: 'x',
  у: 'y',
  ү: 'y',
  ұ: 'y',
  з: '3',
  б: '6',
  // Greek
  α: 'a',
  β: 'b',
  ϲ: 'c',
  ε: 'e',
  η: 'n',
  ι: 'i',
  ϳ: 'j',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  ζ: 'z',
  // Armenian
  ո: 'n',
  ս: 'u',
  օ: 'o',
  հ: 'h',
  զ: 'q',
  յ: 'j',
  ց: 'g',
  ք: 'p',
  // Latin letters outside the keyboard
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ʟ: 'l',
  ɴ: 'n',
  ʀ: 'r',
  ᴠ: 'v',
  ᴡ: 'w',
  ᴢ: 'z',
  ᴏ: 'o',
  ᴄ: 'c',
  ꜱ: 's',
  ᴋ: 'k',
};
/** Capitals whose shape is that of another Latin letter than their small form suggests. */
const capitalTwin: Readonly<Record<string, string>> = {
  А: 'a',
  В: 'b',
  Е: 'e',
  Ѕ: 's',
  І: 'i',
  Ј: 'j',
  К: 'k',
  М: 'm',
  Н: 'h',
  О: 'o',
  Р: 'p',
  С: 'c',
  Т: 't',
  Х: 'x',
  У: 'y',
  Ү: 'y',
  Α: 'a',
  Β: 'b',
  Ε: 'e',
  Ζ: 'z',
  Η: 'h',
  Ι: 'i',
  Κ: 'k',
  Μ: 'm',
  Ν: 'n',
  Ο: 'o',
  Ρ: 'p',
  Τ: 't',
  Υ: 'y',
  Χ: 'x',
};
/** Figures and letters that a hurried eye takes for one another. */
const sameShape: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', i: 'l', '|': 'l', 5: 's' };

/** What a name looks like: other alphabets read as Latin, accents off, i, l and 1 alike. Two names with one skeleton pass for each other. */
export const skeletonOf = (name: string): string =>
  [...name.normalize('NFKC')]
    .map((char) => capitalTwin[char] ?? latinTwin[char.toLowerCase()] ?? char.toLowerCase())
    .join('')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\s]/gu, '')
    .replace(/[01i5|]/gu, (char) => sameShape[char] ?? char)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const latin = /\p{Script=Latin}/u;
const other = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const isAllTwins = (word: string): boolean =>
  [...word].every(
    (char) => !other.test(char) || capitalTwin[char] !== undefined || latinTwin[char.toLowerCase()] !== undefined,
  );

/**
 * Whether a name mixes alphabets that look alike: inside one word, or a Latin name with a word written wholly in look-alikes.
 * Honest names in one alphabet, or in two alphabets side by side, pass.
 */
export const hasMixedScripts = (name: string): boolean => {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => latin.test(word) && other.test(word))) return true;
  return words.some((word) => latin.test(word)) && words.some((word) => other.test(word) && isAllTwins(word));
};

/** Whether a name passes for another one without being it. */
export const isLookAlike = (name: string, of: string): boolean => {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s/gu, '');
  return plain(name) !== plain(of) && skeletonOf(name) === skeletonOf(of);
};
