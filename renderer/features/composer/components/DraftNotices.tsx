import type { ChannelAccount } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';
import { useViewStack } from '@renderer/lib/view-stack';
import { useDraftValue } from '../hooks/use-draft';
import type { DraftSession } from '../model/draft-session';
import type { SendingWait, WritingBlock } from '../model/writing';
import classes from './Notes.module.css';

export interface DraftNoticesProps {
  readonly session: DraftSession;
  readonly block: WritingBlock | null;
  readonly wait: SendingWait | null;
  readonly account: ChannelAccount | undefined;
  readonly sendError: unknown;
}

/** What stands between this draft and the network, and what to do about it. */
export const DraftNotices = ({ session, block, wait, account, sendError }: DraftNoticesProps) => {
  const { t } = useTranslation();
  const openView = useViewStack((state) => state.open);
  const save = useDraftValue(session, (snapshot) => snapshot.save);
  const saveError = useDraftValue(session, (snapshot) => snapshot.saveError);
  const otherText = useDraftValue(session, (snapshot) => snapshot.otherText);
  const canReconnect = account !== undefined && (block === 'disconnected' || wait === 'reconnect');
  return (
    <div aria-live="polite">
      {block !== null && (
        <p className={classes.notice}>
          <span>{t(`composer.blocked.${block}`)}</span>
          {canReconnect && (
            <button
              type="button"
              className={classes.action}
              onClick={() => openView({ name: 'connect', workspaceId: account.workspaceId, accountId: account.id })}
            >
              {t('composer.reconnect')}
            </button>
          )}
        </p>
      )}
      {block === null && wait !== null && (
        <p className={classes.notice}>
          <span>{t(`composer.waits.${wait}`)}</span>
          {canReconnect && (
            <button
              type="button"
              className={classes.action}
              onClick={() => openView({ name: 'connect', workspaceId: account.workspaceId, accountId: account.id })}
            >
              {t('composer.reconnect')}
            </button>
          )}
        </p>
      )}
      {(save === 'failed' || (save === 'loading' && saveError !== null)) && (
        <p className={classes.notice} data-stop>
          {t(save === 'failed' ? 'composer.notSaved' : 'composer.notRead', { why: errorText(t, saveError) })}
        </p>
      )}
      {sendError !== null && (
        <p className={classes.notice} data-stop role="alert">
          {t('composer.notSent', { why: errorText(t, sendError) })}
        </p>
      )}
      {otherText !== null && (
        <p className={classes.notice}>
          <span>{t('composer.otherWindow')}</span>
          <button
            type="button"
            className={classes.action}
            onClick={() => {
              session.replace(otherText);
              session.dropOtherText();
            }}
          >
            {t('composer.takeOther')}
          </button>
          <button type="button" className={classes.action} onClick={session.dropOtherText}>
            {t('composer.keepMine')}
          </button>
        </p>
      )}
    </div>
  );
};
