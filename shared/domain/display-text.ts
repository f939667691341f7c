/** A stretch of text, or one character that a reader could not see and that is shown by its code. */
export type DisplayPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'control'; readonly text: string; readonly code: string };

/** Combining marks kept on one letter; written languages stay below, towers of marks do not. */
const maxMarks = 4;
const markTower = new RegExp(String.raw`(\p{M}{${maxMarks}})\p{M}+`, 'gu');

/**
 * Characters without a shape, and those that turn the direction of what follows (CVE-2021-42574): controls, soft hyphen,
 * bidi marks, embeddings, overrides and isolates, zero-width spaces and joiners, fillers, tags.
 */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

const emojiBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;
/** Scripts that write with joiners. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]\p{M}*$/u;
/** Scripts that write without spaces and mark where a line may break. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]\p{M}*$/u;
const flagOfTags = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;

/** Whether an unseen character does honest work where it stands: joins an emoji, shapes a script, spells a flag. */
const isAtWork = (char: string, before: string, after: string): boolean => {
  if (char === '\u200d' && emojiBefore.test(before) && emojiAfter.test(after)) return true;
  if (char === '\u200d' || char === '\u200c') return joining.test(before);
  if (char === '\u200b') return unspaced.test(before);
  const point = char.codePointAt(0) ?? 0;
  return point >= 0xe0020 && flagOfTags.test(before);
};

const codeOf = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Caps towers of combining marks, so that they cannot cover the lines around them. */
export const withoutMarkTowers = (text: string): string => text.replace(markTower, '$1');

/** Pieces in order, every unseen character a piece of its own. */
export const displayPieces = (text: string): readonly DisplayPiece[] => {
  const capped = withoutMarkTowers(text);
  const pieces: DisplayPiece[] = [];
  let from = 0;
  for (const match of capped.matchAll(unseen)) {
    const char = match[0];
    const at = match.index;
    if (isAtWork(char, capped.slice(Math.max(0, at - 40), at), capped.slice(at + char.length, at + char.length + 4)))
      continue;
    if (at > from) pieces.push({ kind: 'text', text: capped.slice(from, at) });
    pieces.push({ kind: 'control', text: char, code: codeOf(char) });
    from = at + char.length;
  }
  if (from < capped.length) pieces.push({ kind: 'text', text: capped.slice(from) });
  return pieces;
};

/** One line for rows, titles and tooltips: line breaks become spaces, unseen characters become `�`. */
export const displayLine = (text: string): string =>
  displayPieces(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : '\ufffd'))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
