import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, loadTexts, type Language } from './catalogue';

const space = 'translation';

/** The texts of the window, in one language at a time; plurals by the language's rule. */
export const createI18n = async (language: Language): Promise<i18n> => {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    // Both languages hold every text (a test compares them), so there is nothing to fall back to.
    fallbackLng: false,
    supportedLngs: languages,
    resources: { [language]: { [space]: await loadTexts(language) } },
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
};

/** Turns the window to another language at once. */
export const speak = async (instance: i18n, language: Language): Promise<void> => {
  document.documentElement.lang = language;
  if (instance.language === language) return;
  if (!instance.hasResourceBundle(language, space)) {
    instance.addResourceBundle(language, space, await loadTexts(language));
  }
  await instance.changeLanguage(language);
};
