import { keychainTexts } from '@shared/domain/keychain-state';
import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgency } from '@renderer/hooks/use-agency';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreMutation } from '@renderer/lib/use-core';
import { SpellcheckQuestion } from './components/SpellcheckQuestion';
import classes from './SystemBanners.module.css';

interface BannerProps {
  readonly tone: 'soon' | 'stop';
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

const Banner = ({ tone, title, text, action }: BannerProps) => (
  <div role="status" className={classes.banner} data-tone={tone}>
    <p className={classes.text}>
      <strong>{title}</strong> {text}
    </p>
    {action}
  </div>
);

/** What is wrong with this computer rather than with an account: keychain and disk. Says what goes on and what to do. */
export const SystemBanners = () => {
  const agency = useAgency();
  const { t } = useTranslation();
  if (!agency) return null;
  return (
    <>
      {agency.storage !== 'ok' && (
        <Banner
          tone="stop"
          title={t(`banners.storage.${agency.storage}.title`)}
          text={t(`banners.storage.${agency.storage}.text`)}
        />
      )}
      {agency.keychain !== 'ready' && <KeychainBanner state={agency.keychain} />}
      {agency.settings.spellcheckDownload === null && !agency.isEmpty && <SpellcheckQuestion />}
    </>
  );
};

const KeychainBanner = ({ state }: { readonly state: keyof typeof keychainTexts }) => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const check = useCoreMutation('agency.checkKeychain');
  const reconnect = useCoreMutation('agency.reconnectAccounts');
  const openPanel = useUiState((ui) => ui.openPanel);
  const [isStillSo, setStillSo] = useState(false);
  const text = keychainTexts[state];
  const look = (): void =>
    check.mutate({}, { onError: showError, onSuccess: (answer) => setStillSo(answer.state === state) });
  const { mutate } = check;
  useEffect(() => {
    // Coming back to the window may mean that the keychain was unlocked meanwhile; this never opens an unlock window.
    const lookQuietly = (): void => mutate({ trigger: 'focus' });
    window.addEventListener('focus', lookQuietly);
    return () => window.removeEventListener('focus', lookQuietly);
  }, [mutate]);
  const startOver = (): void => reconnect.mutate({}, { onError: showError, onSuccess: () => openPanel('channels') });
  return (
    <Banner
      tone={state === 'lost' || state === 'damaged' ? 'stop' : 'soon'}
      title={t(text.title)}
      text={isStillSo ? `${t(text.action)} ${t('banners.stillSo')}` : t(text.action)}
      action={
        <>
          {text.button === 'reconnect_accounts' && (
            <Button variant="default" loading={reconnect.isPending} onClick={startOver}>
              {t('keychain.button.reconnect_accounts')}
            </Button>
          )}
          <Button variant="default" loading={check.isPending} onClick={look}>
            {t('keychain.button.check_again')}
          </Button>
        </>
      }
    />
  );
};
