import type { ChannelAccount, Conversation, ThreadEntry, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { IconArrowLeft, IconCheck, IconLayoutSidebarRight, IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@renderer/components/Avatar';
import { IconButton } from '@renderer/components/IconButton';
import { Kbd } from '@renderer/components/Kbd';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { PersonName } from '@renderer/components/PersonName';
import { useNetwork, useStaff } from '@renderer/hooks/use-agency';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useLayoutMode } from '@renderer/hooks/use-layout-mode';
import { runCommand } from '@renderer/lib/commands';
import { useUiState } from '@renderer/lib/ui-state';
import { useFormat } from '@renderer/lib/use-format';
import { ThreadMenu } from './ThreadMenu';
import classes from './ThreadHead.module.css';

export interface ThreadHeadProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
  readonly account: ChannelAccount | undefined;
  readonly entries: readonly ThreadEntry[];
}

/** Who writes, where, and what can be done with the conversation. */
export const ThreadHead = ({ conversation, workspace, account, entries }: ThreadHeadProps) => {
  const { t } = useTranslation();
  const mode = useLayoutMode();
  const closeConversation = useUiState((state) => state.closeConversation);
  const setDrawerOpen = useUiState((state) => state.setDrawerOpen);
  const toggleSidePanel = useUiState((state) => state.toggleSidePanel);
  const assignee = useStaff().find((member) => member.id === conversation.assigneeId);
  const mayWork = useMayWork();
  const isResolved = conversation.status === 'resolved';
  return (
    <header className={classes.head}>
      {mode === 'single' && (
        <IconButton label={t('thread.back')} onClick={closeConversation}>
          <IconArrowLeft size={16} aria-hidden="true" />
        </IconButton>
      )}
      <Avatar name={displayLine(conversation.contactName) || conversation.contactHandle} size={34} />
      <div className={classes.who}>
        <Who conversation={conversation} />
        <Facts conversation={conversation} workspace={workspace} />
      </div>
      <div className={classes.actions}>
        <button
          type="button"
          className={classes.action}
          disabled={!mayWork}
          aria-keyshortcuts="a"
          onClick={() => runCommand('thread.assign')}
        >
          <span className={classes.label}>{assignee ? assignee.name : t('thread.assign')}</span> <Kbd keys="a" />
        </button>
        <button
          type="button"
          className={classes.action}
          disabled={!mayWork}
          aria-keyshortcuts="s"
          onClick={() => runCommand('thread.snooze')}
        >
          {t('thread.snooze')} <Kbd keys="s" />
        </button>
        <button
          type="button"
          className={classes.action}
          disabled={!mayWork}
          aria-keyshortcuts="e"
          onClick={() => runCommand('thread.resolve')}
        >
          {isResolved ? <IconRotate size={14} aria-hidden="true" /> : <IconCheck size={14} aria-hidden="true" />}
          {t(isResolved ? 'thread.reopen' : 'thread.resolve')} <Kbd keys="e" />
        </button>
        <ThreadMenu conversation={conversation} account={account} entries={entries} />
        <IconButton
          label={t('thread.sidePanel')}
          onClick={() => (mode === 'wide' ? toggleSidePanel() : setDrawerOpen(true))}
        >
          <IconLayoutSidebarRight size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
};

type HeadPart = Pick<ThreadHeadProps, 'conversation' | 'workspace'>;

const Who = ({ conversation }: Pick<HeadPart, 'conversation'>) => {
  // Where the list is away, this is the first heading of the window.
  const Heading = useLayoutMode() === 'single' ? 'h1' : 'h2';
  const { contactName, contactHandle } = conversation;
  return (
    <Heading className={classes.name}>
      <PersonName name={contactName} handle={contactHandle} />
      {contactHandle !== '' && contactName !== contactHandle && (
        <span className={classes.handle}>
          <bdi>{displayLine(contactHandle.startsWith('@') ? contactHandle : `@${contactHandle}`)}</bdi>
        </span>
      )}
    </Heading>
  );
};

const Facts = ({ conversation, workspace }: HeadPart) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const network = useNetwork(conversation.network);
  const until = conversation.snoozedUntil === null ? '' : format.full(conversation.snoozedUntil);
  const facts = [
    t('thread.nthConversation', { count: conversation.otherConversations + 1, ordinal: true, brand: workspace.name }),
    ...(conversation.status === 'open' ? [] : [t(`common.statuses.${conversation.status}`)]),
    ...(until === '' ? [] : [t('thread.until', { until })]),
    ...(conversation.isMuted ? [t('thread.muted')] : []),
    ...(conversation.isContactBlocked ? [t('thread.blocked')] : []),
  ];
  return (
    <p className={classes.facts}>
      <span className={classes.where}>
        <NetworkIcon networkId={conversation.network} size={12} /> {network?.label ?? conversation.network} ·{' '}
        {t(`common.kinds.${conversation.kind}`)}
      </span>{' '}
      · {facts.join(' · ')}
    </p>
  );
};
