export type Texts = Readonly<Record<string, unknown>>;

/** A file may name its feature once more at its top; both ways read alike. */
const withoutOwnName = (feature: string, texts: Texts): unknown =>
  Object.keys(texts).length === 1 && feature in texts ? texts[feature] : texts;

/** Texts by file name as one tree: `./desk.en.json` stands under the key `desk`. */
export const gather = (files: Readonly<Record<string, Texts>>): Texts =>
  Object.fromEntries(
    Object.entries(files).map(([path, texts]) => {
      const feature = /^\.\/(.+)\.[a-z]+\.json$/.exec(path)?.[1] ?? path;
      return [feature, withoutOwnName(feature, texts)];
    }),
  );
