import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** A maker of steel bicycles in Bristol. Precise, patient, gives figures with units, never guesses about safety. */
export const wrenfield: BrandContent = {
  key: 'wrenfield',
  name: 'Wrenfield Cycles',
  colour: '#4a5464',
  monogram: 'WF',
  timezone: 'Europe/London',
  language: 'en',
  identities: [
    { kind: 'name', value: 'Wrenfield' },
    { kind: 'domain', value: 'wrenfield.example' },
    { kind: 'hashtag', value: '#ridewrenfield' },
  ],
  accounts: [{ handle: 'wrenfieldcycles', name: 'Wrenfield Cycles' }],
  scripts: [early, late],
  live,
};
