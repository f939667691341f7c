import type { ChannelAccount, Conversation, Workspace } from '@shared/contract/views';
import { isLookAlike } from '@shared/domain/look-alikes';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@renderer/components/EmptyState';
import { ErrorState } from '@renderer/components/ErrorState';
import { Skeleton } from '@renderer/components/Skeleton';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useBrandStyle } from '@renderer/hooks/use-brand-style';
import { useSlot } from '@renderer/lib/slots';
import type { OpenConversation } from '@renderer/lib/ui-state';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useAccount } from '../api/use-account';
import { useMarkRead } from '../hooks/use-mark-read';
import { useThreadEntries } from '../hooks/use-thread-entries';
import { MessageList } from './MessageList';
import { ParentPost } from './ParentPost';
import { ThreadHead } from './ThreadHead';
import classes from './Thread.module.css';

/** One conversation: head, the post it is about, its entries, and the composer at its foot. */
export const Thread = ({ place }: { readonly place: OpenConversation }) => {
  const { workspaceId, conversationId } = place;
  const query = useCoreQuery('conversations.get', { workspaceId, conversationId });
  const workspace = useWorkspace(workspaceId);
  const account = useAccount(workspaceId, query.data?.accountId ?? '');
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !workspace) return <Late />;
  return <OpenThread conversation={query.data} workspace={workspace} account={account} />;
};

/** Bars, but only where the answer takes long. */
const Late = () => (
  <div className={classes.late}>
    <Skeleton rows={5} rowHeight={64} />
  </div>
);

interface OpenThreadProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
  readonly account: ChannelAccount | undefined;
}

const OpenThread = ({ conversation, workspace, account }: OpenThreadProps) => {
  const { t } = useTranslation();
  const place = { workspaceId: conversation.workspaceId, conversationId: conversation.id };
  const thread = useThreadEntries(place);
  const Composer = useSlot('Composer');
  useMarkRead(conversation);
  return (
    <div className={classes.thread} style={{ ...useBrandStyle(workspace.colour) }}>
      <ThreadHead conversation={conversation} workspace={workspace} account={account} entries={thread.entries} />
      <Imitation conversation={conversation} workspace={workspace} />
      {conversation.post !== null && <ParentPost post={conversation.post} workspace={workspace} />}
      {conversation.isTargetDeleted && (
        <p className={classes.gone} role="note">
          {t('thread.targetDeleted')}
        </p>
      )}
      {thread.error !== null && <ErrorState error={thread.error} onRetry={thread.retry} />}
      {thread.isLoading && <Late />}
      {thread.error === null && !thread.isLoading && thread.entries.length === 0 && (
        <div className={classes.empty}>
          <EmptyState title={t('thread.empty')}>{t('thread.emptyText')}</EmptyState>
        </div>
      )}
      {thread.entries.length > 0 && (
        <MessageList conversation={conversation} workspace={workspace} account={account} thread={thread} />
      )}
      <Composer workspaceId={workspace.id} conversationId={conversation.id} />
    </div>
  );
};

/** A stranger who passes for the brand itself: said where it cannot be overlooked. */
const Imitation = ({ conversation, workspace }: Pick<OpenThreadProps, 'conversation' | 'workspace'>) => {
  const { t } = useTranslation();
  const imitated = workspace.identities.find(
    ({ kind, value }) => (kind === 'name' || kind === 'handle') && isLookAlike(conversation.contactName, value),
  );
  if (!imitated) return null;
  return (
    <p className={classes.imitates} role="note">
      {t('thread.looksLike', { name: imitated.value })}
    </p>
  );
};
