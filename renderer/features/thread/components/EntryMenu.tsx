import type { ChannelAccount, Conversation, ThreadEntry } from '@shared/contract/views';
import type { NetworkAction } from '@shared/domain/conversation';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useUndoToast } from '@renderer/hooks/use-undo-toast';
import { runCommand } from '@renderer/lib/commands';
import { useMessageFocus } from '@renderer/lib/message-focus';
import { shell } from '@renderer/lib/shell';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useAct } from '../hooks/use-act';
import { ReasonDialog, type ReasonRequest } from './ReasonDialog';

export interface OpenEntryMenu {
  readonly entry: ThreadEntry;
  readonly button: HTMLElement;
}

export interface EntryMenuProps {
  readonly open: OpenEntryMenu;
  readonly conversation: Conversation;
  readonly account: ChannelAccount | undefined;
  readonly onClose: () => void;
}

const noActions: readonly NetworkAction[] = [];

/** What can be done with one entry. One menu for the whole thread, so that entries stay light. */
export const EntryMenu = ({ open, conversation, account, onClose }: EntryMenuProps) => {
  const { t } = useTranslation();
  const { entry, button } = open;
  const [asked, setAsked] = useState<ReasonRequest | null>(null);
  const mayWork = useMayWork();
  const actions = mayWork ? (account?.capabilities.actions ?? noActions) : noActions;
  const place = { workspaceId: conversation.workspaceId, conversationId: conversation.id };
  const act = useAct(place, actions);
  const answer = useMessageFocus((state) => state.answer);
  const deleteNote = useCoreMutation('messages.deleteNote');
  const showUndo = useUndoToast();
  const showError = useErrorToast();
  const close = (): void => {
    onClose();
    if (button.isConnected) button.focus();
  };
  const isThere = entry.deletedAt === null;
  const like: NetworkAction = entry.isLiked ? 'unlike' : 'like';
  const hide: NetworkAction = entry.isHidden ? 'unhide' : 'hide';
  const offers = (action: NetworkAction): boolean => isThere && actions.includes(action);
  const isOwnOut = entry.type === 'outbound' && (entry.outboxState === null || entry.outboxState === 'sent');
  const removeNote = (): void =>
    deleteNote.mutate(
      { workspaceId: place.workspaceId, noteId: entry.id },
      {
        onSuccess: ({ undoId }) =>
          showUndo({ message: t('thread.noteDeleted'), workspaceId: place.workspaceId, undoId }),
        onError: showError,
      },
    );
  if (asked) return <ReasonDialog request={asked} onAct={act} onClose={close} />;
  const rect = button.getBoundingClientRect();
  const { url } = entry;
  return (
    <Menu opened onClose={close} position="bottom-end" width={220} returnFocus={false}>
      <Menu.Target>
        <span
          style={{
            position: 'fixed',
            left: rect.left,
            top: rect.top,
            width: rect.width,
            height: rect.height,
            pointerEvents: 'none',
          }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {mayWork && entry.type === 'inbound' && isThere && (
          <Menu.Item
            onClick={() => {
              answer({ ...place, messageId: entry.id });
              runCommand('thread.reply');
            }}
          >
            {t('thread.answerThis')}
          </Menu.Item>
        )}
        {entry.type === 'inbound' && offers(like) && (
          <Menu.Item onClick={() => void act({ action: like, messageId: entry.id })}>
            {t(`thread.actions.${like}`)}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => shell().copyText(entry.text)}>{t('thread.copy')}</Menu.Item>
        {url !== null && <Menu.Item onClick={() => void shell().openLink(url)}>{t('thread.openInBrowser')}</Menu.Item>}
        {entry.type === 'inbound' && offers(hide) && (
          <Menu.Item onClick={() => void act({ action: hide, messageId: entry.id })}>
            {t(`thread.actions.${hide}`)}
          </Menu.Item>
        )}
        {entry.type === 'inbound' && offers('report') && (
          <Menu.Item closeMenuOnClick={false} onClick={() => setAsked({ action: 'report', messageId: entry.id })}>
            {t('thread.actions.report')}
          </Menu.Item>
        )}
        {isOwnOut && offers('delete_own') && (
          <Menu.Item
            color="red"
            closeMenuOnClick={false}
            onClick={() => setAsked({ action: 'delete_own', messageId: entry.id })}
          >
            {t('thread.actions.delete_own')}
          </Menu.Item>
        )}
        {mayWork && entry.type === 'note' && (
          <Menu.Item color="red" onClick={removeNote}>
            {t('thread.deleteNote')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
