import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { isMac } from '@renderer/lib/shell';
import { useCoreMutation } from '@renderer/lib/use-core';
import classes from '../SystemBanners.module.css';

/** Asks once whether dictionaries may be downloaded; until then nothing is fetched. macOS brings its own. */
export const SpellcheckQuestion = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const update = useCoreMutation('agency.updateSettings');
  const answer = (isAllowed: boolean): void => update.mutate({ spellcheckDownload: isAllowed }, { onError: showError });
  if (isMac()) return null;
  return (
    <div role="status" className={classes.banner}>
      <p className={classes.text}>
        <strong>{t('banners.spellcheck.title')}</strong> {t('banners.spellcheck.text')}
      </p>
      <Button variant="default" disabled={update.isPending} onClick={() => answer(false)}>
        {t('banners.spellcheck.no')}
      </Button>
      <Button variant="default" disabled={update.isPending} onClick={() => answer(true)}>
        {t('banners.spellcheck.yes')}
      </Button>
    </div>
  );
};
