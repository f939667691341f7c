import { describe, expect, it } from 'vitest';
import { hasMixedScripts, isLookAlike, skeletonOf } from '@shared/domain/look-alikes';

/** Brand on the left; on the right what passes for it. */
const pairs: readonly (readonly [string, string])[] = [
  ['paypal', 'pаypal'],
  ['paypal', 'раурal'],
  ['apple', 'аpple'],
  ['apple', 'аррӏе'],
  ['google', 'gοοgle'],
  ['google', 'ɡoogle'],
  ['amazon', 'аmazοn'],
  ['ebay', 'еbay'],
  ['microsoft', 'microѕoft'],
  ['microsoft', 'rnicrosoft'],
  ['facebook', 'fаcebook'],
  ['instagram', 'іnstagram'],
  ['instagram', 'lnstagram'],
  ['instagram', '1nstagram'],
  ['instagram', 'instagrаm'],
  ['twitter', 'twіtter'],
  ['twitter', 'tvvitter'],
  ['linkedin', 'linkеdin'],
  ['linkedin', 'Iinkedin'],
  ['netflix', 'nеtflix'],
  ['spotify', 'spοtify'],
  ['spotify', 'spotіfy'],
  ['visa', 'vіsa'],
  ['visa', 'νisa'],
  ['ikea', 'ІКЕА'],
  ['ikea', 'IКEA'],
  ['bosch', 'bоsch'],
  ['bosch', 'boscһ'],
  ['lalekahve', 'lalekаhve'],
  ['lalekahve', 'lаlеkаhvе'],
  ['lalekahve', 'la1ekahve'],
  ['Lale Kahve', 'Lаle Kahve'],
  ['nordbrot', 'nordbrоt'],
  ['nordbrot', 'ոordbrot'],
  ['nordbrot', 'n0rdbrot'],
  ['pekko', 'рekko'],
  ['pekko', 'peккo'],
  ['maviotel', 'mаviotel'],
  ['maviotel', 'maviоtel'],
  ['support', 'ѕuррort'],
  ['support', '𝐬upport'],
  ['support', 'ｓｕｐｐｏｒｔ'],
];

describe('names that pass for others', () => {
  it('flags each of 40 look-alike pairs', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40);
    for (const [brand, twin] of pairs) {
      expect(isLookAlike(twin, brand), `${twin} for ${brand}`).toBe(true);
      expect(isLookAlike(brand, brand)).toBe(false);
    }
  });

  it('flags a word that mixes alphabets, without knowing whom it imitates', () => {
    for (const name of [
      'pаypal',
      'gοοgle',
      'Lаle Kahve',
      'Nοrdbrot support',
      'Lale Нотел'.replace('Нотел', 'оте'),
      'microѕoft',
    ])
      expect(hasMixedScripts(name), name).toBe(true);
  });

  it('lets honest names of every alphabet pass', () => {
    for (const name of [
      'Ada Kılıç',
      'İsmail IŞIK',
      'Иван Петров',
      'Сара',
      'Γιώργος',
      'Иван (Ivan)',
      '田中 Ken',
      'كريم Karim',
      'Łukasz',
      '',
      '🙂',
    ])
      expect(hasMixedScripts(name), name).toBe(false);
  });

  it('keeps apart names that differ to the eye', () => {
    expect(isLookAlike('Nordbrod', 'Nordbrot')).toBe(false);
    expect(skeletonOf('Lale')).not.toBe(skeletonOf('Lala'));
  });
});
