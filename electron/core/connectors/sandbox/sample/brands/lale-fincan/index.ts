import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** A coffee roaster in İstanbul with a web shop and two cafés. Says “siz”, is warm and plain, keeps order numbers out of public. */
export const laleFincan: BrandContent = {
  key: 'lale-fincan',
  name: 'Lale Fincan',
  colour: '#9a4528',
  monogram: 'LF',
  timezone: 'Europe/Istanbul',
  language: 'tr',
  identities: [
    { kind: 'name', value: 'Lale Fincan Kahve' },
    { kind: 'domain', value: 'lalefincan.example' },
    { kind: 'hashtag', value: '#lalefincan' },
    { kind: 'hashtag', value: '#fincandabuluşalım' },
  ],
  accounts: [
    { handle: 'lalefincan', name: 'Lale Fincan' },
    { handle: 'lalefincan.destek', name: 'Lale Fincan Destek' },
  ],
  scripts: [early, late],
  live,
};
