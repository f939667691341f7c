import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, textsOf, type Language } from './catalogue';

/** The texts of the window, in one language at a time and switchable at once; plurals by the language's rule. */
export const createI18n = (language: Language): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: languages,
    resources: Object.fromEntries(languages.map((each) => [each, { translation: textsOf(each) }])),
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
};
