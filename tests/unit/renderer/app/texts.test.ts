import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, loadTexts } from '@renderer/app/i18n/catalogue';
import { channelStates, conversationKinds, holdReasons, outboxStates, staffRoles } from '@shared/domain/conversation';
import { errorCodes } from '@shared/domain/errors';
import { keychainTexts } from '@shared/domain/keychain-state';

const root = resolve(import.meta.dirname, '../../../..');

const flatten = (texts: object, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  );

const english = flatten(await loadTexts('en'));
const turkish = flatten(await loadTexts('tr'));

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const sources = filesUnder(join(root, 'renderer')).filter((path) => /\.tsx?$/.test(path));
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

const form = /(_ordinal)?_(zero|one|two|few|many|other)$/;
/** The key without its plural form, which differs by language: English has four ordinals, Turkish one. */
const base = (key: string): string => key.replace(form, (_, ordinal?: string) => ordinal ?? '');
const bases = (texts: ReadonlyMap<string, string>): string[] => [...new Set([...texts.keys()].map(base))].sort();
const baseKeys = new Set(bases(english).flatMap((key) => [key, key.replace(/_ordinal$/, '')]));
const has = (key: string): boolean => baseKeys.has(key);

describe('texts of the screens', () => {
  it('says everything in both languages', () => {
    expect(english.size).toBeGreaterThan(300);
    expect(bases(turkish)).toEqual(bases(english));
  });

  it('keeps the same values in a sentence in both languages', () => {
    const differing = [...english].filter(([key, text]) => {
      const other = turkish.get(key) ?? turkish.get(key.replace(form, '$1_other')) ?? '';
      return placeholders(text).join() !== placeholders(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no text empty and no Turkish text in English by oversight', () => {
    const same = [...english].filter(([key, text]) => text === turkish.get(key) && /\p{L}{3}.* \p{L}{2}/u.test(text));
    expect(same.map(([key]) => key)).toEqual([]);
    expect([...english, ...turkish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each([
    ['en', english],
    ['tr', turkish],
  ] as const)('has every plural form that the rules of %s ask for', (language, texts) => {
    const missing = [...texts.keys()]
      .filter((key) => form.test(key))
      .flatMap((key) => {
        const isOrdinal = key.includes('_ordinal_');
        const rules = new Intl.PluralRules(language, { type: isOrdinal ? 'ordinal' : 'cardinal' });
        return rules
          .resolvedOptions()
          .pluralCategories.map((category) =>
            key.replace(form, (_, ordinal?: string) => `${ordinal ?? ''}_${category}`),
          )
          .filter((wanted) => !texts.has(wanted));
      });
    expect(missing).toEqual([]);
  });

  it('has every text that a screen asks for by name', () => {
    const asked = sources.flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(/(?:\bt\(\[?|titleKey:\s*|\bkey\('[\w.]+', )\s*'([a-zA-Z]+\.[\w.]+)'/g),
      ].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(200);
    const features = new Set([...english.keys()].map((key) => key.split('.')[0] ?? ''));
    const missing = asked.filter((key) => features.has(key.split('.')[0] ?? '') && !has(key));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has a text for every state, reason and role that the core can name', () => {
    const wanted = [
      ...holdReasons.map((reason) => `holdReasons.${reason}`),
      ...errorCodes.map((code) => `errors.codes.${code}`),
      ...outboxStates.map((state) => `common.outbox.${state}`),
      ...channelStates.flatMap((state) => [`common.channelStates.${state}`, `channels.why.${state}`]),
      ...staffRoles.flatMap((role) => [`common.roles.${role}`, `staff.roleHints.${role}`]),
      ...conversationKinds.flatMap((kind) => [`common.kinds.${kind}`, `channels.kinds.${kind}`]),
      ...['disk_full', 'disk'].map((reason) => `errors.reasons.${reason}`),
      ...['full', 'failed'].flatMap((state) => [`banners.storage.${state}.title`, `banners.storage.${state}.text`]),
      ...Object.values(keychainTexts).flatMap((text) => [text.title, text.action, `keychain.button.${text.button}`]),
    ];
    expect(wanted.filter((key) => !has(key))).toEqual([]);
  });
});

describe('language of the window', () => {
  it('follows the system where the person did not choose', () => {
    expect(languageOf('system', 'tr-TR')).toBe('tr');
    expect(languageOf('system', 'en-GB')).toBe('en');
  });

  it('speaks English on a system in a language that it does not have', () => {
    expect(languageOf('system', 'fi-FI')).toBe('en');
  });

  it('keeps what the person chose', () => {
    expect(languageOf('tr', 'en-US')).toBe('tr');
  });
});
