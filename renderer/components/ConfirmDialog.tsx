import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';
import classes from './ConfirmDialog.module.css';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, in full sentences. */
  readonly children: ReactNode;
  /** The verb on the button: "Disconnect". */
  readonly verb: string;
  /** Red button: what is done cannot be undone here. */
  readonly isDangerous?: boolean;
  /** Resolves when it is done; a rejection is shown in the dialog, which stays. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({
  isOpen,
  title,
  children,
  verb,
  isDangerous = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = (): void => {
    setError(null);
    onClose();
  };
  const confirm = (): void => {
    setBusy(true);
    onConfirm()
      .then(close, setError)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={title}
      size="sm"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.body}>{children}</div>
      {error !== null && (
        <p role="alert" className={classes.error}>
          {errorText(t, error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button loading={isBusy} onClick={confirm} data-autofocus {...(isDangerous ? { color: 'red' } : {})}>
          {verb}
        </Button>
      </div>
    </Modal>
  );
};
