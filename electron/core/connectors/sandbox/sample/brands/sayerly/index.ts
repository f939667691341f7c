import type { BrandContent } from '../../content';
import { live } from './live';
import { talk as early } from './talk-early';
import { talk as late } from './talk-late';

/** A small bank with an app, in Dublin. Plain words, never account details in public, moves to direct messages early. */
export const sayerly: BrandContent = {
  key: 'sayerly',
  name: 'Sayerly',
  colour: '#96610f',
  monogram: 'SY',
  timezone: 'Europe/Dublin',
  language: 'en',
  identities: [
    { kind: 'name', value: 'Sayerly Bank' },
    { kind: 'domain', value: 'sayerly.example' },
    { kind: 'hashtag', value: '#sayitplain' },
  ],
  accounts: [
    { handle: 'sayerly', name: 'Sayerly' },
    { handle: 'sayerly.help', name: 'Sayerly Help' },
  ],
  scripts: [early, late],
  live,
};
