import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** A small hotel by the Aegean. Says “siz”, hosts rather than sells, signs its reviews; some guests write in English. */
export const maviArdic: BrandContent = {
  key: 'mavi-ardic',
  name: 'Mavi Ardıç Otel',
  colour: '#2b669f',
  monogram: 'MA',
  timezone: 'Europe/Istanbul',
  language: 'tr',
  identities: [
    { kind: 'name', value: 'Mavi Ardıç' },
    { kind: 'domain', value: 'maviardic.example' },
    { kind: 'hashtag', value: '#maviardıç' },
  ],
  accounts: [{ handle: 'maviardic', name: 'Mavi Ardıç Otel' }],
  scripts: [early, late],
  live,
};
