import { Button, Modal, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionRequest } from '../hooks/use-act';
import classes from './ReasonDialog.module.css';

/** Actions that a person thinks about twice. */
export interface ReasonRequest {
  readonly action: 'report' | 'block' | 'delete_own';
  readonly messageId: string | null;
}

export interface ReasonDialogProps {
  readonly request: ReasonRequest;
  readonly onAct: (request: ActionRequest) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Says what an action on the network does and asks for a reason where the network or the log wants one. */
export const ReasonDialog = ({ request, onAct, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void onAct({ ...request, reason: reason.trim() })
      .then((isDone) => isDone && onClose())
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="sm"
      title={t(`thread.actions.${request.action}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <p className={classes.text}>{t(`thread.ask.${request.action}`)}</p>
        {request.action !== 'delete_own' && (
          <Textarea
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={1000}
            label={t('thread.ask.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" loading={isBusy}>
            {t(`thread.actions.${request.action}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
