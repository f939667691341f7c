import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';

/**
 * The words on the screen in one language, out of the app's own catalogue: `text('welcome.sampleButton')`. What stands in
 * double braces is filled from `values`.
 */
export function screenTexts(language) {
  const files = new Map();
  return (key, values = {}) => {
    const [file, ...path] = key.split('.');
    if (!files.has(file)) {
      const name = join(projectDir, 'renderer', 'app', 'i18n', `${file}.${language}.json`);
      files.set(file, JSON.parse(readFileSync(name, 'utf8')));
    }
    const found = path.reduce((part, name) => part?.[name], files.get(file));
    if (typeof found !== 'string') throw new Error(`The catalogue has no ${language} text ${key}.`);
    return found.replace(/{{\s*(\w+)[^}]*}}/g, (_, name) => String(values[name] ?? ''));
  };
}
