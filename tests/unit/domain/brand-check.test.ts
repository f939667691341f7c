import { describe, expect, it } from 'vitest';
import { findOtherBrands, type BrandIdentities } from '@shared/domain/brand-check';

const brands: readonly BrandIdentities[] = [
  {
    workspaceId: 'lale',
    workspaceName: 'Lale Fincan',
    identities: [
      { kind: 'name', value: 'Lale Fincan' },
      { kind: 'handle', value: 'lalefincan' },
      { kind: 'domain', value: 'https://www.lalefincan.example/shop' },
      { kind: 'hashtag', value: '#ortak' },
    ],
  },
  {
    workspaceId: 'nord',
    workspaceName: 'Nordkrume',
    identities: [
      { kind: 'name', value: 'Nordkrume' },
      { kind: 'handle', value: '@nordkrume.bsky.example' },
      { kind: 'domain', value: 'nordkrume.example' },
      { kind: 'hashtag', value: 'krumenliebe' },
      { kind: 'hashtag', value: '#ortak' },
    ],
  },
];
const found = (text: string, own = 'lale'): string[] => findOtherBrands(text, own, brands).map((mark) => mark.text);

describe('the wrong-brand check', () => {
  it.each([
    ['Nordkrume’de de var', ['Nordkrume']],
    ['NORDKRUME ile çalışıyoruz', ['NORDKRUME']],
    ['bkz. @nordkrume.bsky.example', ['@nordkrume.bsky.example']],
    ['https://nordkrume.example/tarif', ['nordkrume.example']],
    ['#KrumenLiebe güzel', ['#KrumenLiebe']],
  ])('marks %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds a Turkish name whatever its letters', () => {
    expect(found('LALE FİNCAN’a yazın', 'nord')).toEqual(['LALE FİNCAN']);
    expect(found('lale  fincan', 'nord')).toEqual([]);
    expect(found('lalefincan.example', 'nord')).toEqual(['lalefincan.example']);
  });

  it.each(['nordkrumeli bir gün', 'Nord kutbu', 'krumenliebe', 'unordkrume', '#ortak', 'Lale Fincan sizi seviyor'])(
    'leaves %s alone',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('says which client it is, and where the word stands in the text as written', () => {
    const text = '😀 İyi günler, Nordkrume!';
    const [mark] = findOtherBrands(text, 'lale', brands);
    expect(text.slice(mark?.from, mark?.to)).toBe('Nordkrume');
    expect(mark?.otherWorkspaceName).toBe('Nordkrume');
  });
});
