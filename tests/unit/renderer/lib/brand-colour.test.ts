import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { brandColours, contrast, mix } from '@renderer/lib/brand-colour';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const grounds = { light: ['#ffffff', '#efece5'], dark: ['#1c1c1a', '#2a2924'] } as const;

describe('colours of a brand', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('mixes by share', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#123456', '#ffffff', 0)).toBe('#123456');
  });

  it.each(['light', 'dark'] as const)('can be read in %s for any colour that a client has', (scheme) => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const made = brandColours(colour, scheme);
        for (const ground of [...grounds[scheme], made.tint]) {
          expect(contrast(made.text, ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(made.onFill, made.fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(made.onTile, made.tile)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('leaves a colour that can be read as it is', () => {
    expect(brandColours('#1f4f44', 'light').text).toBe('#1f4f44');
    expect(brandColours('#8a4b2a', 'light').fill).toBe('#8a4b2a');
  });
});
