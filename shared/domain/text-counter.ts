import { tokenise } from './links';
import type { TextLimit, TextUnit } from './manifest';

/** How much of one limit a text uses. */
export interface TextUse {
  readonly unit: TextUnit;
  readonly used: number;
  readonly max: number;
}

/** A piece that is counted as one, at its place in the text (UTF-16), with its weight in the unit. */
interface Piece {
  readonly offset: number;
  readonly weight: number;
}

type Counted = Pick<TextLimit, 'unit' | 'linkWeight'>;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** ASCII without a carriage return: every unit counts each character as one. */
const isPlainAscii = (text: string): boolean => /^[\n -~]*$/u.test(text);
const defaultLinkWeight = 23;

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const weigh: Readonly<Record<TextUnit, (grapheme: string) => number>> = {
  grapheme: () => 1,
  utf8_byte: utf8Bytes,
  utf16: (grapheme) => grapheme.length,
  code_point: codePoints,
  weighted: codePoints,
};

function* graphemes(text: string, start: number, unit: TextUnit): Generator<Piece> {
  for (const { segment, index } of segmenter.segment(text)) {
    yield { offset: start + index, weight: weigh[unit](segment) };
  }
}

/** Pieces in order. Links and mentions of other servers are one piece each where the unit weighs them. */
function* pieces(text: string, { unit, linkWeight }: Counted): Generator<Piece> {
  if (unit !== 'weighted') {
    yield* graphemes(text, 0, unit);
    return;
  }
  let offset = 0;
  for (const token of tokenise(text)) {
    if (token.kind === 'link' && /^https?:/iu.test(token.text)) {
      yield { offset, weight: linkWeight ?? defaultLinkWeight };
    } else if (token.kind === 'mention') {
      yield { offset, weight: codePoints(localPart(token.text)) };
    } else {
      yield* graphemes(token.text, offset, unit);
    }
    offset += token.text.length;
  }
}

/** `@ada@example.org` counts as `@ada`. */
const localPart = (mention: string): string => {
  const server = mention.indexOf('@', 1);
  return server < 0 ? mention : mention.slice(0, server);
};

/** Length of a text in a network's unit. A lone surrogate counts as the three bytes it becomes when it is sent. */
export const countText = (text: string, counted: Counted): number => {
  if (counted.unit === 'utf16') return text.length;
  if (counted.unit === 'code_point') return codePoints(text);
  if (counted.unit === 'utf8_byte') return utf8Bytes(text);
  if (counted.unit === 'grapheme' && isPlainAscii(text)) return text.length;
  let sum = 0;
  for (const piece of pieces(text, counted)) sum += piece.weight;
  return sum;
};

/** Use of every limit, in the order given. */
export const measureText = (text: string, limits: readonly TextLimit[]): readonly TextUse[] =>
  limits.map((limit) => ({ unit: limit.unit, used: countText(text, limit), max: limit.max }));

/** Whether a text passes one of the limits. */
export const isTooLong = (text: string, limits: readonly TextLimit[]): boolean =>
  limits.some((limit) => countText(text, limit) > limit.max);

/** Where the text first passes a limit (UTF-16 offset at the start of a visible character); null where all hold. */
export const findOverLimit = (text: string, limits: readonly TextLimit[]): number | null => {
  let first: number | null = null;
  for (const limit of limits) {
    if (countText(text, limit) <= limit.max) continue;
    const offset = offsetPast(text, limit);
    if (first === null || offset < first) first = offset;
  }
  return first;
};

const offsetPast = (text: string, limit: TextLimit): number => {
  let sum = 0;
  for (const piece of pieces(text, limit)) {
    sum += piece.weight;
    if (sum > limit.max) return piece.offset;
  }
  return text.length;
};
