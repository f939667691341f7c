import { useTranslation } from 'react-i18next';
import { formatsOf, type Formats } from './format';

/** Formatters in the language of the screen; give the workspace's zone for anything of one brand. */
export const useFormat = (zone?: string): Formats => {
  const { i18n } = useTranslation();
  return formatsOf(i18n.language, zone);
};
