import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operationNames } from '@shared/contract/operations';
import { findEmoji } from '@renderer/features/composer/emoji/emoji-list';

const root = resolve(import.meta.dirname, '../../..');
const features = ['desk', 'thread', 'composer', 'contact', 'search', 'triage'] as const;

type Texts = { readonly [key: string]: string | Texts };
const textsOf = (feature: string, language: string): Texts =>
  JSON.parse(readFileSync(join(root, `renderer/app/i18n/${feature}.${language}.json`), 'utf8')) as Texts;
const pathsOf = (texts: Texts, before = ''): readonly string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : pathsOf(value, `${before}${key}.`),
  );
/** Plural forms differ between languages by rule; the words must be there in both. */
const base = (path: string): string => path.replace(/_(ordinal_)?(zero|one|two|few|many|other)$/, '');
const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

describe('texts of the desk, thread, composer, contact, search and triage', () => {
  it.each(features)('has the same texts in English and Turkish: %s', (feature) => {
    const [english, turkish] = ['en', 'tr'].map((language) => new Set(pathsOf(textsOf(feature, language)).map(base)));
    expect([...(turkish ?? [])].toSorted()).toEqual([...(english ?? [])].toSorted());
  });

  it.each(features)('has every text that the screen asks for: %s', (feature) => {
    const known = new Set(pathsOf(textsOf(feature, 'en')).map(base));
    const asked = [...sources(`renderer/features/${feature}`), ...sources('renderer/components')]
      .flatMap((source) => [...source.matchAll(new RegExp(`['"]${feature}\\.([\\w.]+)['"]`, 'g'))])
      .map((match) => match[1] ?? '')
      // Ids of commands look alike: `desk.next`.
      .filter(
        (path) =>
          !/^(next|previous|open|mark\w*|unmark|reply|note|send\w*|resolve|snooze|assign|label|unread|hide|pending|openWindow|focus)$/.test(
            path,
          ),
      );
    const operations: ReadonlySet<string> = new Set(operationNames);
    expect(asked.filter((path) => !known.has(path) && !operations.has(`${feature}.${path}`))).toEqual([]);
  });
});

describe('finding an emoji', () => {
  it('finds by English and by Turkish words, with and without diacritics', () => {
    for (const query of ['coffee', 'kahve', 'Kahve'])
      expect(findEmoji(query).map((each) => each.emoji)).toContain('☕');
    for (const query of ['teşekkür', 'tesekkur', 'TEŞEKKÜR']) {
      expect(findEmoji(query).map((each) => each.emoji)).toContain('🙏');
    }
    expect(findEmoji('zzzz')).toEqual([]);
  });
});
