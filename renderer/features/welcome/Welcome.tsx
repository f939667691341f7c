import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useViewStack } from '@renderer/lib/view-stack';
import classes from './Welcome.module.css';

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
        <p className={classes.foot}>{t('welcome.foot')}</p>
      </div>
    </main>
  );
};
