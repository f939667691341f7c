import type { Conversation, OutboxItem } from '@shared/contract/views';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useLastUndo } from '@renderer/hooks/use-undo-toast';
import { advanceFrom } from '@renderer/lib/advance';
import { useCore } from '@renderer/lib/core-context';
import { RecallToast } from '../components/RecallToast';
import type { DraftSession } from '../model/draft-session';
import { draftAsSeen } from '../model/draft-as-seen';
import type { SendingWait } from '../model/writing';

export interface Sending {
  readonly isSending: boolean;
  readonly error: unknown;
  run(resolve: boolean): void;
}

/** Time that the toast stays where the reply waits for the network anyway, ms. */
const queuedShownMs = 8000;

/** Queues the draft as it stands on screen, once, through the account it is bound to, and offers to take it back. */
export const useSend = (session: DraftSession, conversation: Conversation, wait: SendingWait | null): Sending => {
  const core = useCore();
  const { t } = useTranslation();
  const showError = useErrorToast();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { workspaceId, id: conversationId, accountId } = conversation;

  const showRecall = useCallback(
    (item: OutboxItem): void => {
      const toastId = `recall-${item.id}`;
      const recall = (): void => {
        notifications.hide(toastId);
        useLastUndo.setState((state) => (state.last === recall ? { last: null } : state));
        core.call('outbox.recall', { workspaceId, itemId: item.id }).catch(showError);
      };
      useLastUndo.setState({ last: recall });
      const leftMs = item.leavesAt - Date.now();
      notifications.show({
        id: toastId,
        message: <RecallToast leavesAt={item.leavesAt} isQueued={wait !== null} onRecall={recall} />,
        autoClose: wait === null ? Math.max(1500, leftMs) : Math.max(queuedShownMs, leftMs),
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    },
    [core, showError, t, wait, workspaceId],
  );

  const send = async (resolve: boolean): Promise<void> => {
    const { draftId, text } = await draftAsSeen(session, { workspaceId, conversationId, accountId });
    const item = await core.call('outbox.send', {
      workspaceId,
      conversationId,
      accountId,
      draftId,
      text,
      resolve,
    });
    session.sent(text);
    showRecall(item);
    if (resolve) advanceFrom([{ workspaceId, conversationId }]);
  };

  useEffect(() => {
    if (error === null) return;
    const { text } = session.snapshot();
    return session.subscribe(() => session.snapshot().text !== text && setError(null));
  }, [error, session]);

  const run = (resolve: boolean): void => {
    if (isSending) return;
    // A description that is still being typed is saved first: its field saves when it loses the focus.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setSending(true);
    setError(null);
    send(resolve)
      .catch(setError)
      .finally(() => setSending(false));
  };
  return { isSending, error, run };
};
