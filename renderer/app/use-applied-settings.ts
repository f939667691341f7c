import { useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Settings } from '@shared/contract/views';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '@renderer/lib/shell';
import { languageOf } from './i18n/catalogue';
import { speak } from './i18n/create-i18n';

/** Puts language, theme, zoom and density of the settings into effect, at once when they change. False until it was done once. */
export const useAppliedSettings = (settings: Settings | undefined): boolean => {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [isApplied, setApplied] = useState(false);
  const { language, theme, density, zoomPercent } = settings ?? {};

  useLayoutEffect(() => {
    if (theme === undefined) return;
    setColorScheme(theme === 'system' ? 'auto' : theme);
    shell().setTheme(theme);
  }, [setColorScheme, theme]);

  useLayoutEffect(() => {
    if (language === undefined) return;
    const apply = async (): Promise<void> => {
      const before = i18n.language;
      await speak(i18n, languageOf(language, shell().context.systemLanguage));
      // A toast keeps the words that it was made with.
      if (i18n.language !== before) notifications.clean();
      setApplied(true);
    };
    void apply();
  }, [i18n, language]);

  useLayoutEffect(() => {
    if (density !== undefined) document.documentElement.dataset['density'] = density;
  }, [density]);

  useEffect(() => {
    if (zoomPercent !== undefined) shell().setZoom(zoomPercent);
  }, [zoomPercent]);

  return isApplied;
};
