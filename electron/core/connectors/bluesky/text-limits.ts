import type { TextLimit } from '@shared/domain/manifest';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export const countGraphemes = (text: string): number => {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/** The first graphemes of a text. */
export function firstGraphemes(text: string, max: number): string {
  let count = 0;
  for (const { index } of segmenter.segment(text)) {
    if (count === max) return text.slice(0, index);
    count += 1;
  }
  return text;
}

/** Whether a text keeps every limit. Bytes are looked at first: counting graphemes of megabytes takes long. */
export function isWithin(text: string, limits: readonly TextLimit[]): boolean {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (limits.some(({ unit, max }) => unit === 'utf8_byte' && bytes > max)) return false;
  return limits.every(({ unit, max }) => unit !== 'grapheme' || countGraphemes(text) <= max);
}
