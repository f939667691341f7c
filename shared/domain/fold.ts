/**
 * Folds text for comparing: lower case by Turkish rule, no diacritics, dotless ı as i.
 * `SİPARİŞ`, `sipariş` and `siparis` fold alike, so do `IŞIK`, `ışık` and `isik`.
 */
export const fold = (text: string): string =>
  text.toLocaleLowerCase('tr').normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');

/** Folded words of a text, letters and digits only. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
