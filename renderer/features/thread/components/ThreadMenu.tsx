import type { ChannelAccount, Conversation, ThreadEntry } from '@shared/contract/views';
import type { NetworkAction } from '@shared/domain/conversation';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/components/IconButton';
import { Kbd } from '@renderer/components/Kbd';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { runCommand, useCommands } from '@renderer/lib/commands';
import { shell } from '@renderer/lib/shell';
import { useAct } from '../hooks/use-act';
import { ReasonDialog, type ReasonRequest } from './ReasonDialog';

export interface ThreadMenuProps {
  readonly conversation: Conversation;
  readonly account: ChannelAccount | undefined;
  readonly entries: readonly ThreadEntry[];
}

const noActions: readonly NetworkAction[] = [];

/** Everything else that can be done with a conversation. Actions on the network stand here only where the account offers them. */
export const ThreadMenu = ({ conversation, account, entries }: ThreadMenuProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ReasonRequest | null>(null);
  const mayWork = useMayWork();
  const actions = mayWork ? (account?.capabilities.actions ?? noActions) : noActions;
  const place = { workspaceId: conversation.workspaceId, conversationId: conversation.id };
  const act = useAct(place, actions);
  const lastInbound = entries.findLast((entry) => entry.type === 'inbound' && entry.deletedAt === null);
  const hideAction: NetworkAction = lastInbound?.isHidden ? 'unhide' : 'hide';
  const canHide = lastInbound !== undefined && actions.includes(hideAction);
  const hide = (): void => {
    if (lastInbound) void act({ action: hideAction, messageId: lastInbound.id });
  };
  useCommands([
    {
      id: 'thread.hide',
      titleKey: `thread.commands.${hideAction}`,
      group: 'conversation',
      keys: ['h'],
      when: () => canHide,
      run: hide,
    },
    {
      id: 'thread.openWindow',
      titleKey: 'thread.openInWindow',
      group: 'conversation',
      keys: ['Shift+o'],
      run: () => void shell().openWindow(place),
    },
  ]);
  const { url } = conversation;
  const mute: NetworkAction = conversation.isMuted ? 'unmute' : 'mute';
  const block: NetworkAction = conversation.isContactBlocked ? 'unblock' : 'block';
  const hasNetworkPart = [mute, block, hideAction, 'report' as const].some((action) => actions.includes(action));
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <IconButton label={t('thread.more')}>
            <IconDots size={16} aria-hidden="true" />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWork && (
            <>
              <Menu.Item rightSection={<Kbd keys="l" />} onClick={() => runCommand('thread.label')}>
                {t('thread.labelIt')}
              </Menu.Item>
              <Menu.Item rightSection={<Kbd keys="u" />} onClick={() => runCommand('thread.unread')}>
                {t('thread.markUnread')}
              </Menu.Item>
              <Menu.Item rightSection={<Kbd keys="n" />} onClick={() => runCommand('thread.note')}>
                {t('thread.addNote')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {url !== null && (
            <Menu.Item onClick={() => void shell().openLink(url)}>{t('thread.openInBrowser')}</Menu.Item>
          )}
          <Menu.Item rightSection={<Kbd keys="Shift+o" />} onClick={() => void shell().openWindow(place)}>
            {t('thread.openInWindow')}
          </Menu.Item>
          {hasNetworkPart && <Menu.Divider />}
          {canHide && (
            <Menu.Item rightSection={<Kbd keys="h" />} onClick={hide}>
              {t(`thread.actions.${hideAction}`)}
            </Menu.Item>
          )}
          {actions.includes(mute) && (
            <Menu.Item onClick={() => void act({ action: mute, messageId: null })}>
              {t(`thread.actions.${mute}`)}
            </Menu.Item>
          )}
          {actions.includes('report') && lastInbound && (
            <Menu.Item onClick={() => setAsked({ action: 'report', messageId: lastInbound.id })}>
              {t('thread.actions.report')}
            </Menu.Item>
          )}
          {actions.includes(block) && (
            <Menu.Item
              color={block === 'block' ? 'red' : undefined}
              onClick={() =>
                block === 'block'
                  ? setAsked({ action: 'block', messageId: null })
                  : void act({ action: block, messageId: null })
              }
            >
              {t(`thread.actions.${block}`)}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked && <ReasonDialog request={asked} onAct={act} onClose={() => setAsked(null)} />}
    </>
  );
};
