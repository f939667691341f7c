import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, findOverLimit, isTooLong, measureText } from '@shared/domain/text-counter';
import type { TextLimit, TextUnit } from '@shared/domain/manifest';

const limit = (unit: TextUnit, max: number): TextLimit => ({ unit, max, source: 'test' });
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());

describe('counting text in the units of the networks', () => {
  it('counts what a reader calls a character once, however it is built', () => {
    for (const one of ['👨‍👩‍👧‍👦', '🇹🇷', '👍🏽', 'e\u0301', 'ğ', '1️⃣']) expect(countText(one, { unit: 'grapheme' })).toBe(1);
    expect(countText('Teşekkürler 🙏', { unit: 'grapheme' })).toBe(13);
  });

  it('counts bytes, UTF-16 units and code points apart', () => {
    expect(countText('ğ🙏', { unit: 'utf8_byte' })).toBe(6);
    expect(countText('ğ🙏', { unit: 'utf16' })).toBe(3);
    expect(countText('ğ🙏', { unit: 'code_point' })).toBe(2);
  });

  it('weighs a link the same whatever its length, and only the local part of a mention', () => {
    const mastodon = { unit: 'weighted', linkWeight: 23 } as const;
    expect(countText('https://example.org/a/very/long/path?with=everything#and-more', mastodon)).toBe(23);
    expect(countText('see https://example.org.', mastodon)).toBe(4 + 23 + 1);
    expect(countText('@ada@social.example.org hi', mastodon)).toBe('@ada hi'.length);
    expect(countText('@ada hi', mastodon)).toBe('@ada hi'.length);
    expect(countText('www.example.org', mastodon)).toBe('www.example.org'.length);
  });

  it('agrees with the encoder on bytes, for any text', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(countText(value, { unit: 'utf8_byte' })).toBe(Buffer.byteLength(value, 'utf8'));
        expect(countText(value, { unit: 'code_point' })).toBe([...value].length);
      }),
    );
  });

  it('never counts more characters than code points, nor more code points than bytes', () => {
    fc.assert(
      fc.property(text, (value) => {
        const graphemes = countText(value, { unit: 'grapheme' });
        const points = countText(value, { unit: 'code_point' });
        expect(graphemes).toBeLessThanOrEqual(points);
        expect(points).toBeLessThanOrEqual(countText(value, { unit: 'utf16' }));
        expect(points).toBeLessThanOrEqual(countText(value, { unit: 'utf8_byte' }));
      }),
    );
  });

  it('reports every limit of an account in its order', () => {
    expect(measureText('ğ🙏', [limit('grapheme', 300), limit('utf8_byte', 3000)])).toEqual([
      { unit: 'grapheme', used: 2, max: 300 },
      { unit: 'utf8_byte', used: 6, max: 3000 },
    ]);
  });

  it('marks the first character that no longer fits, and none when all fits', () => {
    expect(findOverLimit('abc🙏d', [limit('grapheme', 3)])).toBe(3);
    expect(findOverLimit('abc🙏d', [limit('grapheme', 300), limit('utf8_byte', 5)])).toBe(3);
    expect(findOverLimit('abc', [limit('grapheme', 3)])).toBeNull();
    expect(findOverLimit('ok https://example.org/x', [{ ...limit('weighted', 25), linkWeight: 23 }])).toBe(3);
  });

  it('cuts so that what stands before the mark fits, for any text and limit', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<TextUnit>('grapheme', 'utf8_byte', 'utf16', 'code_point'),
        fc.nat(20),
        (value, unit, max) => {
          const at = findOverLimit(value, [limit(unit, max)]);
          expect(at !== null).toBe(isTooLong(value, [limit(unit, max)]));
          if (at !== null) expect(countText(value.slice(0, at), { unit })).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
