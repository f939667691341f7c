import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayLine, displayPieces, withoutMarkTowers } from '@shared/domain/display-text';

const shown = (text: string): string =>
  displayPieces(text)
    .map((piece) => (piece.kind === 'control' ? `[${piece.code}]` : piece.text))
    .join('');
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('\u202e', '\u2066', '\u2069', '\u200d', '\u200b', '\ufeff', '👨', '\u0301', '\u{e0041}', 'ب', 'a'),
);

describe('showing text of strangers', () => {
  it('shows characters that turn the direction of a line', () => {
    expect(shown('fatura\u202efdp.exe')).toBe('fatura[U+202E]fdp.exe');
    expect(shown('a\u2066b\u2069c')).toBe('a[U+2066]b[U+2069]c');
  });

  it('shows invisible characters hidden in a word', () => {
    expect(shown('pay\u200bpal \ufeffx\u00ady')).toBe('pay[U+200B]pal [U+FEFF]x[U+00AD]y');
    expect(shown('a\u0000b')).toBe('a[U+0000]b');
  });

  it('leaves joiners alone where a script or an emoji needs them', () => {
    for (const honest of [
      '👨‍👩‍👧',
      '❤️‍🔥',
      '👩🏽‍💻',
      'می‌خواهم',
      'क्‍ष',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      'ไทย\u200bไทย',
    ])
      expect(shown(honest)).toBe(honest);
  });

  it('cuts towers of marks and keeps written accents', () => {
    expect(withoutMarkTowers(`Z${'\u0301'.repeat(50)}algo`)).toBe(`Z${'\u0301'.repeat(4)}algo`);
    expect(withoutMarkTowers('e\u0302\u0301 Việt नमस्ते')).toBe('e\u0302\u0301 Việt नमस्ते');
  });

  it('makes one line for rows and titles', () => {
    expect(displayLine(' Bir\n iki\u202e \t üç ')).toBe('Bir iki� üç');
  });

  it('lets no reordering character through, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const pieces = displayPieces(text);
        for (const piece of pieces) {
          if (piece.kind === 'text') expect(piece.text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        }
        expect(pieces.map((piece) => piece.text).join('')).toBe(withoutMarkTowers(text));
        expect(displayLine(text)).not.toMatch(/[\n\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
