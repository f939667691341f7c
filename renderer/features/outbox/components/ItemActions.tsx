import { Button } from '@mantine/core';
import type { OutboxItem } from '@shared/contract/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@renderer/components/ConfirmDialog';
import { SearchMark } from '@renderer/components/SearchMark';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useNow } from '@renderer/hooks/use-now';
import { useCore } from '@renderer/lib/core-context';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { useViewStack } from '@renderer/lib/view-stack';
import { canEdit, canRelease, isInRecall, needsSignIn } from '../model/outbox-rules';
import classes from './OutboxCard.module.css';

export interface ItemActionsProps {
  readonly item: OutboxItem;
  readonly onEdit: () => void;
}

/** What a person can do with one reply, by its state. */
export const ItemActions = ({ item, onEdit }: ItemActionsProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const showError = useErrorToast();
  const open = useViewStack((state) => state.open);
  const ids = { workspaceId: item.workspaceId, itemId: item.id };
  const recall = useCoreMutation('outbox.recall');
  const retry = useCoreMutation('outbox.retry');
  const check = useCoreMutation('outbox.check');
  const keychain = useCoreMutation('agency.checkKeychain');
  const settle = useCoreMutation('outbox.settle');
  const [asking, setAsking] = useState<'release' | 'discard' | 'resend' | null>(null);
  const isBusy = [recall, retry, check, settle, keychain].some((one) => one.isPending);
  const shared = { variant: 'default', disabled: isBusy } as const;
  const onError = { onError: showError };
  const to = item.contactName;

  return (
    <div className={classes.actions} role="group" aria-label={t('outbox.actionsFor', { name: to })}>
      {item.state === 'queued' && (
        <RecallButton item={item} isBusy={isBusy} onRecall={() => recall.mutate(ids, onError)} />
      )}
      {item.state === 'queued' && item.nextAttemptAt !== null && (
        <Button {...shared} onClick={() => retry.mutate(ids, onError)}>
          {t('outbox.tryNow')}
        </Button>
      )}
      {item.state === 'unknown' && (
        <>
          <Button {...shared} loading={check.isPending} onClick={() => check.mutate(ids, onError)}>
            {t('outbox.check')}
          </Button>
          <Button {...shared} onClick={() => settle.mutate({ ...ids, arrived: true }, onError)}>
            {t('outbox.arrived')}
          </Button>
          <Button {...shared} onClick={() => setAsking('resend')}>
            {t('outbox.notArrived')}
          </Button>
        </>
      )}
      {item.state === 'failed' && (
        <Button {...shared} loading={retry.isPending} onClick={() => retry.mutate(ids, onError)}>
          {t('common.retry')}
        </Button>
      )}
      {needsSignIn(item) && (
        <Button
          {...shared}
          onClick={() => open({ name: 'connect', workspaceId: item.workspaceId, accountId: item.accountId })}
        >
          {t('channels.reconnect')}
        </Button>
      )}
      {item.holdReason === 'keychain_unavailable' && (
        <Button {...shared} onClick={() => keychain.mutate({}, onError)}>
          {t('keychain.button.check_again')}
        </Button>
      )}
      {canEdit(item) && (
        <Button {...shared} onClick={onEdit}>
          {t('common.edit')}
        </Button>
      )}
      {canRelease(item) && (
        <Button {...shared} onClick={() => setAsking('release')}>
          {t('outbox.release')}
        </Button>
      )}
      {(item.state === 'held' || item.state === 'failed') && (
        <Button variant="subtle" disabled={isBusy} onClick={() => setAsking('discard')}>
          {t('outbox.discard')}
        </Button>
      )}
      {item.holdReason !== null && (
        <ConfirmDialog
          isOpen={asking === 'release'}
          title={t('outbox.releaseTitle')}
          verb={t('outbox.release')}
          isDangerous
          onConfirm={() => core.call('outbox.release', { ...ids, reason: item.holdReason ?? 'new_messages' })}
          onClose={() => setAsking(null)}
        >
          <p className={classes.dialogText}>{t(`holdReasons.${item.holdReason}`)}</p>
          <blockquote className={classes.quote}>
            <SearchMark text={item.text} marks={item.holdDetails?.marks ?? []} tone="stop" />
          </blockquote>
          <p className={classes.dialogText}>{t('outbox.releaseText', { handle: item.accountHandle })}</p>
        </ConfirmDialog>
      )}
      <ConfirmDialog
        isOpen={asking === 'discard'}
        title={t('outbox.discardTitle')}
        verb={t('outbox.discard')}
        onConfirm={() => core.call('outbox.discard', ids)}
        onClose={() => setAsking(null)}
      >
        {t('outbox.discardText')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'resend'}
        title={t('outbox.resendTitle')}
        verb={t('outbox.notArrived')}
        onConfirm={() => core.call('outbox.settle', { ...ids, arrived: false })}
        onClose={() => setAsking(null)}
      >
        {t('outbox.resendText')}
      </ConfirmDialog>
    </div>
  );
};

interface RecallButtonProps {
  readonly item: OutboxItem;
  readonly isBusy: boolean;
  readonly onRecall: () => void;
}

/** Takes a reply back, with the seconds that are left before it leaves. */
const RecallButton = ({ item, isBusy, onRecall }: RecallButtonProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('second');
  const left = Math.ceil((item.leavesAt - now) / 1000);
  return (
    <Button variant="default" disabled={isBusy} aria-label={t('outbox.recall')} onClick={onRecall}>
      {isInRecall(item, now) ? t('outbox.recallIn', { seconds: format.number(left) }) : t('outbox.recall')}
    </Button>
  );
};
