import { Button, Loader } from '@mantine/core';
import type { ChannelAccount, Network } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import classes from './Connect.module.css';

export interface BrowserWaitProps {
  readonly onReopen: () => void;
  readonly onCancel: () => void;
}

/** While the person signs in in the browser. */
export const BrowserWait = ({ onReopen, onCancel }: BrowserWaitProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="status">
      <Loader size="sm" aria-hidden="true" />
      <p className={classes.stateTitle}>{t('channels.browserTitle')}</p>
      <p className={classes.quiet}>{t('channels.browserText')}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button variant="default" onClick={onReopen}>
          {t('channels.browserAgain')}
        </Button>
      </div>
    </div>
  );
};

export interface SignInFailedProps {
  readonly reason: string;
  readonly message: string;
  readonly onRetry: () => void;
}

/** The sign-in did not go through: why, and the way back to the form. */
export const SignInFailed = ({ reason, message, onRetry }: SignInFailedProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <p className={classes.stateTitle}>{t('channels.failedTitle')}</p>
      <p className={classes.quiet}>
        {t([`channels.signInReasons.${reason}`, `errors.reasons.${reason}`], { defaultValue: message })}
      </p>
      <div className={classes.actions}>
        <Button onClick={onRetry}>{t('common.retry')}</Button>
      </div>
    </div>
  );
};

export interface SignInDoneProps {
  readonly account: ChannelAccount;
  readonly network: Network;
  readonly brand: string;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The account is connected. */
export const SignInDone = ({ account, network, brand, onAnother, onClose }: SignInDoneProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="status">
      <NetworkIcon networkId={network.id} size={28} />
      <p className={classes.stateTitle}>
        {t('channels.doneTitle', { handle: account.handle, network: network.label })}
      </p>
      <p className={classes.quiet}>{t('channels.doneText', { brand })}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onAnother}>
          {t('channels.another')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('channels.toDesk')}
        </Button>
      </div>
    </div>
  );
};
