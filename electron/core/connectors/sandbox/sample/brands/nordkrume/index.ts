import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** A sourdough bakery in Berlin. First names, short, a little dry; never argues about the price of bread. */
export const nordkrume: BrandContent = {
  key: 'nordkrume',
  name: 'Nordkrume',
  colour: '#1f6f5c',
  monogram: 'NK',
  timezone: 'Europe/Berlin',
  language: 'en',
  identities: [
    { kind: 'name', value: 'Nordkrume Bakery' },
    { kind: 'domain', value: 'nordkrume.example' },
    { kind: 'hashtag', value: '#nordkrume' },
    { kind: 'hashtag', value: '#slowcrumb' },
  ],
  accounts: [{ handle: 'nordkrume', name: 'Nordkrume' }],
  scripts: [early, late],
  live,
};
