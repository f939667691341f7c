import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import classes from './Welcome.module.css';

const names = { en: 'English', tr: 'Türkçe' } as const;

/** First start: two doors, one to look around in, one to go to work. */
export const Welcome = () => {
  const { t } = useTranslation();
  const open = useViewStack((state) => state.open);
  const showError = useErrorToast();
  const openSample = useCoreMutation('agency.openSample');
  const [isOpening, setOpening] = useState(false);
  const enterSample = (): void => {
    setOpening(true);
    openSample.mutate(
      {},
      {
        onError: (error) => {
          setOpening(false);
          showError(error);
        },
      },
    );
  };
  return (
    <main className={classes.welcome}>
      <div className={classes.inner}>
        <h1 className={classes.title}>{t('welcome.title')}</h1>
        <p className={classes.lead}>{t('welcome.lead')}</p>
        <div className={classes.doors}>
          <section className={classes.door} aria-labelledby="welcome-sample">
            <h2 id="welcome-sample" className={classes.doorTitle}>
              {t('welcome.sampleTitle')}
            </h2>
            <p className={classes.text}>{t('welcome.sampleText')}</p>
            <Button variant="default" size="sm" loading={isOpening} onClick={enterSample}>
              {t('welcome.sampleButton')}
            </Button>
          </section>
          <section className={classes.door} aria-labelledby="welcome-connect">
            <h2 id="welcome-connect" className={classes.doorTitle}>
              {t('welcome.connectTitle')}
            </h2>
            <p className={classes.text}>{t('welcome.connectText')}</p>
            <Button size="sm" disabled={isOpening} onClick={() => open({ name: 'newWorkspace', thenConnect: true })}>
              {t('welcome.connectButton')}
            </Button>
          </section>
        </div>
        <footer className={classes.foot}>
          <p className={classes.where}>{t('welcome.foot')}</p>
          <LanguageChoice />
        </footer>
      </div>
    </main>
  );
};

/** The two languages by their own names: somebody who cannot read this page yet finds the other one. */
const LanguageChoice = () => {
  const { t, i18n } = useTranslation();
  const showError = useErrorToast();
  const update = useCoreMutation('agency.updateSettings');
  return (
    <div role="group" aria-label={t('welcome.language')} className={classes.languages}>
      {(['en', 'tr'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.language}
          aria-pressed={i18n.language === language}
          onClick={() => update.mutate({ language }, { onError: showError })}
        >
          {names[language]}
        </button>
      ))}
    </div>
  );
};
