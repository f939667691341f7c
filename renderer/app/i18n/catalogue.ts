import type { Texts } from './gather';

/** Languages of the app. */
export const languages = ['en', 'tr'] as const;
export type Language = (typeof languages)[number];

const files = {
  en: () => import('./texts-en'),
  tr: () => import('./texts-tr'),
} as const satisfies Record<Language, () => Promise<{ readonly texts: Texts }>>;

/** All texts of a language. A window loads only the one that it speaks. */
export const loadTexts = async (language: Language): Promise<Texts> => (await files[language]()).texts;

/** The language to use where the person chose `system`. */
export const languageOf = (chosen: 'system' | Language, systemLanguage: string): Language => {
  if (chosen !== 'system') return chosen;
  const base = systemLanguage.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === base) ?? 'en';
};
