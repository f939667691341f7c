import type { NetworkAction } from '@shared/domain/conversation';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { offerUndo } from '@renderer/hooks/use-undo-toast';
import { useCore } from '@renderer/lib/core-context';
import type { OpenConversation } from '@renderer/lib/ui-state';

/** What takes an action on the network back, where the network offers it. */
const opposites: Readonly<Partial<Record<NetworkAction, NetworkAction>>> = {
  like: 'unlike',
  hide: 'unhide',
  mute: 'unmute',
  block: 'unblock',
};

export interface ActionRequest {
  readonly action: NetworkAction;
  readonly messageId: string | null;
  readonly reason?: string;
}

/** Acts on the network and says so, with a way back where there is one. Rejects where the network refused. */
export const useAct = (
  { workspaceId, conversationId }: OpenConversation,
  actions: readonly NetworkAction[],
): ((request: ActionRequest) => Promise<boolean>) => {
  const core = useCore();
  const { t } = useTranslation();
  const showError = useErrorToast();
  return useCallback(
    async ({ action, messageId, reason }) => {
      const act = async (name: NetworkAction): Promise<boolean> => {
        try {
          await core.call('messages.act', {
            workspaceId,
            conversationId,
            action: name,
            messageId,
            ...(reason === undefined || reason === '' ? {} : { reason }),
          });
          return true;
        } catch (error) {
          showError(error);
          return false;
        }
      };
      const isDone = await act(action);
      if (!isDone) return false;
      const opposite = opposites[action];
      const canUndo = opposite !== undefined && actions.includes(opposite);
      offerUndo({
        id: `act-${action}-${conversationId}-${messageId ?? ''}`,
        message: t(`thread.done.${action}`),
        closeLabel: t('common.close'),
        undo: canUndo ? () => void act(opposite) : null,
      });
      return true;
    },
    [actions, conversationId, core, showError, t, workspaceId],
  );
};
