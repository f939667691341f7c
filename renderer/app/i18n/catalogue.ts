/** Languages of the app. */
export const languages = ['en', 'tr'] as const;
export type Language = (typeof languages)[number];

type Texts = Readonly<Record<string, unknown>>;

const files = import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' });

/** A file may name its feature once more at its top; both ways read alike. */
const withoutOwnName = (feature: string, texts: Texts): unknown =>
  Object.keys(texts).length === 1 && feature in texts ? texts[feature] : texts;

/** All texts of a language: `<feature>.<language>.json` stands under the key `<feature>`. */
export const textsOf = (language: Language): Texts =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, texts]) => {
      const [, feature, fileLanguage] = /^\.\/(.+)\.([a-z]+)\.json$/.exec(path) ?? [];
      return feature !== undefined && fileLanguage === language ? [[feature, withoutOwnName(feature, texts)]] : [];
    }),
  );

/** The language to use where the person chose `system`. */
export const languageOf = (chosen: 'system' | Language, systemLanguage: string): Language => {
  if (chosen !== 'system') return chosen;
  const base = systemLanguage.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === base) ?? 'en';
};
