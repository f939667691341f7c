export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Characters shown before the first mark, and in all. */
const before = 40;
const length = 240;

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** The part of a text around its first mark, on one line, with the marks moved along. The text itself is never changed but for its line breaks. */
export const excerptOf = (text: string, marks: readonly Mark[]): Excerpt => {
  const first = marks.reduce((least, mark) => Math.min(least, mark.from), text.length);
  const wanted = marks.length === 0 || first <= before * 2 ? 0 : first - before;
  const space = wanted === 0 ? -1 : text.lastIndexOf(' ', wanted);
  let from = space > wanted - before ? space + 1 : wanted;
  if (isLowSurrogate(text, from)) from -= 1;
  let to = Math.min(text.length, from + length);
  if (isLowSurrogate(text, to)) to -= 1;
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, to).replace(/[\n\r\t\u2028\u2029]/gu, ' ')}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
  };
};
