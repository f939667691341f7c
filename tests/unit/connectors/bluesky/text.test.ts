import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf, mentionedHandles } from '../../../../electron/core/connectors/bluesky/facets';
import { plainText } from '../../../../electron/core/connectors/bluesky/post-text';
import { firstGraphemes, isWithin } from '../../../../electron/core/connectors/bluesky/text-limits';
import { manifest } from '../../../../electron/core/connectors/bluesky/manifest';
import { linkFacet } from './builders';

const dids = new Map([['ada.test', 'did:plc:ada']]);
const slices = (text: string): readonly string[] =>
  facetsOf(text, dids).map(({ index }) =>
    Buffer.from(text, 'utf8').subarray(index.byteStart, index.byteEnd).toString('utf8'),
  );

describe('links, mentions and hashtags of an answer', () => {
  it.each([
    ['👩‍👩‍👧‍👦 merhaba @ada.test!', ['@ada.test']],
    ['İade için https://example.com/iade?no=1 sayfasına bakın.', ['https://example.com/iade?no=1']],
    ['Çok güzel 🎉🎉 #kolayiade', ['#kolayiade']],
    ['ığüşöç İIı @ada.test 👍🏽 https://x.example/ş', ['@ada.test', 'https://x.example/ş']],
    ['bakın: example.com (yeni)', ['example.com']],
    ['nothing here', []],
  ])('are found by UTF-8 bytes in %s', (text, parts) => {
    expect(slices(text).toSorted()).toEqual([...parts].toSorted());
  });

  it('leave a mention that leads to nobody as plain text', () => {
    expect(mentionedHandles('@nobody.test @ada.test @ada.test')).toEqual(['nobody.test', 'ada.test']);
    expect(slices('@nobody.test @ada.test')).toEqual(['@ada.test']);
  });

  it('always cut whole characters, whatever stands around them', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('@ada.test', 'https://example.com/ş', '#etiket', '👩‍👩‍👧', 'İI', '\u202E', '\n'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        for (const part of slices(text)) {
          expect(text).toContain(part);
          expect(part).not.toContain('\uFFFD');
        }
        // The network's own library reads the same offsets.
        const rich = new RichText({
          text,
          facets: facetsOf(text, dids).map((facet) => structuredClone(facet)) as never,
        });
        const segments = [...rich.segments()].filter((one) => one.facet !== undefined).map((one) => one.text);
        expect(segments.length).toBeLessThanOrEqual(slices(text).length);
        for (const segment of segments) expect(text).toContain(segment);
      }),
    );
  });
});

describe('a post as plain text', () => {
  it('shows an address in full where the network cut it', () => {
    const text = '👋 bkz. example.com/very/lo… teşekkürler';
    const facets = [linkFacet(text, 'example.com/very/lo…', 'https://example.com/very/long/path')];
    expect(plainText({ text, facets, embed: undefined })).toBe(
      '👋 bkz. https://example.com/very/long/path teşekkürler',
    );
  });

  it('shows where a link leads whose text hides it', () => {
    const text = 'Click https://bank.example now';
    const facets = [linkFacet(text, 'https://bank.example', 'https://evil.example/login')];
    expect(plainText({ text, facets, embed: undefined })).toBe(
      'Click https://bank.example (https://evil.example/login) now',
    );
  });

  it('leaves a link alone that is what it says', () => {
    const text = 'example.com and https://example.org/';
    const facets = [
      linkFacet(text, 'example.com', 'https://example.com'),
      linkFacet(text, 'https://example.org/', 'https://example.org/'),
    ];
    expect(plainText({ text, facets, embed: undefined })).toBe(text);
  });

  it('adds the address of a link card that the text does not hold', () => {
    const embed = { $type: 'app.bsky.embed.external', external: { uri: 'https://example.com/card' } };
    expect(plainText({ text: 'Look', facets: [], embed })).toBe('Look\nhttps://example.com/card');
    expect(plainText({ text: 'Look example.com/card', facets: [], embed })).toBe('Look example.com/card');
  });

  it('bears offsets that lie outside, overlap, cut a character or are no offsets at all', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double(), fc.string(), fc.constant(null));
    const facet = fc.record({
      index: fc.record({ byteStart: value, byteEnd: value }),
      features: fc.array(fc.record({ $type: fc.constant('app.bsky.richtext.facet#link'), uri: fc.string() })),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(facet), (text, facets) => {
        expect(plainText({ text, facets, embed: undefined })).not.toContain('\uFFFD\uFFFD\uFFFD\uFFFD');
      }),
    );
  });
});

describe('the length of a text', () => {
  it('is counted as readers count, and in bytes', () => {
    const { publicText } = manifest.capabilities;
    expect(isWithin('ş'.repeat(300), publicText)).toBe(true);
    expect(isWithin('ş'.repeat(301), publicText)).toBe(false);
    expect(isWithin('👍🏽'.repeat(300), publicText)).toBe(true);
    // 300 families are 300 letters to a reader, and 7,500 bytes to the server.
    expect(isWithin('👩‍👩‍👧‍👦'.repeat(300), publicText)).toBe(false);
    expect(isWithin('a'.repeat(10_000_000), publicText)).toBe(false);
  });

  it('is cut at whole characters', () => {
    expect(firstGraphemes('a👩‍👩‍👧‍👦b', 2)).toBe('a👩‍👩‍👧‍👦');
    expect(firstGraphemes('kısa', 10)).toBe('kısa');
  });
});
