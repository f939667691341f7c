import type { Contact, Conversation, Workspace } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { useNow } from '@renderer/hooks/use-now';
import { useUiState } from '@renderer/lib/ui-state';
import { useCoreInfinite } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { Part } from './Part';
import classes from './Part.module.css';

const pageSize = 10;

export interface OtherConversationsProps {
  readonly conversation: Conversation;
  readonly contact: Contact;
  readonly workspace: Workspace;
}

/** What else was said with this contact, newest first. */
export const OtherConversations = ({ conversation, contact, workspace }: OtherConversationsProps) => {
  const { t } = useTranslation();
  const format = useFormat(workspace.timezone);
  const now = useNow();
  const openConversation = useUiState((state) => state.openConversation);
  const query = useCoreInfinite('contacts.conversations', {
    workspaceId: workspace.id,
    contactId: contact.id,
    limit: pageSize,
  });
  const others = query.data?.pages.flatMap((page) => page.items).filter((row) => row.id !== conversation.id) ?? [];
  return (
    <Part title={t('contact.before')}>
      {query.data && others.length === 0 && <p className={classes.muted}>{t('contact.firstTime')}</p>}
      <ul className={classes.list}>
        {others.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={classes.item}
              onClick={() => openConversation({ workspaceId: row.workspaceId, conversationId: row.id })}
            >
              <span className={classes.line}>
                <NetworkIcon networkId={row.network} size={11} isNamed />
                {t(`common.kinds.${row.kind}`)} · {format.day(row.lastMessageAt, now)} ·{' '}
                {t(`common.statuses.${row.status}`)}
              </span>
              <bdi className={classes.text}>{displayLine(row.preview)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className={classes.link} onClick={() => void query.fetchNextPage()}>
          {t('common.loadMore')}
        </button>
      )}
    </Part>
  );
};
