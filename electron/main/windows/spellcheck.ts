import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import type { Language } from '../app/shell-state';
import { presentDictionaries } from './dictionaries';

/** Chromium's dictionaries for the languages of the app. */
const dictionaries: Readonly<Record<Language, string>> = { en: 'en-US', tr: 'tr' };

/** Where Chromium fetches dictionaries; contacted only once the person agreed. Source: Electron docs, session, read 2026-11. */
const dictionaryHost = 'https://redirector.gvt1.com/edgedl/chrome/dict/';

/** A place that does not exist, so that nothing can be fetched without consent. Names under .invalid never resolve (RFC 6761). */
const nowhere = 'https://dictionaries.invalid/';

function filesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/**
 * Checks spelling with what is on the machine. macOS brings its own checker. Elsewhere Chromium would download dictionaries by itself:
 * until the person agrees, only those are used that lie in the profile, and the checker is off where there is none.
 */
export function applySpellcheck(session: Session, shellDir: string, language: Language, mayDownload: boolean): void {
  if (process.platform === 'darwin') {
    session.setSpellCheckerEnabled(true);
    return;
  }
  const wanted = [...new Set([dictionaries[language], dictionaries.en])];
  const usable = mayDownload ? wanted : presentDictionaries(filesIn(join(shellDir, 'Dictionaries')), wanted);
  session.setSpellCheckerDictionaryDownloadURL(mayDownload ? dictionaryHost : nowhere);
  session.setSpellCheckerEnabled(usable.length > 0);
  // A list that does not change loads nothing, so the checker that is off holds an empty one.
  session.setSpellCheckerLanguages([...usable]);
}
