/** Colours offered for a brand: apart from each other, dark enough for white letters, and none that means a state (red, amber). */
export const brandPalette = [
  '#8a4b2a',
  '#1f6f5c',
  '#3b4fb8',
  '#a5254f',
  '#4b5563',
  '#8a6a10',
  '#7a3aa8',
  '#1f6f9c',
  '#4d7c0f',
  '#6b3048',
  '#0f5e6b',
  '#1d1c1a',
] as const;

/** Two letters for a brand's name: of its first two words, else its first two letters. Upper case by the brand's language. */
export const monogramOf = (name: string, language: string): string => {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second = ''] = words;
  const letters =
    second === ''
      ? [...first].slice(0, 2).join('')
      : [...first]
          .slice(0, 1)
          .concat([...second].slice(0, 1))
          .join('');
  return letters.toLocaleUpperCase(language);
};
