import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** An outdoor shop in Tampere with a repair bench. Calm, exact about gear, repairs before it sells. */
export const pekkola: BrandContent = {
  key: 'pekkola',
  name: 'Pekkola Outdoor',
  colour: '#7a3b73',
  monogram: 'PK',
  timezone: 'Europe/Helsinki',
  language: 'en',
  identities: [
    { kind: 'name', value: 'Pekkola' },
    { kind: 'domain', value: 'pekkola.example' },
    { kind: 'hashtag', value: '#pekkolatrails' },
  ],
  accounts: [
    { handle: 'pekkola', name: 'Pekkola Outdoor' },
    { handle: 'pekkola.repairs', name: 'Pekkola Repair Bench' },
  ],
  scripts: [early, late],
  live,
};
