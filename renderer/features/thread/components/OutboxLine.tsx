import type { OutboxItem } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { MessageText } from '@renderer/components/MessageText';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useNow } from '@renderer/hooks/use-now';
import { errorText, sendFailureText } from '@renderer/lib/error-text';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import classes from './OutboxLine.module.css';

export interface OutboxLineProps {
  readonly workspaceId: string;
  readonly itemId: string;
}

/** Under a reply that has not gone out: where it stands, why, and what the person can do. */
export const OutboxLine = ({ workspaceId, itemId }: OutboxLineProps) => {
  const item = useCoreQuery('outbox.get', { workspaceId, itemId }).data;
  return item ? <ItemState item={item} /> : null;
};

const ItemState = ({ item }: { readonly item: OutboxItem }) => {
  switch (item.state) {
    case 'queued':
      return <Queued item={item} />;
    case 'held':
      return <Held item={item} />;
    case 'failed':
      return <Failed item={item} />;
    case 'unknown':
      return <Unknown item={item} />;
    case 'sending':
    case 'cancelled':
      return <Plain item={item} />;
    case 'sent':
      return null;
  }
};

const Plain = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  return <p className={classes.line}>{t(`common.outbox.${item.state}`)}</p>;
};

/** A button that runs one operation on the item and shows why it failed. */
const useActions = (item: OutboxItem) => {
  const { t } = useTranslation();
  const one = { workspaceId: item.workspaceId, itemId: item.id };
  const recall = useCoreMutation('outbox.recall');
  const retry = useCoreMutation('outbox.retry');
  const check = useCoreMutation('outbox.check');
  const settle = useCoreMutation('outbox.settle');
  const release = useCoreMutation('outbox.release');
  const discard = useCoreMutation('outbox.discard');
  const all = [recall, retry, check, settle, release, discard];
  const failed = all.find((mutation) => mutation.isError);
  return {
    isBusy: all.some((mutation) => mutation.isPending),
    error: failed ? errorText(t, failed.error) : null,
    recall: () => recall.mutate(one),
    retry: () => retry.mutate(one),
    check: () => check.mutate(one),
    settle: (arrived: boolean) => settle.mutate({ ...one, arrived }),
    release: () => item.holdReason !== null && release.mutate({ ...one, reason: item.holdReason }),
    discard: () => discard.mutate(one),
  };
};

interface ActionProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

const Action = ({ label, isBusy, onPress }: ActionProps) =>
  useMayWork() ? (
    <button type="button" className={classes.action} disabled={isBusy} onClick={onPress}>
      {label}
    </button>
  ) : null;

const Failure = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <span role="alert" className={classes.stop}>
      {text}
    </span>
  );

const Queued = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('second');
  const actions = useActions(item);
  const secondsLeft = Math.ceil((item.leavesAt - now) / 1000);
  const waits =
    item.nextAttemptAt !== null && item.nextAttemptAt > now
      ? t('thread.out.nextTry', { when: format.relative(item.nextAttemptAt, now) })
      : t('thread.out.queued');
  return (
    <p className={classes.line}>
      <span>{secondsLeft > 0 ? t('thread.out.leaves', { count: secondsLeft }) : waits}</span>
      {item.errorReason !== null && secondsLeft <= 0 && <span>{sendFailureText(t, item.errorReason)}</span>}
      <Action label={t('thread.out.recall')} isBusy={actions.isBusy} onPress={actions.recall} />
      {item.nextAttemptAt !== null && secondsLeft <= 0 && (
        <Action label={t('thread.out.retry')} isBusy={actions.isBusy} onPress={actions.retry} />
      )}
      <Failure text={actions.error} />
    </p>
  );
};

const Held = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  const actions = useActions(item);
  const { holdReason, holdDetails } = item;
  const marks = holdDetails?.marks ?? [];
  return (
    <div className={classes.box}>
      <p className={classes.why}>
        {holdReason === null
          ? t('common.outbox.held')
          : t(`holdReasons.${holdReason}`, { ...holdDetails, marks: undefined })}
      </p>
      {marks.map((mark) => (
        <p key={mark.from} className={classes.detail}>
          {t('thread.out.otherBrand', { text: mark.text, brand: mark.otherWorkspaceName })}
        </p>
      ))}
      <p className={classes.line}>
        <Action label={t('thread.out.edit')} isBusy={actions.isBusy} onPress={actions.discard} />
        {holdReason !== 'identity_mismatch' && holdReason !== 'account_removed' && (
          <Action label={t('thread.out.release')} isBusy={actions.isBusy} onPress={actions.release} />
        )}
        <Failure text={actions.error} />
      </p>
    </div>
  );
};

const Failed = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  const actions = useActions(item);
  return (
    <div className={classes.box}>
      <p className={classes.why}>
        {t('thread.out.failed', { why: sendFailureText(t, item.errorReason ?? 'unknown') })}
      </p>
      <p className={classes.line}>
        <Action label={t('thread.out.retry')} isBusy={actions.isBusy} onPress={actions.retry} />
        <Action label={t('thread.out.edit')} isBusy={actions.isBusy} onPress={actions.discard} />
        <Failure text={actions.error} />
      </p>
    </div>
  );
};

/** Sent or not, nobody can tell: both texts side by side, and the person decides. */
const Unknown = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  const actions = useActions(item);
  const found = item.holdDetails?.foundText;
  return (
    <div className={classes.box}>
      <p className={classes.why}>{t('thread.out.unknown')}</p>
      {found !== undefined && (
        <dl className={classes.texts}>
          <dt>{t('thread.out.ours')}</dt>
          <dd>
            <MessageText text={item.text} />
          </dd>
          <dt>{t('thread.out.theirs')}</dt>
          <dd>
            <MessageText text={found} />
          </dd>
        </dl>
      )}
      <p className={classes.line}>
        <Action label={t('thread.out.check')} isBusy={actions.isBusy} onPress={actions.check} />
        <Action label={t('thread.out.arrived')} isBusy={actions.isBusy} onPress={() => actions.settle(true)} />
        <Action label={t('thread.out.notArrived')} isBusy={actions.isBusy} onPress={() => actions.settle(false)} />
        <Failure text={actions.error} />
      </p>
    </div>
  );
};
